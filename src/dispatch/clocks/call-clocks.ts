import { type Call, classedAt } from '../call/call.ts'
import type { ClockDefinition, SopProfile } from '../profiles/profile.ts'
import { type Clock, runClock } from './clock.ts'
import { callMarks, type Marks } from './marks.ts'

/** The clocks of a call: answering it, asking the fields, finishing it. The call's end ends whatever still ran. */
export const callClocks = (call: Call, profile: SopProfile): Clock[] =>
  profile.clocks
    .filter(({ scope }) => scope === 'call')
    .map(definition => {
      const marks = marksFor(call, definition)
      return marks && runClock(definition, marks, { key: definition.id, endsAt: call.endedAt })
    })
    .filter(clock => clock !== undefined)

/**
 * A clock of certain classes runs from when the call became one of them until it was corrected away; every other counts
 * from the first classification.
 */
const marksFor = (call: Call, { classes }: ClockDefinition): Marks | undefined => {
  const marks = callMarks(call)
  if (!classes) return marks
  if (call.callClass !== undefined && classes.includes(call.callClass)) {
    const since = classedAt(call)
    return since === undefined ? marks : { ...marks, 'call.classified': since }
  }
  const left = call.reclassified?.findLast(({ from }) => classes.includes(from))
  return left && { ...marks, 'call.classified': left.since, 'call.reclassified': left.at }
}
