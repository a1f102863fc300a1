import { MultiSelect, Select } from '@mantine/core'
import { useLanguage } from '../../../../lang/language-provider.tsx'
import { facts } from '../../../../words.ts'
import { useAdminAgencies } from '../../use-admin.ts'

/** Agencies to choose from: those of the centre, and whatever a card names already. */
export const useAgencyChoices = (named: readonly string[]) => {
  const agencies = useAdminAgencies().data ?? []
  const names = new Map(agencies.filter(({ active }) => active).map(({ code, name }) => [code, `${code} – ${name}`]))
  const codes = [...new Set([...names.keys(), ...named.filter(code => code !== '')])].sort()
  return codes.map(code => ({ value: code, label: names.get(code) ?? code }))
}

interface AgencyProps {
  label: string
  value: string
  onChange: (agency: string) => void
}

/** One agency, found by its code or its name. */
export const AgencyChoice = ({ label, value, onChange }: AgencyProps) => {
  const { t } = useLanguage()
  return (
    <Select
      aria-label={label}
      className="choice-agency"
      searchable
      allowDeselect={false}
      placeholder={t.rules.chooseAgency}
      error={value === ''}
      data={useAgencyChoices([value])}
      value={value === '' ? null : value}
      onChange={agency => agency && onChange(agency)}
    />
  )
}

interface AgenciesProps {
  label: string
  placeholder?: string
  value: readonly string[]
  onChange: (agencies: string[]) => void
}

/** Agencies in the order in which they were chosen. */
export const AgenciesChoice = ({ label, placeholder, value, onChange }: AgenciesProps) => (
  <MultiSelect
    aria-label={label}
    className="choice-agencies"
    {...(placeholder !== undefined && value.length === 0 && { placeholder })}
    searchable
    data={useAgencyChoices(value)}
    value={[...value]}
    onChange={onChange}
  />
)

interface FactProps {
  label: string
  /** null: always; empty: still to be chosen */
  value: string | null
  /** whether the condition may be left out */
  optional: boolean
  onChange: (fact: string | null) => void
}

const always = 'always'

/** A condition, out of the facts that the intake knows. */
export const FactChoice = ({ label, value, optional, onChange }: FactProps) => {
  const { t } = useLanguage()
  return (
    <Select
      aria-label={label}
      className="choice-fact"
      allowDeselect={false}
      searchable
      placeholder={t.rules.when}
      error={value === ''}
      data={[
        ...(optional ? [{ value: always, label: t.rules.always }] : []),
        ...facts.map(fact => ({ value: fact as string, label: t.rules.whenFact(t.dispatch.facts[fact]) })),
      ]}
      value={optional ? (value ?? always) : value || null}
      onChange={fact => fact !== null && onChange(fact === always ? null : fact)}
    />
  )
}

interface PriorityProps {
  label: string
  value: number | null
  /** null may be chosen: as it is */
  optional?: boolean
  onChange: (priority: number | null) => void
}

export const PriorityChoice = ({ label, value, optional = false, onChange }: PriorityProps) => {
  const { t } = useLanguage()
  return (
    <Select
      aria-label={label}
      className="choice-short"
      allowDeselect={false}
      data={[
        ...(optional ? [{ value: '', label: t.rules.samePriority }] : []),
        ...([1, 2, 3, 4] as const).map(priority => ({ value: String(priority), label: `P${priority}` })),
      ]}
      value={value === null ? '' : String(value)}
      onChange={chosen => onChange(chosen === '' ? null : Number(chosen))}
    />
  )
}
