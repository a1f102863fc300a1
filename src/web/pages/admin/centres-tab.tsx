import { Button, Select, Table, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CentreView, NewCentre } from '../../../admin-api/contract/index.ts'
import { adminApi } from '../../api/admin.ts'
import { FormDialog } from '../../components/common/form-dialog.tsx'
import { QueryState } from '../../components/common/query-state.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { AdminTable } from './admin-table.tsx'
import { ActiveBadge } from './shared/active-badge.tsx'
import { CodeInput } from './shared/code-input.tsx'
import { EditDialog } from './shared/edit-dialog.tsx'
import { useSharedForm } from './shared/use-shared-form.ts'
import { useAdminCommand, useCentres } from './use-admin.ts'

/** The country's three zones; others may be typed by nobody: 112 ends at the border. */
const timeZones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']

export const CentresTab = () => {
  const { t } = useLanguage()
  const centres = useCentres()
  const [edited, setEdited] = useState<CentreView | 'new' | null>(null)
  return (
    <QueryState query={centres}>
      {list => (
        <>
          <AdminTable
            head={[t.common.code, t.common.name, t.admin.centre.timeZone, t.admin.centre.profile, t.common.status, '']}
            empty={t.admin.centre.empty}
            add={{ label: t.admin.centre.add, onAdd: () => setEdited('new') }}
            rows={list.centres.map(centre => (
              <Table.Tr key={centre.code}>
                <Table.Td fw={600}>{centre.code}</Table.Td>
                <Table.Td>{centre.name}</Table.Td>
                <Table.Td>{centre.timeZone}</Table.Td>
                <Table.Td>{centre.profile}</Table.Td>
                <Table.Td>
                  <ActiveBadge active={centre.active} />
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t.admin.pairing.editOf(centre.name)}
                    onClick={() => setEdited(centre)}
                  >
                    {t.common.edit}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          />
          {edited === 'new' && <NewCentreDialog profiles={list.profiles} onClose={() => setEdited(null)} />}
          {edited !== null && edited !== 'new' && (
            <CentreDialog centre={edited} profiles={list.profiles} onClose={() => setEdited(null)} />
          )}
        </>
      )}
    </QueryState>
  )
}

interface DialogProps {
  profiles: string[]
  onClose: () => void
}

const NewCentreDialog = ({ profiles, onClose }: DialogProps) => {
  const { t } = useLanguage()
  const [draft, setDraft] = useState<NewCentre>({
    code: '',
    name: '',
    timeZone: 'Asia/Jakarta',
    profile: profiles[0] ?? '',
  })
  const add = useAdminCommand((_: undefined, key) => adminApi.addCentre(draft, key), onClose)
  return (
    <FormDialog
      title={t.admin.centre.add}
      busy={add.busy}
      complete={/^[A-Z]{3}$/.test(draft.code) && draft.name.trim() !== '' && draft.profile !== ''}
      onSave={() => add.send()}
      onClose={onClose}
    >
      <CodeInput
        hint={t.admin.centre.codeHint}
        longest={3}
        value={draft.code}
        onChange={code => setDraft({ ...draft, code })}
      />
      <CentreFields fields={draft} profiles={profiles} set={given => setDraft({ ...draft, ...given })} />
    </FormDialog>
  )
}

const fieldsOf = ({ name, timeZone, profile, active }: CentreView) => ({ name, timeZone, profile, active })

const CentreDialog = ({ centre, profiles, onClose }: DialogProps & { centre: CentreView }) => {
  const { t } = useLanguage()
  const form = useSharedForm({
    stored: centre,
    fieldsOf,
    send: ({ was, to }, key) => adminApi.changeCentre(centre.code, { ...to, was }, key),
    reload: async () => (await adminApi.centres()).centres.find(({ code }) => code === centre.code) ?? centre,
    onDone: onClose,
  })
  return (
    <EditDialog
      name={centre.name}
      form={form}
      complete={form.fields.name.trim() !== ''}
      activeHint={t.agencyAdmin.centreActiveHint}
      onClose={onClose}
    >
      <CentreFields fields={form.fields} profiles={profiles} set={form.set} />
    </EditDialog>
  )
}

type CommonFields = Pick<CentreView, 'name' | 'timeZone' | 'profile'>

interface FieldsProps {
  fields: CommonFields
  profiles: string[]
  set: (given: Partial<CommonFields>) => void
}

const CentreFields = ({ fields, profiles, set }: FieldsProps) => {
  const { t } = useLanguage()
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
        label={t.admin.centre.timeZone}
        allowDeselect={false}
        data={[...new Set([...timeZones, fields.timeZone])]}
        value={fields.timeZone}
        onChange={timeZone => timeZone && set({ timeZone })}
      />
      <Select
        label={t.admin.centre.profile}
        description={t.agencyAdmin.profileHint}
        allowDeselect={false}
        data={profiles}
        value={fields.profile}
        onChange={profile => profile && set({ profile })}
      />
    </>
  )
}
