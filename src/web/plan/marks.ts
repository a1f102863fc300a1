import type { AssignmentView, StepView } from '../../admin-api/contract/index.ts'
import type { WebTexts } from '../../i18n/web-id.ts'

/** Steps of a crew, and decisions that end its part, that the card shows with their times; the rest is in the timeline. */
const shownSteps: readonly string[] = [
  'acknowledge',
  'receive',
  'decline',
  'depart',
  'arrive',
  'transport',
  'arriveHospital',
  'clear',
  'notFound',
  'handBack',
  'report',
  'stoodDown',
]

/** The assignment's own steps that count, by their true time; what a correction took out is left out. */
export const marksOf = ({ steps }: Pick<AssignmentView, 'steps'>): StepView[] =>
  steps.filter(({ what, unit, counts }) => counts && unit === undefined && shownSteps.includes(what))

/** A step in the words of the crew's buttons. */
export const stepName = ({ what, unit }: Pick<StepView, 'what' | 'unit'>, t: WebTexts): string => {
  const actions: Readonly<Record<string, string>> = t.assignment.actions
  const name = actions[what] ?? t.steps.names[what] ?? what
  return unit === undefined ? name : `${unit}: ${name}`
}
