import { useLanguage } from '../../lang/language-provider.tsx'
import type { AssignmentStatus, IncidentStatus } from '../../words.ts'
import { assignmentColour, incidentColour } from './status-colour.ts'

export const AssignmentStatusChip = ({ status }: { status: AssignmentStatus }) => {
  const { t } = useLanguage()
  return (
    <span className="chip chip-status" data-colour={assignmentColour[status]}>
      {t.assignment.status[status]}
    </span>
  )
}

export const IncidentStatusChip = ({ status }: { status: IncidentStatus }) => {
  const { t } = useLanguage()
  return (
    <span className="chip chip-status" data-colour={incidentColour[status]}>
      {t.incidentStatus[status]}
    </span>
  )
}
