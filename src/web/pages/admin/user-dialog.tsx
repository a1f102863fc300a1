import { MultiSelect, Select, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserView } from '../../../admin-api/contract/index.ts'
import { adminApi } from '../../api/admin.ts'
import { useSigned } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { type Role, roles } from '../../words.ts'
import { FormDialog } from './form-dialog.tsx'
import { useAdminCommand, useCentres } from './use-admin.ts'

export const UserDialog = ({ user, onClose }: { user: UserView | null; onClose: () => void }) => {
  const { t } = useLanguage()
  const here = useSigned().centre.code
  const known = useCentres().data?.centres ?? []
  const [name, setName] = useState(user?.name ?? '')
  const [role, setRole] = useState<Role>(user?.role ?? 'operator')
  const [centres, setCentres] = useState(user?.centres ?? (here === '' ? [] : [here]))
  const [active, setActive] = useState(user?.active ?? true)
  const save = useAdminCommand((_: undefined, key) => {
    const common = { name: name.trim(), role, centres }
    return user ? adminApi.changeUser(user.id, { ...common, active }, key) : adminApi.addUser(common, key)
  }, onClose)
  return (
    <FormDialog
      title={user ? t.admin.pairing.editOf(user.name) : t.admin.user.add}
      busy={save.busy}
      complete={name.trim() !== '' && (centres.length > 0 || role === 'administrator')}
      onSave={() => save.send()}
      onClose={onClose}
    >
      <TextInput
        label={t.common.name}
        maxLength={200}
        autoComplete="off"
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      <Select
        label={t.admin.user.role}
        allowDeselect={false}
        data={roles.map(value => ({ value, label: t.roles[value] }))}
        value={role}
        onChange={value => value && setRole(value)}
      />
      <MultiSelect
        label={t.admin.user.centres}
        {...(role === 'administrator' && { description: t.admin.user.allCentresHint })}
        data={known.map(centre => ({ value: centre.code, label: centre.name }))}
        value={centres}
        onChange={setCentres}
      />
      {user && (
        <Switch label={t.common.active} checked={active} onChange={event => setActive(event.currentTarget.checked)} />
      )}
    </FormDialog>
  )
}
