import { PasswordInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keys } from '../../api/keys.ts'
import { setPassword } from '../../api/session.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { FormDialog } from '../common/form-dialog.tsx'

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
    <FormDialog
      title={t.user.setPassword}
      busy={save.busy}
      complete={password.length >= shortest}
      onSave={() => save.send(password)}
      onClose={onClose}
    >
      <PasswordInput
        label={t.user.newPassword}
        description={t.user.passwordHint}
        autoComplete="new-password"
        value={password}
        onChange={event => setTyped(event.currentTarget.value)}
        data-autofocus
      />
    </FormDialog>
  )
}
