import type { ClockDefinition, SopProfile } from './profile.ts'

/** What a clock measures and allows: a name or an owner may change without touching the published figure. */
const figure = ({ scope, start, stop, classes = [], targetSeconds, limitSeconds }: ClockDefinition): string =>
  JSON.stringify([scope, start, [...stop].sort(), [...classes].sort(), targetSeconds, limitSeconds ?? targetSeconds])

/**
 * Says of each clock what it rests on, whatever its writer claims: as the standard has it, it keeps the standard's
 * basis; where it departs from a published figure it becomes an internal target and carries that figure along; what
 * the standard does not have is internal.
 */
export const markDepartures = (clocks: readonly ClockDefinition[], standard: SopProfile): ClockDefinition[] =>
  clocks.map(({ basis: _, published: __, ...clock }) => {
    const shipped = standard.clocks.find(({ id }) => id === clock.id)
    if (!shipped) return { ...clock, basis: 'internal' }
    if (figure({ ...clock, basis: 'internal' }) === figure(shipped)) return { ...clock, basis: shipped.basis }
    if (shipped.basis === 'internal') return { ...clock, basis: 'internal' }
    const { targetSeconds, limitSeconds } = shipped
    return {
      ...clock,
      basis: 'internal',
      published: { targetSeconds, ...(limitSeconds === undefined ? {} : { limitSeconds }) },
    }
  })
