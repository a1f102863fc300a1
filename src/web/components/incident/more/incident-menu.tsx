import { Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { IncidentView } from '../../../../admin-api/contract/index.ts'
import { useRights } from '../../../hooks/use-rights.ts'
import { hrefOf } from '../../../hooks/use-route.ts'
import { useIncidentCommand } from '../../../hooks/use-service.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { ConfirmDialog } from '../../common/confirm-dialog.tsx'
import { ReasonDialog } from '../../common/reason-dialog.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { PriorityDialog } from './priority-dialog.tsx'

/** Each rare step, what the server calls it, and whether only whoever leads the incident may do it. */
const items = [
  { dialog: 'priority', command: 'setPriority', leads: true },
  { dialog: 'merge', command: 'merge', leads: true },
  { dialog: 'startLong', command: 'startLongOperation', leads: true },
  { dialog: 'endLong', command: 'endLongOperation', leads: true },
  { dialog: 'reopen', command: 'reopen', leads: true },
  { dialog: 'handOver', command: 'handOver', leads: false },
  { dialog: 'cancel', command: 'cancel', leads: false },
] as const
type Dialog = (typeof items)[number]['dialog']

/** What is seldom done to a whole incident, behind one button; each asks before it acts. */
export const IncidentMenu = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  const { works, owns } = useRights()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const close = () => setDialog(null)
  const offered = items.filter(({ command, leads }) => incident.allowed.includes(command) && (leads ? owns : works))
  return (
    <>
      <Menu position="bottom-end" withArrow>
        <Menu.Target>
          <Button variant="default" size="sm" leftSection={<IconDots size={16} aria-hidden />}>
            {t.more.menu}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href={hrefOf('print', 'incident', incident.id)}>
            {t.print.action}
          </Menu.Item>
          {offered.map(item => (
            <Menu.Item
              key={item.dialog}
              onClick={() => setDialog(item.dialog)}
              {...(item.dialog === 'cancel' && { style: { color: 'var(--red)' } })}
            >
              {item.dialog === 'handOver' ? t.handOver.open : t.more[item.dialog]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'priority' && <PriorityDialog incident={incident} onClose={close} />}
      {dialog === 'merge' && <MergeDialog incident={incident} onClose={close} />}
      {dialog === 'handOver' && <HandOverDialog incident={incident} onClose={close} />}
      {dialog === 'cancel' && <CancelDialog incident={incident} onClose={close} />}
      {(dialog === 'startLong' || dialog === 'endLong' || dialog === 'reopen') && (
        <PlainDialog incident={incident} step={dialog} onClose={close} />
      )}
    </>
  )
}

interface Props {
  incident: IncidentView
  onClose: () => void
}

const CancelDialog = ({ incident, onClose }: Props) => {
  const { t } = useLanguage()
  const cancel = useIncidentCommand(
    incident.id,
    (commands, reason: string, key) => commands.cancel(reason, key),
    onClose,
  )
  return (
    <ReasonDialog
      title={t.incident.cancel}
      hint={t.incident.cancelHint}
      label={t.common.reason}
      action={t.incident.cancel}
      danger
      busy={cancel.busy}
      onSend={cancel.send}
      onClose={onClose}
    />
  )
}

/** Steps that need no words. */
const PlainDialog = ({ incident, step, onClose }: Props & { step: 'startLong' | 'endLong' | 'reopen' }) => {
  const { t } = useLanguage()
  const command = useIncidentCommand(
    incident.id,
    (commands, _: undefined, key) => {
      if (step === 'startLong') return commands.startLongOperation(key)
      return step === 'endLong' ? commands.endLongOperation(key) : commands.reopen(key)
    },
    onClose,
  )
  return (
    <ConfirmDialog
      title={t.more[step]}
      hint={t.more[`${step}Hint`]}
      action={t.more[step]}
      busy={command.busy}
      onSend={() => command.send()}
      onClose={onClose}
    />
  )
}
