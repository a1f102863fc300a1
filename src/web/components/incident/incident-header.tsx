import { Badge, Button, Group, Text, Title, Tooltip } from '@mantine/core'
import { IconHandGrab, IconLock, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { IncidentView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useRights } from '../../hooks/use-rights.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { PriorityMark } from '../common/priority-mark.tsx'
import { ReasonDialog } from '../common/reason-dialog.tsx'
import { IncidentStatusChip } from '../common/status-chip.tsx'

/** What, where, how urgent, how far; taking it over and cancelling it. */
export const IncidentHeader = ({ incident }: { incident: IncidentView }) => {
  const { t, pick } = useLanguage()
  const { dateTime } = useTimes()
  return (
    <header className="incident-head">
      <PriorityMark priority={incident.priority} />
      <div className="incident-title">
        <Group gap="xs">
          <Title order={1} size="h2">
            {incident.typeName ? pick(incident.typeName) : t.board.noType}
          </Title>
          <IncidentStatusChip status={incident.status} />
          {incident.restricted && (
            <Tooltip label={t.intake.restrictedHint}>
              <Badge color="grape" variant="outline" tt="none" leftSection={<IconLock size={12} aria-hidden />}>
                {t.intake.restricted}
              </Badge>
            </Tooltip>
          )}
        </Group>
        <Text size="sm">{incident.place ?? t.board.noPlace}</Text>
        <Text size="xs" c="dimmed">
          {incident.number} · {t.incident.opened(dateTime(incident.openedAt))}
        </Text>
        {incident.cancelReason !== null && (
          <Text size="sm" c="red" className="long-text">
            {t.incident.cancelled(incident.cancelReason)}
          </Text>
        )}
      </div>
      <IncidentButtons incident={incident} />
    </header>
  )
}

const IncidentButtons = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  const { works, owns } = useRights()
  const [cancelling, setCancelling] = useState(false)
  const take = useIncidentCommand(incident.id, (commands, _: undefined, key) => commands.take(key))
  const cancel = useIncidentCommand(
    incident.id,
    (commands, reason: string, key) => commands.cancel(reason, key),
    () => setCancelling(false),
  )
  return (
    <Group gap="xs" className="incident-buttons">
      {owns && incident.allowed.includes('take') && (
        <Button leftSection={<IconHandGrab size={16} aria-hidden />} loading={take.busy} onClick={() => take.send()}>
          {t.incident.take}
        </Button>
      )}
      {works && incident.allowed.includes('cancel') && (
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => setCancelling(true)}
        >
          {t.incident.cancel}
        </Button>
      )}
      {cancelling && (
        <ReasonDialog
          title={t.incident.cancel}
          hint={t.incident.cancelHint}
          label={t.common.reason}
          action={t.incident.cancel}
          danger
          busy={cancel.busy}
          onSend={cancel.send}
          onClose={() => setCancelling(false)}
        />
      )}
    </Group>
  )
}
