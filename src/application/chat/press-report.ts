import { reportOutcomes } from '../../dispatch/vocabulary.ts'
import type { ButtonVerb, PressOutcome } from '../application.ts'
import type { Prompts } from '../relaying/prompts.ts'
import type { CardPress, Change } from './press-card.ts'

/** Buttons about an agency's report: its outcome, who goes on with it, when, and whether at all. */
export const createReportPresses = (prompts: Prompts, change: Change) => {
  const ask = ({ from, by, incident, assignment, chat }: CardPress, outcome: (typeof reportOutcomes)[number]) =>
    prompts.ask(from.commandId, incident.id, assignment.id, chat, outcome, by)

  const chooseOutcome = async (press: CardPress, outcome: (typeof reportOutcomes)[number]): Promise<PressOutcome> => {
    const what = { type: 'ChooseOutcome', assignment: press.assignment.id, outcome } as const
    const chosen = await change(press, what, 'outcome', { outcome })
    if (chosen.kind === 'done') await ask(press, outcome)
    return chosen
  }

  /** The question goes anew to whoever goes on. */
  const takeOver = async (press: CardPress): Promise<PressOutcome> => {
    const { id, standing } = press.assignment
    const taken = await change(press, { type: 'TakeOverReport', assignment: id }, 'takeOver')
    if (taken.kind === 'done' && standing.status === 'cleared' && standing.outcome) await ask(press, standing.outcome)
    return taken
  }

  /** Null for buttons that are not about the report. */
  return (press: CardPress, verb: ButtonVerb): Promise<PressOutcome> | null => {
    const { id: assignment } = press.assignment
    const outcome = reportOutcomes.find(candidate => verb === `outcome:${candidate}`)
    if (outcome) return chooseOutcome(press, outcome)
    if (verb === 'takeOver') return takeOver(press)
    if (verb === 'postpone') return change(press, { type: 'PostponeReport', assignment }, 'postpone')
    if (verb === 'putAway') return change(press, { type: 'PutReportAway', assignment }, 'putAway')
    return null
  }
}
