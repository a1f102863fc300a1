import { Anchor, Checkbox, Table, TextInput } from '@mantine/core'
import { useState } from 'react'
import { adminApi } from '../../api/admin.ts'
import { FormDialog } from '../../components/common/form-dialog.tsx'
import { QueryState } from '../../components/common/query-state.tsx'
import { go, hrefOf, useRoute } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { AdminTable } from './admin-table.tsx'
import { AgencyPage } from './agency/agency-page.tsx'
import { ActiveBadge } from './shared/active-badge.tsx'
import { CodeInput, isDirectoryCode } from './shared/code-input.tsx'
import { useAdminAgencies, useAdminCommand } from './use-admin.ts'

/** The centre's agencies, or the one that the address names. */
export const AgenciesTab = () => {
  const [, code] = useRoute().parts
  return code === undefined ? <Agencies /> : <AgencyPage key={code} code={code} />
}

const Agencies = () => {
  const { t } = useLanguage()
  const agencies = useAdminAgencies()
  const [adding, setAdding] = useState(false)
  return (
    <QueryState query={agencies}>
      {list => (
        <>
          <AdminTable
            head={[
              t.common.code,
              t.common.name,
              t.admin.agency.dutyPhone,
              t.agencyAdmin.commander,
              t.admin.agency.transports,
              t.common.status,
            ]}
            empty={t.admin.agency.empty}
            add={{ label: t.admin.agency.add, onAdd: () => setAdding(true) }}
            rows={list.map(agency => (
              <Table.Tr key={agency.code} data-agency={agency.code}>
                <Table.Td fw={600}>
                  <Anchor href={hrefOf('admin', 'agencies', agency.code)} size="sm" fw={600} c="var(--accent)">
                    {agency.code}
                  </Anchor>
                </Table.Td>
                <Table.Td>{agency.name}</Table.Td>
                <Table.Td>{agency.dutyPhones.join(', ') || '–'}</Table.Td>
                <Table.Td>{agency.commanderPhone ?? '–'}</Table.Td>
                <Table.Td>{agency.transports ? t.common.yes : '–'}</Table.Td>
                <Table.Td>
                  <ActiveBadge active={agency.active} />
                </Table.Td>
              </Table.Tr>
            ))}
          />
          {adding && <NewAgencyDialog onClose={() => setAdding(false)} />}
        </>
      )}
    </QueryState>
  )
}

/** Asks only for what an agency cannot be without; its page asks for the rest. */
const NewAgencyDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLanguage()
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [transports, setTransports] = useState(false)
  const add = useAdminCommand(
    (_: undefined, key, centre) =>
      adminApi.addAgency(centre, { code, name: name.trim(), transports, dutyPhones: [] }, key),
    () => go('admin', 'agencies', code),
  )
  return (
    <FormDialog
      title={t.admin.agency.add}
      busy={add.busy}
      complete={isDirectoryCode(code) && name.trim() !== ''}
      onSave={() => add.send()}
      onClose={onClose}
    >
      <CodeInput hint={t.admin.agency.codeHint} longest={40} value={code} onChange={setCode} />
      <TextInput
        label={t.common.name}
        maxLength={200}
        autoComplete="off"
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      <Checkbox
        label={t.admin.agency.transports}
        checked={transports}
        onChange={event => setTransports(event.currentTarget.checked)}
      />
    </FormDialog>
  )
}
