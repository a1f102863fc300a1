import { Badge, Button, Group, Table, Text } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import type { SignInLinkView, UserView } from '../../../admin-api/contract/index.ts'
import { adminApi } from '../../api/admin.ts'
import { QueryState } from '../../components/common/query-state.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { AdminTable } from './admin-table.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { ActiveBadge } from './shared/active-badge.tsx'
import { useAdminCommand, useUsers } from './use-admin.ts'
import { NewUserDialog, UserDialog } from './user-dialog.tsx'

export const UsersTab = () => {
  const { t } = useLanguage()
  const users = useUsers()
  const [edited, setEdited] = useState<UserView | 'new' | null>(null)
  const [link, setLink] = useState<{ user: UserView; link: SignInLinkView } | null>(null)
  const create = useAdminCommand(
    async (user: UserView, key) => ({ user, link: await adminApi.linkFor(user.id, key) }),
    setLink,
  )
  return (
    <QueryState query={users}>
      {list => (
        <>
          <AdminTable
            head={[t.common.name, t.admin.user.role, t.admin.user.centres, t.common.status, '']}
            empty={t.admin.user.empty}
            add={{ label: t.admin.user.add, onAdd: () => setEdited('new') }}
            rows={list.map(user => (
              <Table.Tr key={user.id}>
                <Table.Td fw={600}>{user.name}</Table.Td>
                <Table.Td>{t.roles[user.role]}</Table.Td>
                <Table.Td>{centresOf(user, t.admin.user.allCentres)}</Table.Td>
                <Table.Td>
                  <UserState user={user} />
                </Table.Td>
                <Table.Td>
                  <Group gap="xs" justify="flex-end" wrap="nowrap">
                    <Button
                      size="compact-sm"
                      variant="light"
                      leftSection={<IconLink size={15} aria-hidden />}
                      aria-label={t.admin.user.linkOf(user.name)}
                      loading={create.input?.id === user.id}
                      disabled={!user.active}
                      onClick={() => create.send(user)}
                    >
                      {t.admin.user.link}
                    </Button>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={t.admin.pairing.editOf(user.name)}
                      onClick={() => setEdited(user)}
                    >
                      {t.common.edit}
                    </Button>
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          />
          {edited === 'new' && <NewUserDialog onClose={() => setEdited(null)} />}
          {edited !== null && edited !== 'new' && <UserDialog user={edited} onClose={() => setEdited(null)} />}
          {link && <LinkDialog name={link.user.name} link={link.link} onClose={() => setLink(null)} />}
        </>
      )}
    </QueryState>
  )
}

const centresOf = ({ role, centres }: UserView, all: string): string =>
  centres.length > 0 ? centres.join(', ') : role === 'administrator' ? all : '–'

const UserState = ({ user }: { user: UserView }) => {
  const { t } = useLanguage()
  return (
    <Group gap={6}>
      <ActiveBadge active={user.active} />
      {user.onDuty && (
        <Badge color="blue" variant="light" tt="none">
          {t.admin.user.onDuty}
        </Badge>
      )}
      {!user.hasPassword && (
        <Text size="xs" c="dimmed">
          {t.admin.user.noPassword}
        </Text>
      )}
    </Group>
  )
}
