import { Badge, Button, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { ChatView } from '../../../admin-api/contract/index.ts'
import { adminApi } from '../../api/admin.ts'
import { QueryState } from '../../components/common/query-state.tsx'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { channelNames } from '../../words.ts'
import { AdminTable } from './admin-table.tsx'
import { audienceText } from './audience.ts'
import { ChatCheck, CheckAll } from './silent-check.tsx'
import { useAdminCommand, useChats, useUsers } from './use-admin.ts'

/** The paired chats and whether they can be reached. */
export const ChannelsTab = () => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  const chats = useChats()
  const users = useUsers().data ?? []
  const [leaving, setLeaving] = useState<ChatView | null>(null)
  return (
    <QueryState query={chats}>
      {list => (
        <>
          <CheckAll chats={list} />
          <AdminTable
            head={[
              t.admin.channels.chat,
              t.admin.channels.standsFor,
              t.common.status,
              t.admin.channels.check,
              t.admin.channels.paired,
              '',
            ]}
            empty={t.admin.channels.empty}
            rows={list.map(chat => (
              <Table.Tr key={chat.id}>
                <Table.Td fw={600}>
                  {chat.title}{' '}
                  <Text span size="xs" c="dimmed">
                    {channelNames[chat.channel]}
                  </Text>
                </Table.Td>
                <Table.Td>{audienceText(chat.audience, users, t)}</Table.Td>
                <Table.Td>
                  <ChatHealth chat={chat} />
                </Table.Td>
                <Table.Td>
                  <ChatCheck chat={chat} />
                </Table.Td>
                <Table.Td>
                  <Text size="sm" c="dimmed">
                    {t.admin.channels.pairedBy(chat.pairedBy, dateTime(chat.pairedAt))}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="red"
                    aria-label={t.admin.channels.unbindOf(chat.title)}
                    onClick={() => setLeaving(chat)}
                  >
                    {t.admin.channels.unbind}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          />
          {leaving && <UnbindDialog chat={leaving} onClose={() => setLeaving(null)} />}
        </>
      )}
    </QueryState>
  )
}

const ChatHealth = ({ chat: { health, openingLink } }: { chat: ChatView }) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  if (health.status === 'ok') {
    return (
      <Badge color="teal" variant="light" tt="none">
        {t.admin.channels.ok}
      </Badge>
    )
  }
  return (
    <>
      <Badge color="red" tt="none">
        {t.admin.channels.down(dateTime(health.since))}
      </Badge>
      <Text size="xs" c="dimmed" className="long-text">
        {health.detail}
      </Text>
      {openingLink !== undefined && (
        <Text size="xs">
          {t.admin.channels.openAgain}:{' '}
          <a href={openingLink} target="_blank" rel="noreferrer">
            {openingLink}
          </a>
        </Text>
      )}
    </>
  )
}

const UnbindDialog = ({ chat, onClose }: { chat: ChatView; onClose: () => void }) => {
  const { t } = useLanguage()
  const unbind = useAdminCommand((id: string, key, centre) => adminApi.unbind(centre, id, key), onClose)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.admin.channels.unbindOf(chat.title)}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <Stack>
        <Text>{t.admin.channels.unbindAsk(chat.title)}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.common.cancel}
          </Button>
          <Button color="red" loading={unbind.busy} onClick={() => unbind.send(chat.id)}>
            {t.admin.channels.unbind}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
