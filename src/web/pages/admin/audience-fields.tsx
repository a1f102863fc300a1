import { Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { AudienceInput } from '../../../admin-api/contract/index.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { useAdminAgencies, useUsers } from './use-admin.ts'

const kinds = ['agency', 'supervisorsChat', 'user', 'contact'] as const
type Kind = (typeof kinds)[number]
const duties = ['dutyOfficer', 'agencyCommander'] as const
type ContactDuty = (typeof duties)[number]

interface Chosen {
  kind: Kind
  agency: string | null
  duty: ContactDuty
  user: string | null
}

/** Null while a part is still to be chosen. */
const audienceOf = ({ kind, agency, duty, user }: Chosen): AudienceInput | null => {
  if (kind === 'supervisorsChat') return { kind }
  if (kind === 'user') return user === null ? null : { kind, user }
  if (agency === null) return null
  return kind === 'agency' ? { kind, agency } : { kind, agency, duty }
}

/** Asks whom the chat will stand for. */
export const AudienceFields = ({ onChange }: { onChange: (audience: AudienceInput | null) => void }) => {
  const { t } = useLanguage()
  const agencies = useAdminAgencies().data ?? []
  const users = useUsers().data ?? []
  const [chosen, setChosen] = useState<Chosen>({ kind: 'agency', agency: null, duty: 'dutyOfficer', user: null })
  useEffect(() => onChange(audienceOf(chosen)), [chosen, onChange])
  const forAgency = chosen.kind === 'agency' || chosen.kind === 'contact'
  return (
    <>
      <Select
        label={t.admin.pairing.audience}
        allowDeselect={false}
        w={260}
        data={kinds.map(value => ({ value, label: t.admin.pairing.kinds[value] }))}
        value={chosen.kind}
        onChange={kind => kind && setChosen({ ...chosen, kind })}
      />
      {forAgency && (
        <Select
          label={t.admin.pairing.agency}
          searchable
          w={220}
          data={agencies
            .filter(agency => agency.active)
            .map(({ code, name }) => ({ value: code, label: `${code} – ${name}` }))}
          value={chosen.agency}
          onChange={agency => setChosen({ ...chosen, agency })}
        />
      )}
      {chosen.kind === 'contact' && (
        <Select
          label={t.admin.pairing.duty}
          allowDeselect={false}
          w={170}
          data={duties.map(value => ({ value, label: t.admin.pairing.duties[value] }))}
          value={chosen.duty}
          onChange={duty => duty && setChosen({ ...chosen, duty })}
        />
      )}
      {chosen.kind === 'user' && (
        <Select
          label={t.admin.pairing.user}
          searchable
          w={220}
          data={users.filter(user => user.active).map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen.user}
          onChange={user => setChosen({ ...chosen, user })}
        />
      )}
    </>
  )
}
