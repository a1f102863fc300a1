import { Select } from '@mantine/core'
import { useState } from 'react'
import { useRefusalText } from '../../hooks/use-refusal-text.ts'
import { useAgencies } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

interface Props {
  label: string
  /** codes that are there already */
  taken: readonly string[]
  onPick: (agency: { code: string; name: string }) => void
}

/** Any other active agency of the centre. The list is read when it is first wanted. */
export const AgencyPicker = ({ label, taken, onPick }: Props) => {
  const { t } = useLanguage()
  const refusalText = useRefusalText()
  const [wanted, setWanted] = useState(false)
  const agencies = useAgencies(wanted)
  const free = (agencies.data ?? []).filter(agency => agency.active && !taken.includes(agency.code))
  return (
    <Select
      aria-label={label}
      placeholder={label}
      size="xs"
      searchable
      onFocus={() => setWanted(true)}
      error={agencies.isError ? refusalText(agencies.error) : undefined}
      nothingFoundMessage={agencies.isLoading ? t.app.loading : t.dispatch.nothingToAdd}
      data={free.map(({ code, name }) => ({ value: code, label: `${code} – ${name}` }))}
      value={null}
      onChange={code => {
        const agency = free.find(candidate => candidate.code === code)
        if (agency) onPick({ code: agency.code, name: agency.name })
      }}
    />
  )
}
