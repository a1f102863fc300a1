import { Button, Menu, Text } from '@mantine/core'
import { IconChevronDown, IconKey, IconLogout } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keys } from '../../api/keys.ts'
import { setDuty, signOut } from '../../api/session.ts'
import { useSigned } from '../../hooks/use-centre.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { PasswordDialog } from './password-dialog.tsx'

export const UserMenu = () => {
  const { t } = useLanguage()
  const { user } = useSigned().session
  const client = useQueryClient()
  const [passwordOpen, setPasswordOpen] = useState(false)
  const duty = useCommand(setDuty, { onDone: () => void client.invalidateQueries({ queryKey: keys.session }) })
  const leave = useCommand((_: undefined, key) => signOut(key), {
    onDone: () => {
      client.setQueryData(keys.session, null)
      client.removeQueries({ predicate: query => query.queryKey[0] !== keys.session[0] })
    },
  })

  return (
    <>
      <Menu position="bottom-end" withArrow>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            aria-label={`${t.user.menu}: ${user.name}`}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            <span className="user-name">{user.name}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t.roles[user.role]}</Menu.Label>
          <Menu.CheckboxItem checked={user.onDuty} disabled={duty.busy} closeMenuOnClick onChange={duty.send}>
            {t.user.onDuty}
            <Text size="xs" c="dimmed">
              {t.user.dutyHint}
            </Text>
          </Menu.CheckboxItem>
          <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={() => setPasswordOpen(true)}>
            {user.hasPassword ? t.user.setPassword : t.user.choosePassword}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconLogout size={16} aria-hidden />}
            disabled={leave.busy}
            onClick={() => leave.send()}
          >
            {t.user.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {passwordOpen && <PasswordDialog onClose={() => setPasswordOpen(false)} />}
    </>
  )
}
