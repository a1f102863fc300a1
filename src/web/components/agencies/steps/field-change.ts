import type { AssignmentView, CorrectStep, StepView } from '../../../../admin-api/contract/index.ts'
import { unitMarks } from '../../../words.ts'

type Change = Extract<CorrectStep['correction'], { kind: 'inserted' }>['change']
type Action = Extract<Change, { kind: 'action' }>['action']

const acting = [
  'acknowledge',
  'depart',
  'arrive',
  'obstacle',
  'requestBackup',
  'transport',
  'arriveHospital',
  'clear',
  'notFound',
  'handBack',
] as const satisfies readonly Action[]
const informed = ['receive'] as const satisfies readonly Action[]

const isUnitMark = (what: string): what is (typeof unitMarks)[number] => (unitMarks as readonly string[]).includes(what)

/** What a step can be instead; a unit's mark stays one of that unit. */
export const fieldActions = ({ duty }: Pick<AssignmentView, 'duty'>, step: StepView | null): readonly string[] => {
  if (step?.unit !== undefined) return unitMarks.filter(mark => mark !== step.what)
  return (duty === 'inform' ? informed : acting).filter(action => action !== step?.what)
}

export const toChange = (what: string | null, step: StepView | null): Change | null => {
  if (what === null) return null
  if (step?.unit !== undefined) return isUnitMark(what) ? { kind: 'unit', unit: step.unit, mark: what } : null
  const action = [...acting, ...informed].find(candidate => candidate === what)
  return action ? { kind: 'action', action } : null
}
