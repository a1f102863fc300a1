import { useState } from 'react'
import type { InformationEntry, NewInformation } from '../../../../admin-api/contract/index.ts'
import { adminApi } from '../../../api/admin.ts'
import { FormDialog } from '../../../components/common/form-dialog.tsx'
import { useSigned } from '../../../hooks/use-centre.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { EditDialog } from '../shared/edit-dialog.tsx'
import { useSharedForm } from '../shared/use-shared-form.ts'
import { useAdminCommand } from '../use-admin.ts'
import { InformationFields, isComplete } from './information-fields.tsx'

const blank: NewInformation = { topic: '', answer: '', receiver: null, phone: null, referral: false }

export const NewInformationDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLanguage()
  const [fields, setFields] = useState(blank)
  const add = useAdminCommand((_: undefined, key, centre) => adminApi.addInformation(centre, fields, key), onClose)
  return (
    <FormDialog
      title={t.informationAdmin.add}
      size="lg"
      busy={add.busy}
      complete={isComplete(fields)}
      onSave={() => add.send()}
      onClose={onClose}
    >
      <InformationFields fields={fields} set={given => setFields({ ...fields, ...given })} />
    </FormDialog>
  )
}

const fieldsOf = ({ topic, answer, receiver, phone, referral, active }: InformationEntry) => ({
  topic,
  answer,
  receiver,
  phone,
  referral,
  active,
})

export const InformationDialog = ({ entry, onClose }: { entry: InformationEntry; onClose: () => void }) => {
  const { t } = useLanguage()
  const here = useSigned().centre.code
  const form = useSharedForm({
    stored: entry,
    fieldsOf,
    send: ({ to }, key, centre, { version }) => adminApi.changeInformation(centre, entry.id, { ...to, version }, key),
    reload: async () => (await adminApi.information(here)).find(({ id }) => id === entry.id) ?? entry,
    onDone: onClose,
  })
  return (
    <EditDialog
      name={entry.topic}
      size="lg"
      form={form}
      complete={isComplete(form.fields)}
      activeHint={t.informationAdmin.activeHint}
      onClose={onClose}
    >
      <InformationFields fields={form.fields} set={form.set} />
    </EditDialog>
  )
}
