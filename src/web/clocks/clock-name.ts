import type { ClockView } from '../../admin-api/contract/index.ts'

/** The agency first, where it is one agency's clock: that is what differs between rows. */
export const clockName = (
  clock: Pick<ClockView, 'name' | 'agency'>,
  pick: (name: ClockView['name']) => string,
): string => (clock.agency ? `${clock.agency} · ${pick(clock.name)}` : pick(clock.name))
