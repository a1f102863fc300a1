import { Button, Group, Menu } from '@mantine/core'
import { IconPhoneCall } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { PhoneTaskView, RecordPhoneTask } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useRights } from '../../hooks/use-rights.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { phoneText } from '../../phone-text.ts'
import { declineReasons } from '../../words.ts'

interface Props {
  incident: string
  task: PhoneTaskView
  /** below the words, where the row stands apart from its incident */
  foot?: ReactNode
  onDone?: () => void
}

/** One call to make by voice: the number whose turn it is, and what came of it. */
export const PhoneTaskRow = ({ incident, task, foot, onDone }: Props) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const { works } = useRights()
  const record = useIncidentCommand(
    incident,
    (commands, result: RecordPhoneTask, key) => commands.phoneTask(task.id, result, key),
    onDone,
  )
  const { outcomes } = t.phoneTask
  const label = (outcome: string) => t.phoneTask.outcomeOf(outcome, task.agency)
  // A closure notice is only told: nobody takes or declines anything any more.
  const accepted = task.cause === 'closure' ? t.phoneTask.told : outcomes.accepted
  return (
    <li className="task">
      <IconPhoneCall size={18} aria-hidden />
      <span className="task-words">
        <strong>{task.agency}</strong> {t.phoneTask.causes[task.cause]} <time>{time(task.raisedAt)}</time>
        <br />
        {task.phone === null ? (
          <em>{t.phoneTask.noNumber}</em>
        ) : (
          <a href={`tel:${task.phone.replaceAll(' ', '')}`} className="task-number">
            {phoneText(task.phone)}
          </a>
        )}
        {task.attempts.length > 0 && ` · ${t.phoneTask.attempts(task.attempts.length)}`}
        {foot}
      </span>
      {works && (
        <Group gap={6} className="task-buttons">
          <Button
            size="compact-sm"
            color="teal.9"
            aria-label={label(accepted)}
            loading={record.input?.outcome === 'accepted'}
            onClick={() => record.send({ outcome: 'accepted' })}
          >
            {accepted}
          </Button>
          {task.cause !== 'closure' && (
            <Menu withArrow>
              <Menu.Target>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={label(outcomes.declined)}
                  loading={record.input?.outcome === 'declined'}
                >
                  {outcomes.declined}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Label>{t.assignment.declineReason}</Menu.Label>
                {declineReasons.map(reason => (
                  <Menu.Item key={reason} onClick={() => record.send({ outcome: 'declined', reason })}>
                    {t.assignment.declineReasons[reason]}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
          <Button
            size="compact-sm"
            variant="default"
            aria-label={label(outcomes.noAnswer)}
            loading={record.input?.outcome === 'noAnswer'}
            onClick={() => record.send({ outcome: 'noAnswer' })}
          >
            {outcomes.noAnswer}
          </Button>
        </Group>
      )}
    </li>
  )
}
