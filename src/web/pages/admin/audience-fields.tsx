import { Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { AudienceInput } from '../../../admin-api/contract/index.ts'
import { useRoute } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { useAdminAgencies, usePosts, useUsers } from './use-admin.ts'

const kinds = ['agency', 'supervisorsChat', 'user', 'contact'] as const
type Kind = (typeof kinds)[number]
const duties = ['dutyOfficer', 'agencyCommander'] as const
type ContactDuty = (typeof duties)[number]

interface Chosen {
  kind: Kind
  agency: string | null
  /** null: for the whole agency */
  post: string | null
  duty: ContactDuty
  user: string | null
}

/** Null while a part is still to be chosen. */
const audienceOf = ({ kind, agency, post, duty, user }: Chosen): AudienceInput | null => {
  if (kind === 'supervisorsChat') return { kind }
  if (kind === 'user') return user === null ? null : { kind, user }
  if (agency === null) return null
  const whose = { agency, ...(post !== null && { post }) }
  return kind === 'agency' ? { kind, ...whose } : { kind, ...whose, duty }
}

/** Asks whom the chat will stand for; an agency that the address names is chosen already. */
export const AudienceFields = ({ onChange }: { onChange: (audience: AudienceInput | null) => void }) => {
  const { t } = useLanguage()
  const agencies = useAdminAgencies().data ?? []
  const users = useUsers().data ?? []
  const [, asked = null] = useRoute().parts
  const [chosen, setChosen] = useState<Chosen>({
    kind: 'agency',
    agency: asked,
    post: null,
    duty: 'dutyOfficer',
    user: null,
  })
  const posts = (usePosts(chosen.agency).data ?? []).filter(post => post.active)
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
          onChange={agency => setChosen({ ...chosen, agency, post: null })}
        />
      )}
      {forAgency && posts.length > 0 && (
        <Select
          label={t.agencyAdmin.posts.choose}
          clearable
          w={200}
          placeholder={t.agencyAdmin.posts.whole}
          data={posts.map(({ code, name }) => ({ value: code, label: name }))}
          value={chosen.post}
          onChange={post => setChosen({ ...chosen, post })}
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
