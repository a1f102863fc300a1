import type { IncidentView, TimelineEntryView } from '../../admin-api/contract/index.ts'
import type { WebTexts } from '../../i18n/web-id.ts'
import { clockName } from '../clocks/clock-name.ts'
import type { Lang } from '../lang/language.ts'

type Facts = TimelineEntryView['facts']
type Clocks = Pick<IncidentView, 'clocks'>['clocks']

/** The word of a closed list for a fact, or the fact as it came. */
const word = (list: Readonly<Record<string, string>>, value: Facts[string] | undefined): string =>
  value === undefined ? '' : (list[value] ?? String(value))

const fieldNames = (fields: Facts[string] | undefined, t: WebTexts): string => {
  const names: Readonly<Record<string, string>> = { ...t.intake.fields, reporter: t.intake.fields.reporterName }
  return String(fields ?? '')
    .split(', ')
    .map(field => names[field] ?? field)
    .join(', ')
}

const conflictName = (field: Facts[string] | undefined, t: WebTexts): string =>
  word({ ...t.intake.fields, ...t.intake.victims }, field)

const together = (...parts: (Facts[string] | undefined)[]): string =>
  parts.filter(part => part !== undefined && part !== '').join(': ')

/** What each kind of entry tells besides its agency; kinds that tell nothing more are not named. */
const details: Readonly<Record<string, (facts: Facts, t: WebTexts, about: string) => string>> = {
  IntakeAnswered: (facts, t) => fieldNames(facts.fields, t),
  AlertDelivered: (facts, t) => word(t.timeline.via, facts.via),
  AgencyAssigned: facts => String(facts.post ?? ''),
  AlertUndeliverable: (facts, t) => word(t.timeline.contacts, facts.to),
  ContactTried: (facts, t) => word(t.timeline.contacts, facts.to),
  AssignmentDeclined: (facts, t) => word(t.assignment.declineReasons, facts.reason),
  MessageSent: facts => [facts.agencies, facts.text].filter(fact => fact !== '').join(' · '),
  OutcomeChosen: (facts, t) => word(t.report.outcomes, facts.outcome),
  ReportFiled: (facts, t) => word(t.report.outcomes, facts.outcome),
  ReportReturned: facts => String(facts.text ?? ''),
  ReportWaived: facts => String(facts.text ?? ''),
  AssignmentStoodDown: facts => String(facts.text ?? ''),
  AssignmentReplaced: facts => `→ ${String(facts.by ?? '')}`,
  PrioritySet: facts => `P${facts.priority}`,
  SitrepRequested: facts => String(facts.agencies ?? ''),
  HandOverOffered: facts => [facts.to, facts.text].filter(Boolean).join(': '),
  HandOverTaken: facts => String(facts.ticket ?? ''),
  HandOverRefused: facts => String(facts.text ?? ''),
  HandOverReturned: facts => String(facts.text ?? ''),
  SitrepReceived: facts => String(facts.text ?? ''),
  IncidentMerged: facts => together(facts.number, facts.agencies),
  MergeTakenBack: facts => String(facts.number ?? ''),
  ConflictSettled: (facts, t) => together(conflictName(facts.field, t), facts.value),
  AssignmentCarried: facts => String(facts.from ?? ''),
  IncidentCancelled: facts => String(facts.text ?? ''),
  RungFired: (_facts, _t, about) => about,
  EscalationTaken: (_facts, _t, about) => about,
  OwnerChanged: facts => [facts.to, facts.text].filter(Boolean).join(': '),
  PhoneTaskRaised: (facts, t) => word(t.phoneTask.causes, facts.cause),
  PhoneTaskDone: (facts, t) => word(t.phoneTask.results, facts.outcome),
  AttentionRaised: (facts, t) => word(t.attention.kinds, facts.kind),
  AttentionSettled: (facts, t) => word(t.attention.kinds, facts.kind),
  UnitsNamed: facts => String(facts.units ?? ''),
  UnitMarked: (facts, t) => together(facts.unit, word(t.units.marks, facts.mark)),
  StepCorrected: (facts, t) => together(word(t.steps.kinds, facts.correction), facts.text),
  ClosureNoticed: (facts, t) => word(t.timeline.closureResults, facts.result),
}

/** A timeline entry as people read it: what happened, and about whom or why. */
export const describeEntry = (
  entry: TimelineEntryView,
  clocks: Clocks,
  t: WebTexts,
  lang: Lang,
): { title: string; detail: string } => {
  const { facts, type } = entry
  const clock = clocks.find(({ key }) => key === facts.clock)
  const about = clock ? clockName(clock, name => name[lang]) : ''
  const parts = [String(facts.agency ?? ''), details[type]?.(facts, t, about) ?? '']
  return { title: t.timeline.events[type] ?? type, detail: parts.filter(part => part !== '').join(' · ') }
}
