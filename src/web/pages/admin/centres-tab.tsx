import { Button, Select, Table, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CentreView, NewCentre } from '../../../admin-api/contract/index.ts'
import { adminApi } from '../../api/admin.ts'
import { QueryState } from '../../components/common/query-state.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { AdminTable } from './admin-table.tsx'
import { FormDialog } from './form-dialog.tsx'
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
            head={[t.common.code, t.common.name, t.admin.centre.timeZone, t.admin.centre.profile, '']}
            empty={t.admin.centre.empty}
            add={{ label: t.admin.centre.add, onAdd: () => setEdited('new') }}
            rows={list.centres.map(centre => (
              <Table.Tr key={centre.code}>
                <Table.Td fw={600}>{centre.code}</Table.Td>
                <Table.Td>{centre.name}</Table.Td>
                <Table.Td>{centre.timeZone}</Table.Td>
                <Table.Td>{centre.profile}</Table.Td>
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
          {edited && (
            <CentreDialog
              centre={edited === 'new' ? null : edited}
              profiles={list.profiles}
              onClose={() => setEdited(null)}
            />
          )}
        </>
      )}
    </QueryState>
  )
}

interface DialogProps {
  centre: CentreView | null
  profiles: string[]
  onClose: () => void
}

const CentreDialog = ({ centre, profiles, onClose }: DialogProps) => {
  const { t } = useLanguage()
  const [draft, setDraft] = useState<NewCentre>(
    centre ?? { code: '', name: '', timeZone: 'Asia/Jakarta', profile: profiles[0] ?? '' },
  )
  const save = useAdminCommand(({ code, ...change }: NewCentre, key) => {
    const sent = { ...change, name: change.name.trim() }
    return centre ? adminApi.changeCentre(code, sent, key) : adminApi.addCentre({ code, ...sent }, key)
  }, onClose)
  return (
    <FormDialog
      title={centre ? t.admin.pairing.editOf(centre.name) : t.admin.centre.add}
      busy={save.busy}
      complete={/^[A-Z]{3}$/.test(draft.code) && draft.name.trim() !== '' && draft.profile !== ''}
      onSave={() => save.send(draft)}
      onClose={onClose}
    >
      <TextInput
        label={t.common.code}
        description={t.admin.centre.codeHint}
        disabled={centre !== null}
        maxLength={3}
        value={draft.code}
        onChange={event => setDraft({ ...draft, code: event.currentTarget.value.toUpperCase() })}
      />
      <TextInput
        label={t.common.name}
        maxLength={200}
        value={draft.name}
        onChange={event => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <Select
        label={t.admin.centre.timeZone}
        allowDeselect={false}
        data={[...new Set([...timeZones, draft.timeZone])]}
        value={draft.timeZone}
        onChange={timeZone => timeZone && setDraft({ ...draft, timeZone })}
      />
      <Select
        label={t.admin.centre.profile}
        allowDeselect={false}
        data={profiles}
        value={draft.profile}
        onChange={profile => profile && setDraft({ ...draft, profile })}
      />
    </FormDialog>
  )
}
