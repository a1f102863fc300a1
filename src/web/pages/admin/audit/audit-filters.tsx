import { Group, Select } from '@mantine/core'
import type { AuditKind, AuditQuery } from '../../../../admin-api/contract/index.ts'
import { DayField } from '../../../components/common/day-field.tsx'
import { useSigned } from '../../../hooks/use-centre.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { auditKinds } from '../../../words.ts'
import { useUsers } from '../use-admin.ts'

/** What the administrator asks the trail for; empty fields leave it open. */
export interface AuditAsked {
  whole: boolean
  kind: AuditKind | null
  user: string | null
  from: string
  until: string
}

export const nothingAsked: AuditAsked = { whole: false, kind: null, user: null, from: '', until: '' }

/** The question as the service takes it. */
export const queryOf = ({ whole, kind, user, from, until }: AuditAsked, centre: string): AuditQuery => ({
  ...(!whole && { centre }),
  ...(kind && { kind }),
  ...(user !== null && { user }),
  ...(from !== '' && { from }),
  ...(until !== '' && { until }),
})

interface Props {
  asked: AuditAsked
  set: (given: Partial<AuditAsked>) => void
}

/** Where, what, who, when. Only an administrator of everything sees what belongs to no centre. */
export const AuditFilters = ({ asked, set }: Props) => {
  const { t } = useLanguage()
  const { session } = useSigned()
  const users = useUsers().data ?? []
  return (
    <Group align="flex-end" mb="md" gap="sm">
      {session.user.centres.length === 0 && (
        <Select
          label={t.trail.scope}
          w={180}
          allowDeselect={false}
          data={[
            { value: 'centre', label: t.trail.thisCentre },
            { value: 'whole', label: t.trail.installation },
          ]}
          value={asked.whole ? 'whole' : 'centre'}
          onChange={scope => set({ whole: scope === 'whole' })}
        />
      )}
      <Select
        label={t.trail.kind}
        w={230}
        clearable
        placeholder={t.trail.anyKind}
        data={auditKinds.map(value => ({ value, label: t.trail.kinds[value] }))}
        value={asked.kind}
        onChange={kind => set({ kind })}
      />
      <Select
        label={t.trail.user}
        w={190}
        clearable
        searchable
        placeholder={t.trail.anyUser}
        data={users.map(({ id, name }) => ({ value: id, label: name }))}
        value={asked.user}
        onChange={user => set({ user })}
      />
      {(['from', 'until'] as const).map(end => (
        <DayField key={end} label={t.trail[end]} value={asked[end]} onChange={day => set({ [end]: day })} />
      ))}
    </Group>
  )
}
