import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keys } from '../../api/keys.ts'
import { setPassword } from '../../api/session.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

const shortest = 10

export const PasswordDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [password, setTyped] = useState('')
  const save = useCommand(setPassword, {
    said: t.user.passwordSet,
    onDone: () => {
      void client.invalidateQueries({ queryKey: keys.session })
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t.user.setPassword} closeButtonProps={{ 'aria-label': t.common.close }}>
      <form
        onSubmit={event => {
          event.preventDefault()
          save.send(password)
        }}
      >
        <Stack>
          <PasswordInput
            label={t.user.newPassword}
            description={t.user.passwordHint}
            autoComplete="new-password"
            value={password}
            onChange={event => setTyped(event.currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button type="submit" loading={save.busy} disabled={password.length < shortest}>
              {t.common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
