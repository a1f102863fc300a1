import { Text } from '@mantine/core'
import type { AssignmentView, IncidentView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { marksOf } from '../../plan/marks.ts'
import { AssignmentStatusChip } from '../common/status-chip.tsx'
import { AssignmentActions } from './assignment-actions.tsx'
import { ReportBox } from './report-box.tsx'
import { UndoButton } from './undo-button.tsx'

interface Props {
  incident: IncidentView
  assignment: AssignmentView
}

const deliveryColour = { waiting: 'yellow', sent: 'teal', doubtful: 'orange', failed: 'red', byPhone: 'blue' } as const

/** One agency on the incident: reached or not, where it stands, when it did what, and what can be recorded for it. */
export const AssignmentCard = ({ incident, assignment }: Props) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const marks = marksOf(incident, assignment)
  return (
    <li className="assignment" data-agency={assignment.agency} data-status={assignment.status}>
      <div className="assignment-head">
        <strong>{assignment.agency}</strong>
        <span className="plan-name">{assignment.name}</span>
        <AssignmentStatusChip status={assignment.status} />
      </div>
      <div className="assignment-facts">
        <span>{t.assignment.role[assignment.role]}</span>
        <span>{t.dispatch.duty[assignment.duty]}</span>
        <span className="delivery" data-colour={deliveryColour[assignment.delivery]}>
          {t.assignment.delivery[assignment.delivery]}
        </span>
        {assignment.notifiedAt !== null && <span>{t.assignment.notifiedAt(time(assignment.notifiedAt))}</span>}
      </div>
      {marks.length > 0 && (
        <ol className="marks">
          {marks.map(mark => (
            <li key={mark.seq}>
              <span>{t.timeline.events[mark.type] ?? mark.type}</span> <time>{time(mark.at)}</time>
            </li>
          ))}
        </ol>
      )}
      {assignment.declineReason && (
        <Text size="sm" c="red">
          {t.assignment.declinedBecause(t.assignment.declineReasons[assignment.declineReason])}
        </Text>
      )}
      {assignment.returnedRemark !== undefined && (
        <Text size="sm" c="orange" className="long-text">
          {t.assignment.returnedWith(assignment.returnedRemark)}
        </Text>
      )}
      {assignment.waivedReason !== undefined && (
        <Text size="sm" c="dimmed" className="long-text">
          {t.assignment.waivedBecause(assignment.waivedReason)}
        </Text>
      )}
      <ReportBox incident={incident} assignment={assignment} />
      <div className="assignment-foot">
        <AssignmentActions incident={incident} assignment={assignment} />
        {assignment.undo && <UndoButton incident={incident} assignment={assignment} undo={assignment.undo} />}
      </div>
    </li>
  )
}
