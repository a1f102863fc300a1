import { Badge, Button, Group, Text, Title, Tooltip } from '@mantine/core'
import { IconHandGrab, IconLock } from '@tabler/icons-react'
import type { IncidentView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useRights } from '../../hooks/use-rights.ts'
import { hrefOf } from '../../hooks/use-route.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { PriorityMark } from '../common/priority-mark.tsx'
import { IncidentStatusChip } from '../common/status-chip.tsx'
import { IncidentMenu } from './more/incident-menu.tsx'

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
        {incident.merged && (
          <Text size="sm">
            {t.more.mergedInto} <a href={hrefOf('desk', 'incident', incident.merged.into)}>{incident.merged.number}</a>
          </Text>
        )}
        {incident.reopenableUntil !== null && (
          <Text size="xs" c="dimmed">
            {t.more.reopenUntil(dateTime(incident.reopenableUntil))}
          </Text>
        )}
      </div>
      <IncidentButtons incident={incident} />
    </header>
  )
}

const IncidentButtons = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  const { owns } = useRights()
  const take = useIncidentCommand(incident.id, (commands, _: undefined, key) => commands.take(key))
  return (
    <Group gap="xs" className="incident-buttons">
      {owns && incident.allowed.includes('take') && (
        <Button leftSection={<IconHandGrab size={16} aria-hidden />} loading={take.busy} onClick={() => take.send()}>
          {t.incident.take}
        </Button>
      )}
      <IncidentMenu incident={incident} />
    </Group>
  )
}
