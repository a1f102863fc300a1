import { Text } from '@mantine/core'
import type { AssignmentView, IncidentView } from '../../../admin-api/contract/index.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { AssignmentStatusChip } from '../common/status-chip.tsx'
import { AssignmentActions } from './assignment-actions.tsx'
import { MarksList } from './marks-list.tsx'
import { ReachLine } from './reach-line.tsx'
import { ReportBox } from './report-box.tsx'
import { UndoButton } from './undo-button.tsx'
import { UnitsList } from './units/units-list.tsx'

interface Props {
  incident: IncidentView
  assignment: AssignmentView
}

/** One agency on the incident: reached or not, where it stands, when it did what, and what can be recorded for it. */
export const AssignmentCard = ({ incident, assignment }: Props) => {
  const { t } = useLanguage()
  return (
    <li className="assignment" data-agency={assignment.agency} data-status={assignment.status}>
      <div className="assignment-head">
        <strong>{assignment.agency}</strong>
        <span className="plan-name">
          {assignment.name}
          {assignment.post && ` – ${assignment.post.name}`}
        </span>
        <AssignmentStatusChip status={assignment.status} />
      </div>
      <div className="assignment-facts">
        <span>{t.assignment.role[assignment.role]}</span>
        <span>{t.dispatch.duty[assignment.duty]}</span>
      </div>
      <ReachLine assignment={assignment} />
      <MarksList assignment={assignment} />
      <UnitsList incident={incident} assignment={assignment} />
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
