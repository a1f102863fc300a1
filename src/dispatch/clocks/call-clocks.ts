import type { Call } from '../call/call.ts'
import type { SopProfile } from '../profiles/profile.ts'
import { type Clock, runClock } from './clock.ts'
import { callMarks } from './marks.ts'

/** The clocks of a call: answering it, asking the fields, finishing it. The call's end ends whatever still ran. */
export const callClocks = (call: Call, profile: SopProfile): Clock[] =>
  profile.clocks
    .filter(
      ({ scope, classes }) => scope === 'call' && (!classes || (call.callClass && classes.includes(call.callClass))),
    )
    .map(definition => runClock(definition, callMarks(call), { key: definition.id, endsAt: call.endedAt }))
    .filter(clock => clock !== undefined)
