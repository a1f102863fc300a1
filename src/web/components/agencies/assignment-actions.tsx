import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconUserOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { AssignmentView, IncidentView } from '../../../admin-api/contract/index.ts'
import { useRights } from '../../hooks/use-rights.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { type AgencyAction, doneStatuses } from '../../words.ts'
import { ReasonDialog } from '../common/reason-dialog.tsx'
import { RecordDialog } from './record-dialog.tsx'
import { StepsDialog } from './steps/steps-dialog.tsx'
import { UnitsDialog } from './units/units-dialog.tsx'

interface Props {
  incident: IncidentView
  assignment: AssignmentView
}

const unanswered = ['alerting', 'notified', 'received']
const canStandDown = (incident: IncidentView, { status }: AssignmentView): boolean =>
  incident.status === 'dispatched' && !doneStatuses.includes(status)

/** Whatever the crew says by radio or phone can be recorded here; whoever dispatches may stand it down. */
export const AssignmentActions = ({ incident, assignment }: Props) => {
  const { t } = useLanguage()
  const { works, owns } = useRights()
  const [recording, setRecording] = useState<AgencyAction | null>(null)
  const [standingDown, setStandingDown] = useState(false)
  const standDown = useIncidentCommand(
    incident.id,
    (commands, reason: string, key) => commands.standDown(assignment.id, reason, key),
    () => setStandingDown(false),
  )
  const duty = useIncidentCommand(incident.id, (commands, wanted: AssignmentView['duty'], key) =>
    commands.changeDuty(assignment.id, { duty: wanted }, key),
  )
  const [dialog, setDialog] = useState<'steps' | 'units' | null>(null)
  const other = assignment.duty === 'act' ? 'inform' : 'act'
  const mayStandDown = owns && canStandDown(incident, assignment)
  const mayChangeDuty = mayStandDown && (other === 'act' || unanswered.includes(assignment.status))
  const takesUnits = assignment.duty === 'act' && assignment.actions.length > 0
  if (!works) return null
  return (
    <>
      <Menu position="bottom-start" withArrow>
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="default"
            rightSection={<IconChevronDown size={14} aria-hidden />}
            aria-label={t.assignment.recordFor(assignment.agency)}
          >
            {t.assignment.record}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {assignment.actions.map(action => (
            <Menu.Item key={action} onClick={() => setRecording(action)}>
              {t.assignment.actions[action]}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {takesUnits && <Menu.Item onClick={() => setDialog('units')}>{t.units.name}</Menu.Item>}
          <Menu.Item onClick={() => setDialog('steps')}>{t.steps.open}</Menu.Item>
          {mayChangeDuty && (
            <Menu.Item onClick={() => duty.send(other)}>{other === 'act' ? t.duty.toAct : t.duty.toInform}</Menu.Item>
          )}
          {mayStandDown && (
            <Menu.Item
              className="menu-danger"
              leftSection={<IconUserOff size={16} aria-hidden />}
              onClick={() => setStandingDown(true)}
            >
              {t.assignment.standDown}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'steps' && (
        <StepsDialog incident={incident} assignment={assignment} onClose={() => setDialog(null)} />
      )}
      {dialog === 'units' && (
        <UnitsDialog incident={incident} assignment={assignment} onClose={() => setDialog(null)} />
      )}
      {recording && (
        <RecordDialog
          incident={incident}
          assignment={assignment}
          action={recording}
          onClose={() => setRecording(null)}
        />
      )}
      {standingDown && (
        <ReasonDialog
          title={t.assignment.standDownOf(assignment.agency)}
          label={t.common.reason}
          action={t.assignment.standDown}
          danger
          busy={standDown.busy}
          onSend={standDown.send}
          onClose={() => setStandingDown(false)}
        />
      )}
    </>
  )
}
