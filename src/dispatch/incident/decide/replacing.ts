import { refuse } from '../../refusal.ts'
import { nameOf } from '../../vocabulary.ts'
import type { Assignment } from '../assignment.ts'
import type { IncidentCommand } from '../commands.ts'
import type { PlannedAgency } from '../incident.ts'
import { assignmentOf, type Incident } from '../incident.ts'
import { isActive, isSameAddressee, isSettled, isWorking } from '../standing.ts'
import { assign } from './assign.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { addAgency, addressee, notUnderWay, unitsOfPlan } from './dispatching.ts'
import { Draft } from './draft.ts'
import { dropPhoneTasks, endNobodyLeft, settleAttention } from './follow-ups.ts'
import { notNow } from './guards.ts'

type Command = Extract<IncidentCommand, { type: 'AddAgency' }>

/** One more agency, or one in the place of another: one that left, stays silent, or is at work. */
export const addOrReplace = (incident: Incident, command: Command, context: DecideContext): IncidentDecision => {
  const { agency, replaces } = command
  return replaces === undefined
    ? addAgency(incident, command, context)
    : replaceAgency(incident, agency, replaces, context)
}

/**
 * The new agency takes over the role: a lead stays the lead, and its own field clock starts with it. The replaced one is
 * told, unless it had left by itself; its clocks end uncounted and nothing is asked of it any more.
 */
const replaceAgency = (
  incident: Incident,
  agency: PlannedAgency,
  replaces: string,
  context: DecideContext,
): IncidentDecision => {
  const refused = notUnderWay(incident)
  if (refused) return refused
  const before = assignmentOf(incident, replaces)
  if (!before) return refuse('notFound', { what: 'assignment' })
  const replaced = before.steps.find(({ change }) => change.kind === 'replaced')
  if (replaced) return refuse('alreadyDone', { action: 'replace', by: nameOf(replaced.by), at: replaced.at })
  if (isSettled(before)) return notNow(before, 'replace', context)
  const plan = planFor(agency, before)
  const others = incident.assignments.filter(other => isWorking(other) && other.id !== before.id)
  if (others.some(other => isSameAddressee(other, plan)) || (isActive(before) && isSameAddressee(before, plan))) {
    return refuse('duplicateAgency', addressee(plan))
  }
  if (plan.role === 'lead' && others.some(({ role }) => role === 'lead')) return refuse('leadMissing', { leads: 2 })
  const wrongUnits = unitsOfPlan(plan)
  if (wrongUnits) return { accepted: false, refusal: wrongUnits }

  const draft = new Draft(incident, context)
  const replacedBy = assign(draft, plan, false, replaces)
  draft.emit({ type: 'AssignmentReplaced', assignment: replaces, replacedBy })
  dropPhoneTasks(draft, task => task.assignment === replaces)
  settleAttention(draft, item => item.assignment === replaces && item.kind !== 'nobodyLeft')
  endNobodyLeft(draft)
  if (isActive(before)) draft.effect({ kind: 'update', fields: ['replaced'], assignments: [replaces] })
  draft.effect({ kind: 'refreshCards' })
  return draft.decision()
}

const planFor = (agency: PlannedAgency, { role }: Assignment): PlannedAgency => ({
  ...agency,
  role,
  duty: role === 'lead' ? 'act' : agency.duty,
})
