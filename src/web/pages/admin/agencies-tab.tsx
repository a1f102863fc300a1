import { Badge, Button, Checkbox, Switch, Table, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AgencyView } from '../../../admin-api/contract/index.ts'
import { adminApi } from '../../api/admin.ts'
import { QueryState } from '../../components/common/query-state.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { AdminTable } from './admin-table.tsx'
import { FormDialog } from './form-dialog.tsx'
import { useAdminAgencies, useAdminCommand } from './use-admin.ts'

export const AgenciesTab = () => {
  const { t } = useLanguage()
  const agencies = useAdminAgencies()
  const [edited, setEdited] = useState<AgencyView | 'new' | null>(null)
  return (
    <QueryState query={agencies}>
      {list => (
        <>
          <AdminTable
            head={[
              t.common.code,
              t.common.name,
              t.admin.agency.dutyPhone,
              t.admin.agency.transports,
              t.common.status,
              '',
            ]}
            empty={t.admin.agency.empty}
            add={{ label: t.admin.agency.add, onAdd: () => setEdited('new') }}
            rows={list.map(agency => (
              <Table.Tr key={agency.code} data-agency={agency.code}>
                <Table.Td fw={600}>{agency.code}</Table.Td>
                <Table.Td>{agency.name}</Table.Td>
                <Table.Td>{agency.dutyPhones.join(', ') || '–'}</Table.Td>
                <Table.Td>{agency.transports ? t.common.yes : '–'}</Table.Td>
                <Table.Td>
                  <Badge color={agency.active ? 'teal' : 'gray'} variant="light" tt="none">
                    {agency.active ? t.common.active : t.common.inactive}
                  </Badge>
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t.admin.pairing.editOf(agency.code)}
                    onClick={() => setEdited(agency)}
                  >
                    {t.common.edit}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          />
          {edited && <AgencyDialog agency={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
        </>
      )}
    </QueryState>
  )
}

const AgencyDialog = ({ agency, onClose }: { agency: AgencyView | null; onClose: () => void }) => {
  const { t } = useLanguage()
  const [code, setCode] = useState(agency?.code ?? '')
  const [name, setName] = useState(agency?.name ?? '')
  const [phone, setPhone] = useState(agency?.dutyPhones.join(', ') ?? '')
  const [transports, setTransports] = useState(agency?.transports ?? false)
  const [active, setActive] = useState(agency?.active ?? true)
  const save = useAdminCommand((_: undefined, key, centre) => {
    const common = { name: name.trim(), transports, dutyPhones: phone.split(',').filter(one => one.trim() !== '') }
    return agency
      ? adminApi.changeAgency(centre, agency.code, { ...common, active }, key)
      : adminApi.addAgency(centre, { code, ...common }, key)
  }, onClose)
  return (
    <FormDialog
      title={agency ? t.admin.pairing.editOf(agency.code) : t.admin.agency.add}
      busy={save.busy}
      complete={/^[A-Z][A-Z0-9_-]+$/.test(code) && name.trim() !== ''}
      onSave={() => save.send()}
      onClose={onClose}
    >
      <TextInput
        label={t.common.code}
        description={t.admin.agency.codeHint}
        disabled={agency !== null}
        maxLength={40}
        value={code}
        onChange={event => setCode(event.currentTarget.value.toUpperCase())}
      />
      <TextInput
        label={t.common.name}
        maxLength={200}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t.admin.agency.dutyPhone}
        inputMode="tel"
        maxLength={400}
        value={phone}
        onChange={event => setPhone(event.currentTarget.value)}
      />
      <Checkbox
        label={t.admin.agency.transports}
        checked={transports}
        onChange={event => setTransports(event.currentTarget.checked)}
      />
      {agency && (
        <Switch label={t.common.active} checked={active} onChange={event => setActive(event.currentTarget.checked)} />
      )}
    </FormDialog>
  )
}
