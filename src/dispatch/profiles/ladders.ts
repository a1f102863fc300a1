import type { ContactKind, Priority } from '../vocabulary.ts'
import type { Ladders } from './profile.ts'

/** "Saya tangani" silences a clock's pings to supervisors for this long, in seconds of service time. */
export const takenSilenceSeconds = 600

/**
 * How an agency is reached of which nothing else is known: its group, then the phone. Seconds of service time: until a
 * channel confirms the message, and until somebody answers it, by priority.
 */
export const standardContact: Readonly<{
  rungs: readonly ContactKind[]
  confirmSeconds: number
  answerSeconds: Readonly<Record<Priority, number>>
}> = {
  rungs: ['group', 'phone'],
  confirmSeconds: 60,
  answerSeconds: { 1: 60, 2: 120, 3: 180, 4: 180 },
}

/** How long a call for help waits for the desk before it climbs, in seconds of service time by priority: DESIGN, "Attention items". */
export const helpLimitSeconds: Readonly<Record<Priority, number>> = { 1: 60, 2: 120, 3: 180, 4: 180 }

/** Seconds between two words about a call for help that nobody looks after: those of a response clock. */
export const helpRepeatSeconds = 300

/** The ladders that both cities start with: fractions count from the limit where there is one, else from the target. */
export const standardLadders: Ladders = {
  desk: { rungs: [{ at: 0.75 }, { at: 1, ping: ['supervisorsChat'] }] },
  response: {
    urgent: {
      rungs: [
        { at: 0.75, ping: ['owner'] },
        { at: 1, ping: ['agency', 'dutyOfficer', 'supervisorOnDuty'] },
        { at: 1.5, ping: ['agencyCommander', 'supervisorOnDuty'], phoneTask: 'awaited' },
      ],
      repeat: { everySeconds: 300, ping: ['supervisorOnDuty'] },
    },
    // a name of its own: an incident that is raised to P1 later still pings at 1
    routine: { rungs: [{ at: 1, name: 'phone', phoneTask: 'unanswered' }] },
  },
  report: {
    rungs: [
      { at: 1, ping: ['agency'], unlessReported: true },
      { at: 1.5, listed: true },
    ],
  },
  figure: { rungs: [] },
}
