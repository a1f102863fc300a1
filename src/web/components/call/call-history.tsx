import { Badge, Text } from '@mantine/core'
import type { CallView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'

const colours = { normal: 'blue', ghost: 'gray', prank: 'orange', information: 'teal' } as const

/** What the number was before: shown, never judged by; nobody is blocked. */
export const CallHistory = ({ call }: { call: CallView }) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  if (call.phone === null) return null
  return (
    <section aria-label={t.call.history}>
      <Text size="sm" fw={600}>
        {t.call.history}
      </Text>
      {call.history.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t.call.historyEmpty}
        </Text>
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {t.call.historyCount(call.history.length)}
          </Text>
          <ul className="history">
            {call.history.slice(0, 8).map(earlier => (
              <li key={earlier.call}>
                <span>{dateTime(earlier.openedAt)}</span>
                <Badge size="sm" variant="light" color={earlier.callClass ? colours[earlier.callClass] : 'gray'}>
                  {earlier.callClass ? t.call.classes[earlier.callClass] : t.call.notClassified}
                </Badge>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
