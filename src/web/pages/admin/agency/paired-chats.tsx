import { Badge, Button, Group, Text } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import type { ChatView } from '../../../../admin-api/contract/index.ts'
import { Panel } from '../../../components/common/panel.tsx'
import { QueryState } from '../../../components/common/query-state.tsx'
import { hrefOf } from '../../../hooks/use-route.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { channelNames } from '../../../words.ts'
import { audienceText } from '../audience.ts'
import { useChats, useUsers } from '../use-admin.ts'

const isOf = ({ audience }: ChatView, agency: string): boolean => 'agency' in audience && audience.agency === agency

/** The chats that stand for the agency, its posts and its officers; without one it is phoned. */
export const PairedChats = ({ agency }: { agency: string }) => {
  const { t } = useLanguage()
  const chats = useChats()
  const users = useUsers().data ?? []
  return (
    <Panel
      title={t.agencyAdmin.chats.title}
      aside={
        <Button
          component="a"
          href={hrefOf('admin', 'pairing', agency)}
          size="compact-sm"
          variant="light"
          leftSection={<IconLink size={15} aria-hidden />}
        >
          {t.agencyAdmin.chats.pair}
        </Button>
      }
    >
      <QueryState query={chats}>
        {list => {
          const own = list.filter(chat => isOf(chat, agency))
          if (own.length === 0) return <Text c="dimmed">{t.agencyAdmin.chats.empty}</Text>
          return (
            <ul className="admin-list">
              {own.map(chat => (
                <li key={chat.id}>
                  <Group justify="space-between" wrap="nowrap">
                    <div>
                      <Text fw={600}>{chat.title}</Text>
                      <Text size="sm" c="dimmed">
                        {audienceText(chat.audience, users, t)} · {channelNames[chat.channel]}
                      </Text>
                    </div>
                    <Badge color={chat.health.status === 'ok' ? 'teal' : 'red'} variant="light" tt="none">
                      {chat.health.status === 'ok' ? t.admin.channels.ok : t.agencyAdmin.chats.down}
                    </Badge>
                  </Group>
                </li>
              ))}
            </ul>
          )
        }}
      </QueryState>
    </Panel>
  )
}
