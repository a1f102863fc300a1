import type { IncidentView, TimelineEntryView } from '../../admin-api/contract/index.ts'
import type { WebTexts } from '../../i18n/web-id.ts'
import type { Lang } from '../lang/language.ts'

type Facts = TimelineEntryView['facts']

/** The word of a closed list for a fact, or the fact as it came. */
const word = (list: Readonly<Record<string, string>>, value: Facts[string] | undefined): string =>
  value === undefined ? '' : (list[value] ?? String(value))

/** A timeline entry as people read it: what happened, and about whom or why. */
export const describeEntry = (
  entry: TimelineEntryView,
  incident: Pick<IncidentView, 'assignments' | 'clocks'>,
  t: WebTexts,
  lang: Lang,
): { title: string; detail: string } => {
  const { facts } = entry
  const agency =
    incident.assignments.find(assignment => assignment.id === facts.assignment)?.agency ?? String(facts.agency ?? '')
  const clock = incident.clocks.find(({ key }) => key === facts.clock)
  const details = [
    agency,
    clock ? clock.name[lang] : '',
    entry.type === 'AttentionRaised' ? word(t.attention.kinds, facts.kind) : '',
    word(t.assignment.declineReasons, entry.type === 'AssignmentDeclined' ? facts.reason : undefined),
    word(t.report.outcomes, facts.outcome),
    entry.type === 'PhoneTaskRaised' ? word(t.phoneTask.causes, facts.cause) : '',
  ]
  return {
    title: t.timeline.events[entry.type] ?? entry.type,
    detail: details.filter(detail => detail !== '').join(' · '),
  }
}
