import { Button, Group, Progress, Text } from '@mantine/core'
import type { ChatView } from '../../../admin-api/contract/index.ts'
import { adminApi } from '../../api/admin.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { useAdminCommand } from './use-admin.ts'

const useCheck = () => useAdminCommand((chat: string | null, key, centre) => adminApi.checkChats(centre, chat, key))

/** Asks after every chat without a message, and shows how far that has come. */
export const CheckAll = ({ chats }: { chats: readonly ChatView[] }) => {
  const { t } = useLanguage()
  const check = useCheck()
  const done = chats.filter(({ checking }) => !checking).length
  if (chats.length === 0) return null
  return (
    <Group mb="sm" gap="md">
      <Button size="sm" variant="default" loading={check.busy || done < chats.length} onClick={() => check.send(null)}>
        {t.admin.channels.checkAll}
      </Button>
      {done < chats.length ? (
        <div role="status">
          <Text size="sm">{t.admin.channels.checkedOf(done, chats.length)}</Text>
          <Progress value={(100 * done) / chats.length} aria-label={t.admin.channels.checkAll} w={240} />
        </div>
      ) : (
        <Text size="sm" c="dimmed" maw={560}>
          {t.admin.channels.checkHint}
        </Text>
      )}
    </Group>
  )
}

const colours = { ok: 'teal', down: 'red', unknown: 'orange' } as const

/** When a chat was last asked after, what came of it, and a button to ask now. */
export const ChatCheck = ({ chat }: { chat: ChatView }) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  const check = useCheck()
  const words = t.admin.channels
  const last = chat.check
  return (
    <>
      <Text size="sm" c={last ? colours[last.result] : 'dimmed'}>
        {last ? `${words.checkResults[last.result]}, ${dateTime(last.at)}` : words.notChecked}
      </Text>
      {last?.result === 'unknown' && (
        <Text size="xs" c="dimmed" className="long-text">
          {last.detail}
        </Text>
      )}
      {chat.checking ? (
        <Text size="xs" c="dimmed" role="status">
          {words.checking}
        </Text>
      ) : (
        <Button
          size="compact-xs"
          variant="subtle"
          ml={-8}
          loading={check.busy}
          aria-label={words.checkOf(chat.title)}
          onClick={() => check.send(chat.id)}
        >
          {words.checkNow}
        </Button>
      )}
    </>
  )
}
