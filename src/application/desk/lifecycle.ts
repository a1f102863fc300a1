import type { IncidentCommand } from '../../dispatch/incident/commands.ts'
import type { TextRef } from '../../dispatch/vocabulary.ts'
import type { Outcome, Sender } from '../application.ts'
import type { LifecycleCommands } from '../commands/lifecycle.ts'
import type { ApplicationDeps } from '../context.ts'
import type { IncidentView } from '../views.ts'

/** How the desk sends a command, and one that refers to words. */
export interface Run {
  run(from: Sender, id: string, command: IncidentCommand): Promise<Outcome<IncidentView>>
  runWithText(
    from: Sender,
    id: string,
    kind: string,
    text: string,
    command: (ref: TextRef) => IncidentCommand,
  ): Promise<Outcome<IncidentView>>
}

export const createLifecycleCommands = (
  { run, runWithText }: Run,
  { directory }: Pick<ApplicationDeps['stores'], 'directory'>,
): LifecycleCommands => ({
  setPriority: (from, id, priority) => run(from, id, { type: 'SetPriority', priority }),
  reopen: (from, id) => run(from, id, { type: 'ReopenIncident' }),
  startLongOperation: (from, id) => run(from, id, { type: 'StartLongOperation' }),
  endLongOperation: (from, id) => run(from, id, { type: 'EndLongOperation' }),
  recordSitrep: (from, id, assignment, { text, ...heard }) =>
    runWithText(from, id, 'sitrep', text, ref => ({ type: 'RecordSitrep', assignment, text: ref, ...heard })),
  handOver: async (from, id, { to, reason, keepAgencies }, asCallTaker) => {
    if ('centre' in to) {
      const centre = await directory.centre(to.centre)
      const params = { centre: to.centre }
      if (!centre) return { ok: false, refusal: { code: 'unknownCentre', params } }
      if (centre.active === false) return { ok: false, refusal: { code: 'centreClosed', params } }
    }
    const neighbour = 'centre' in to ? ({ kind: 'centre', ...to } as const) : ({ kind: 'outside', ...to } as const)
    return runWithText(from, id, 'handOverReason', reason, ref => ({
      type: 'HandOverIncident',
      to: neighbour,
      reason: ref,
      keepAgencies,
      ...callTaker(asCallTaker),
    }))
  },
  withdrawHandOver: (from, id, asCallTaker) => run(from, id, { type: 'WithdrawHandOver', ...callTaker(asCallTaker) }),
  answerHandOver: (from, id, answer) =>
    answer.result === 'taken'
      ? run(from, id, { type: 'AnswerHandOver', answer })
      : runWithText(from, id, 'handOverRefusal', answer.reason, reason => ({
          type: 'AnswerHandOver',
          answer: { result: 'refused', reason },
        })),
  returnHandOver: (from, id, reason) =>
    runWithText(from, id, 'handOverRefusal', reason, ref => ({ type: 'ReturnHandOver', reason: ref })),
})

const callTaker = (asCallTaker: boolean | undefined): { asCallTaker?: true } => (asCallTaker ? { asCallTaker } : {})
