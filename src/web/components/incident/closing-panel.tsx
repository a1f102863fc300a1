import { Button, Text } from '@mantine/core'
import { IconArchive, IconCircleCheck, IconCircleDashed, IconClock } from '@tabler/icons-react'
import type { IncidentView } from '../../../admin-api/contract/index.ts'
import { useRights } from '../../hooks/use-rights.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { whatIsMissing } from '../../plan/what-is-missing.ts'
import { Panel } from '../common/panel.tsx'

/** Closes the incident, says what is still missing, or what it waits for on its way to the archive. */
export const ClosingPanel = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  return (
    <Panel title={t.incident.closing}>
      {incident.status === 'closed' ? (
        <Text size="sm" className="closing-line" role="status">
          <IconClock size={16} aria-hidden /> {t.incident.closed}
        </Text>
      ) : (
        <BeforeClosing incident={incident} />
      )}
    </Panel>
  )
}

const BeforeClosing = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  const { owns } = useRights()
  const close = useIncidentCommand(incident.id, (commands, _: undefined, key) => commands.close(key))
  const missing = whatIsMissing(incident, t)
  return (
    <>
      {missing.length === 0 ? (
        <Text size="sm" c="teal" className="closing-line">
          <IconCircleCheck size={16} aria-hidden /> {t.incident.closeReady}
        </Text>
      ) : (
        <>
          <Text size="sm" fw={600}>
            {t.incident.closeMissing}
          </Text>
          <ul className="closing-list">
            {missing.map(line => (
              <li key={line}>
                <IconCircleDashed size={16} aria-hidden /> {line}
              </li>
            ))}
          </ul>
        </>
      )}
      {owns && (
        <Button
          mt="xs"
          fullWidth
          color="teal.9"
          leftSection={<IconArchive size={18} aria-hidden />}
          loading={close.busy}
          disabled={!incident.allowed.includes('close')}
          onClick={() => close.send()}
        >
          {t.incident.close}
        </Button>
      )}
    </>
  )
}
