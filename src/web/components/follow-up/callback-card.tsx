import { Button, Group, Text } from '@mantine/core'
import { IconPhoneOutgoing } from '@tabler/icons-react'
import type { CallbackView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useRights } from '../../hooks/use-rights.ts'
import { hrefOf } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { phoneText } from '../../phone-text.ts'
import { CallbackButtons } from './callback-buttons.tsx'

/** A number to ring back: why, how often it was tried, and what came of it. */
export const CallbackCard = ({ task, linked = false }: { task: CallbackView; linked?: boolean }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const { works } = useRights()
  const { done } = task
  const number = phoneText(task.phone) ?? t.callback.noPhone
  return (
    <section className="follow-up" data-open={done === null} aria-label={t.callback.of(t.callback.title, number)}>
      <div className="follow-up-head">
        <IconPhoneOutgoing size={18} aria-hidden />
        {task.phone === null ? (
          <strong>{number}</strong>
        ) : (
          <a className="task-number" href={`tel:${task.phone.replaceAll(' ', '')}`}>
            {number}
          </a>
        )}
        {task.callerName !== null && <span>{task.callerName}</span>}
        <span className="follow-up-state">
          {done ? t.callback.outcomes[done.outcome] : t.callback.attempts(task.attempts.length)}
        </span>
      </div>
      <Text size="sm" c="dimmed">
        {t.callback.causes[task.cause]} · {t.callback.covers(task.calls.length)} ·{' '}
        {t.callback.raised(time(task.raisedAt))}
      </Text>
      {task.attempts.map(attempt => (
        <Text key={attempt.at} size="xs" c="dimmed">
          {t.callback.attempt(time(attempt.at), attempt.by)}
        </Text>
      ))}
      {done && (
        <Text size="sm" className="long-text">
          {t.callback.doneAt(time(done.at), done.by)}
          {done.note !== null && ` · ${done.note}`}
        </Text>
      )}
      <Group gap={6} mt={8}>
        {works && !done && <CallbackButtons task={task} />}
        {done?.call && (
          <Button component="a" size="compact-sm" variant="light" href={hrefOf('desk', 'call', done.call)}>
            {t.callback.newCall}
          </Button>
        )}
        {linked && (
          <Button component="a" size="compact-sm" variant="subtle" href={hrefOf('desk', 'call', task.call)}>
            {t.callback.toCall}
          </Button>
        )}
      </Group>
    </section>
  )
}
