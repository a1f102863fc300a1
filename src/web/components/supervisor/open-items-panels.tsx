import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { HandoverView } from '../../../admin-api/contract/index.ts'
import { useRights } from '../../hooks/use-rights.ts'
import { useRenewRoom } from '../../hooks/use-room.ts'
import { hrefOf } from '../../hooks/use-route.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { formatSpan } from '../../time/format.ts'
import { useServiceReading } from '../../time/use-service-now.ts'
import { Panel } from '../common/panel.tsx'
import { PhoneTaskRow } from '../live/phone-task-row.tsx'
import { IncidentWords } from './incident-words.tsx'

type PhoneTask = HandoverView['phoneTasks'][number]
type Attention = HandoverView['attention'][number]

/** Calls by voice that wait anywhere, made and recorded here as on the incident. */
export const RoomPhoneTasks = ({ tasks }: { tasks: readonly PhoneTask[] }) => {
  const { t } = useLanguage()
  const renew = useRenewRoom()
  return (
    <Panel title={`${t.phoneTask.title} (${tasks.length})`}>
      {tasks.length === 0 && <Nothing>{t.supervisor.phoneTasksEmpty}</Nothing>}
      <ul className="tasks">
        {tasks.map(task => (
          <PhoneTaskRow
            key={`${task.incident} ${task.id}`}
            incident={task.incident}
            task={task}
            foot={<ItemFoot item={task} at={task.raisedAt} />}
            onDone={renew}
          />
        ))}
      </ul>
    </Panel>
  )
}

/** Calls for help that wait anywhere; a supervisor answers their pings here. */
export const RoomAttention = ({ items }: { items: readonly Attention[] }) => {
  const { t } = useLanguage()
  return (
    <Panel title={`${t.attention.title} (${items.length})`}>
      {items.length === 0 && <Nothing>{t.supervisor.attentionEmpty}</Nothing>}
      <ul className="open-items">
        {items.map(item => (
          <Item key={`${item.incident} ${item.id}`} item={item} at={item.at} aside={<TakeHelp item={item} />}>
            <strong>{t.attention.kinds[item.kind]}</strong>
            {item.agency !== null && `: ${item.agency}`}
          </Item>
        ))}
      </ul>
    </Panel>
  )
}

interface ItemProps {
  item: Pick<PhoneTask, 'incident' | 'number' | 'owner'>
  at: number
  aside?: ReactNode
  children: ReactNode
}

const Item = ({ item, at, aside, children }: ItemProps) => (
  <li>
    <span className="open-item-words">
      <span>{children}</span>
      <ItemFoot item={item} at={at} />
    </span>
    {aside}
  </li>
)

/** Of which incident, since when, and who has it. */
const ItemFoot = ({ item, at }: Pick<ItemProps, 'item' | 'at'>) => {
  const { t } = useLanguage()
  const span = useServiceReading(now => formatSpan((now - at) / 1000))
  return (
    <span className="open-item-foot">
      <IncidentWords incident={item.incident} />
      <span>
        <a href={hrefOf('desk', 'incident', item.incident)} aria-label={t.supervisor.openOf(item.number)}>
          {item.number}
        </a>{' '}
        · {t.supervisor.since(span)} · {item.owner?.name ?? t.supervisor.nobody}
      </span>
    </span>
  )
}

const TakeHelp = ({ item }: { item: Attention }) => {
  const { t } = useLanguage()
  const { supervises } = useRights()
  const renew = useRenewRoom()
  const take = useIncidentCommand(
    item.incident,
    (commands, clock: string, key) => commands.takeClock(clock, key),
    renew,
  )
  const { clock } = item
  if (item.taken) return <span className="open-item-foot">{item.taken.by}</span>
  if (!supervises || clock === null) return null
  return (
    <Button
      size="compact-sm"
      color="red.8"
      aria-label={t.supervisor.takeOf(`${item.number} ${t.attention.kinds[item.kind]}`)}
      loading={take.busy}
      onClick={() => take.send(clock)}
    >
      {t.supervisor.take}
    </Button>
  )
}

const Nothing = ({ children }: { children: string }) => (
  <Text size="sm" c="dimmed">
    {children}
  </Text>
)
