import { MultiSelect, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserView } from '../../../admin-api/contract/index.ts'
import { adminApi } from '../../api/admin.ts'
import { FormDialog } from '../../components/common/form-dialog.tsx'
import { useSigned } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { type Role, roles } from '../../words.ts'
import { EditDialog } from './shared/edit-dialog.tsx'
import { useSharedForm } from './shared/use-shared-form.ts'
import { useAdminCommand, useCentres } from './use-admin.ts'

const blank = { name: '', role: 'operator' as Role, centres: [] as string[], active: true }
type Fields = typeof blank

export const NewUserDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLanguage()
  const here = useSigned().centre.code
  const [fields, setFields] = useState<Fields>({ ...blank, centres: here === '' ? [] : [here] })
  const add = useAdminCommand((_: undefined, key) => {
    const { active: _active, ...user } = fields
    return adminApi.addUser(user, key)
  }, onClose)
  return (
    <FormDialog
      title={t.admin.user.add}
      busy={add.busy}
      complete={isComplete(fields)}
      onSave={() => add.send()}
      onClose={onClose}
    >
      <UserFields fields={fields} set={given => setFields({ ...fields, ...given })} />
    </FormDialog>
  )
}

const fieldsOf = ({ name, role, centres, active }: UserView): Fields => ({ name, role, centres, active })

export const UserDialog = ({ user, onClose }: { user: UserView; onClose: () => void }) => {
  const form = useSharedForm<UserView, Fields>({
    stored: user,
    fieldsOf,
    send: ({ was, to }, key) => adminApi.changeUser(user.id, { ...to, was }, key),
    reload: async () => (await adminApi.users()).find(({ id }) => id === user.id) ?? user,
    onDone: onClose,
  })
  return (
    <EditDialog name={user.name} form={form} complete={isComplete(form.fields)} onClose={onClose}>
      <UserFields fields={form.fields} set={form.set} />
    </EditDialog>
  )
}

/** Only an administrator may be without a centre: that one looks after all of them. */
const isComplete = ({ name, role, centres }: Fields): boolean =>
  name.trim() !== '' && (centres.length > 0 || role === 'administrator')

const UserFields = ({ fields, set }: { fields: Fields; set: (given: Partial<Fields>) => void }) => {
  const { t } = useLanguage()
  const known = useCentres().data?.centres ?? []
  return (
    <>
      <TextInput
        label={t.common.name}
        maxLength={200}
        autoComplete="off"
        value={fields.name}
        onChange={event => set({ name: event.currentTarget.value })}
      />
      <Select
        label={t.admin.user.role}
        allowDeselect={false}
        data={roles.map(value => ({ value, label: t.roles[value] }))}
        value={fields.role}
        onChange={role => role && set({ role })}
      />
      <MultiSelect
        label={t.admin.user.centres}
        {...(fields.role === 'administrator' && { description: t.admin.user.allCentresHint })}
        data={known.map(centre => ({ value: centre.code, label: centre.name }))}
        value={fields.centres}
        onChange={centres => set({ centres })}
      />
    </>
  )
}
