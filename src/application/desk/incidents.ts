import type { IncidentCommand } from '../../dispatch/incident/commands.ts'
import type { PlannedAgency } from '../../dispatch/incident/incident.ts'
import { known } from '../../dispatch/incident/intake.ts'
import type { ChosenAgency, IncidentCommands, Outcome, Sender } from '../application.ts'
import type { MergeCommands } from '../commands/duplicates.ts'
import { numbersOf } from '../contacts/numbers-of.ts'
import type { ApplicationDeps, Dispatcher } from '../context.ts'
import type { WithTexts } from '../texts.ts'
import type { IncidentView } from '../views.ts'
import { createAssignmentCommands } from './assignments.ts'
import { intakeChangeOf, parseReporter } from './intake-change.ts'
import { createLifecycleCommands } from './lifecycle.ts'
import { planAgencies } from './plan-agencies.ts'
import { createRunning, incidentNotFound } from './running.ts'

/** What operators, dispatchers and supervisors do about incidents. */
export const createIncidentCommands = (
  deps: ApplicationDeps,
  dispatcher: Dispatcher,
  withTexts: WithTexts,
  view: (incident: string) => Promise<IncidentView | null>,
): Omit<IncidentCommands, keyof MergeCommands> => {
  const { stores } = deps
  const running = createRunning({ stores }, dispatcher, withTexts, view)
  const { run, runWithText } = running

  const planned = async (
    from: Sender,
    id: string,
    chosen: readonly ChosenAgency[],
    command: (agencies: PlannedAgency[]) => IncidentCommand,
  ): Promise<Outcome<IncidentView>> => {
    const loaded = await stores.incidents.load(id)
    if (!loaded) return incidentNotFound
    const agencies = await planAgencies(deps, loaded.state.centre, chosen)
    return agencies.ok ? run(from, id, command(agencies.value)) : agencies
  }

  return {
    answerIntake: async (from, id, answers) => {
      const loaded = await stores.incidents.load(id)
      if (!loaded) return incidentNotFound
      const { centre, intake } = loaded.state
      const before = async () => parseReporter((await stores.texts.of(id)).get(known(intake.reporter) ?? ''))
      return withTexts({ centre, subject: id, aggregate: 'incidents' }, async keep => {
        const change = await intakeChangeOf(answers, before, keep)
        return change.ok ? run(from, id, { type: 'AnswerIntake', change: change.value }) : change
      })
    },
    submitIntake: (from, id) => run(from, id, { type: 'SubmitIntake' }),
    take: (from, id) => run(from, id, { type: 'TakeIncident' }),
    dispatch: (from, id, chosen) => planned(from, id, chosen, agencies => ({ type: 'DispatchIncident', agencies })),
    addAgency: (from, id, { replaces, ...chosen }) =>
      planned(from, id, [chosen], ([agency]) => ({
        type: 'AddAgency',
        agency: agency as PlannedAgency,
        ...(replaces === undefined ? {} : { replaces }),
      })),
    ...createAssignmentCommands(running),
    acceptReport: (from, id, assignment) => run(from, id, { type: 'AcceptReport', assignment }),
    returnReport: (from, id, assignment, remark) =>
      runWithText(from, id, 'remark', remark, ref => ({ type: 'ReturnReport', assignment, remark: ref })),
    waiveReport: (from, id, assignment, reason) =>
      runWithText(from, id, 'waiver', reason, ref => ({ type: 'WaiveReport', assignment, reason: ref })),
    standDown: (from, id, assignment, reason) =>
      runWithText(from, id, 'standDown', reason, ref => ({ type: 'StandDownAssignment', assignment, reason: ref })),
    takeEscalation: (from, id, clock) => run(from, id, { type: 'TakeEscalation', clock }),
    recordPhoneTask: async (from, id, task, input) => {
      const numbers = await numbersOf(deps, id, task)
      return run(from, id, { type: 'RecordPhoneTask', task, ...input, numbers: numbers.length })
    },
    settleAttention: (from, id, item) => run(from, id, { type: 'SettleAttention', item }),
    sendMessage: (from, id, { text, venue = false, urgent = false, assignments }) => {
      const message = { type: 'SendMessage', venue, urgent, ...(assignments ? { assignments } : {}) } as const
      if (text === undefined) return run(from, id, message)
      return runWithText(from, id, 'message', text, ref => ({ ...message, text: ref }))
    },
    close: (from, id) => run(from, id, { type: 'CloseIncident' }),
    cancel: (from, id, reason, asCallTaker) =>
      runWithText(from, id, 'cancelReason', reason, ref => ({
        type: 'CancelIncident',
        reason: ref,
        ...(asCallTaker ? { asCallTaker } : {}),
      })),
    ...createLifecycleCommands({ run, runWithText }, stores),
  }
}
