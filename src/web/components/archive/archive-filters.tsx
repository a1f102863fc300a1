import { Button, Group, Select, TextInput } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { ArchivedCallsSearch, ArchiveSearch } from '../../../admin-api/contract/index.ts'
import { useSigned } from '../../hooks/use-centre.tsx'
import { useAgencies, useRunCards } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { overStatuses } from '../../words.ts'
import { DayField } from '../common/day-field.tsx'

type CallClass = Exclude<ArchivedCallsSearch['callClass'], 'normal'>

/** As the fields stand; empty ones ask for nothing. */
export interface Filters {
  /** null: incidents */
  callClass: CallClass | null
  place: string
  type: string | null
  priority: string | null
  agency: string | null
  status: string | null
  outcome: string | null
  from: string
  until: string
}

export const noFilters: Filters = {
  ...{ callClass: null, place: '', type: null, priority: null, agency: null, status: null, outcome: null },
  ...{ from: '', until: '' },
}

export const daysOf = ({ from, until }: Filters) => ({
  ...(from !== '' && { from }),
  ...(until !== '' && { until }),
})

export const questionOf = (words: string, filters: Filters): ArchiveSearch => {
  const { place, type, priority, agency, status, outcome } = filters
  return {
    words,
    ...(place !== '' && { place }),
    ...(type !== null && { type }),
    ...(priority !== null && { priority: Number(priority) as 1 | 2 | 3 | 4 }),
    ...(agency !== null && { agency }),
    ...(status !== null && { status: status as NonNullable<ArchiveSearch['status']> }),
    ...(outcome !== null && { outcome: outcome as NonNullable<ArchiveSearch['outcome']> }),
    ...daysOf(filters),
  }
}

const classes = ['information', 'ghost', 'prank'] as const
const outcomes = ['handled', 'nothingFound', 'referred', 'transferred'] as const
const priorities = ['1', '2', '3', '4'] as const

interface Props {
  filters: Filters
  onChange: (filters: Filters) => void
}

export const ArchiveFilters = ({ filters, onChange }: Props) => {
  const { t, pick } = useLanguage()
  const { centre } = useSigned()
  const agencies = useAgencies(centre.code !== '')
  const runCards = useRunCards()
  // what was typed in vain is cleared too
  const [cleared, setCleared] = useState(0)
  const set = (change: Partial<Filters>) => onChange({ ...filters, ...change })
  const { columns } = t.archive
  const choice = (label: string, key: 'type' | 'priority' | 'agency' | 'status' | 'outcome', data: Choice[]) => (
    <Select
      label={label}
      placeholder={t.archive.any}
      clearable
      searchable
      size="xs"
      w={170}
      data={data}
      value={filters[key]}
      onChange={value => set({ [key]: value })}
    />
  )
  const day = (label: string, key: 'from' | 'until') => (
    <DayField
      key={`${key} ${cleared}`}
      label={label}
      size="xs"
      value={filters[key]}
      onChange={value => set({ [key]: value })}
    />
  )
  const incidentFields = filters.callClass === null && (
    <>
      <TextInput
        label={t.archive.place}
        placeholder={t.archive.placeHint}
        size="xs"
        w={190}
        value={filters.place}
        onChange={event => set({ place: event.currentTarget.value })}
      />
      {choice(
        columns.type,
        'type',
        (runCards.data ?? []).map(({ code, name }) => ({ value: code, label: pick(name) })),
      )}
      {choice(
        t.archive.priorityOf,
        'priority',
        priorities.map(value => ({ value, label: `P${value} ${t.priority[value]}` })),
      )}
      {choice(
        columns.agencies,
        'agency',
        (agencies.data ?? []).map(({ code, name }) => ({ value: code, label: name })),
      )}
      {choice(
        columns.status,
        'status',
        overStatuses.map(value => ({ value, label: t.incidentStatus[value] })),
      )}
      {choice(
        t.archive.outcome,
        'outcome',
        outcomes.map(value => ({ value, label: t.report.outcomes[value] })),
      )}
    </>
  )
  return (
    <Group gap="sm" mb="md" align="end" role="search" aria-label={t.archive.filters}>
      <Select
        label={t.archive.callClass}
        size="xs"
        w={150}
        data={[
          { value: '', label: t.archive.withIncident },
          ...classes.map(value => ({ value, label: t.call.classes[value] })),
        ]}
        value={filters.callClass ?? ''}
        onChange={value => set({ callClass: value ? (value as CallClass) : null })}
        allowDeselect={false}
      />
      {incidentFields}
      {day(t.archive.from, 'from')}
      {day(t.archive.until, 'until')}
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconFilterOff size={14} aria-hidden />}
        onClick={() => {
          setCleared(cleared + 1)
          onChange(noFilters)
        }}
      >
        {t.archive.clear}
      </Button>
    </Group>
  )
}

interface Choice {
  value: string
  label: string
}
