import { Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { IncidentView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useRights } from '../../hooks/use-rights.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { Panel } from '../common/panel.tsx'
import { Substitutes } from './substitutes.tsx'

/** Calls for help and alarms that somebody must look at; hidden when there are none. */
export const AttentionPanel = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const { works } = useRights()
  const settle = useIncidentCommand(incident.id, (commands, item: string, key) => commands.settle(item, key))
  const open = incident.attention.filter(item => item.doneAt === undefined)
  if (open.length === 0) return null
  return (
    <Panel title={t.attention.title} tone="alarm">
      <ul className="tasks" aria-live="polite">
        {open.map(item => {
          const agency = incident.assignments.find(assignment => assignment.id === item.assignment)?.agency
          const what = agency ? `${t.attention.kinds[item.kind]}: ${agency}` : t.attention.kinds[item.kind]
          return (
            <li key={item.id} className="task">
              <IconAlertTriangle size={18} aria-hidden />
              <span className="task-words">
                <strong>{what}</strong> <time>{time(item.at)}</time>
              </span>
              <Group gap={6} className="task-buttons">
                <Substitutes incident={incident} item={item} />
                {works && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t.attention.settleOf(what)}
                    loading={settle.input === item.id}
                    onClick={() => settle.send(item.id)}
                  >
                    {t.attention.settle}
                  </Button>
                )}
              </Group>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
