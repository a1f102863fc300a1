import type { IncidentView } from '../../admin-api/contract/index.ts'
import type { WebTexts } from '../../i18n/web-id.ts'
import { doneStatuses } from '../words.ts'

/** What stands between the incident and its closing, one line each. */
export const whatIsMissing = (
  incident: Pick<IncidentView, 'missing' | 'assignments' | 'phoneTasks' | 'attention'>,
  t: WebTexts,
): string[] => {
  const tasks = incident.phoneTasks.filter(task => task.done === undefined).length
  const attention = incident.attention.filter(item => item.doneAt === undefined).length
  return [
    ...(incident.assignments.length === 0 ? [t.incident.missingNothingSent] : []),
    ...(incident.missing.length > 0 ? [t.intake.missing(incident.missing.join(', '))] : []),
    ...incident.assignments
      .filter(({ required, status }) => required && !doneStatuses.includes(status))
      .map(({ agency }) => t.incident.missingReport(agency)),
    ...(tasks > 0 ? [t.incident.openTasks(tasks)] : []),
    ...(attention > 0 ? [t.incident.openAttention(attention)] : []),
  ]
}
