import { Button, Group, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowLeft, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { ArchivedCallsSearch, ArchiveSearch as ArchiveSearchInput } from '../../admin-api/contract/index.ts'
import { ArchiveFilters, daysOf, type Filters, noFilters, questionOf } from '../components/archive/archive-filters.tsx'
import { ArchiveTable } from '../components/archive/archive-table.tsx'
import { ArchivedCalls } from '../components/archive/archived-calls.tsx'
import { Found } from '../components/archive/found.tsx'
import { QueryState } from '../components/common/query-state.tsx'
import { IncidentView } from '../components/incident/incident-view.tsx'
import { hrefOf, useRoute } from '../hooks/use-route.ts'
import { useIncident, useIncidentApi } from '../hooks/use-service.ts'
import { useLanguage } from '../lang/language-provider.tsx'

const searchPauseMs = 300

export const ArchivePage = () => {
  const [id] = useRoute().parts
  return id === undefined ? <ArchiveSearch /> : <ArchivedIncident id={id} />
}

const ArchivedIncident = ({ id }: { id: string }) => {
  const { t } = useLanguage()
  const incident = useIncident(id)
  return (
    <div className="archived">
      <Button
        component="a"
        href={hrefOf('archive')}
        variant="subtle"
        size="compact-sm"
        leftSection={<IconArrowLeft size={16} aria-hidden />}
      >
        {t.archive.back}
      </Button>
      <QueryState query={incident} notFound={t.incident.notFound}>
        {view => <IncidentView incident={view} />}
      </QueryState>
    </div>
  )
}

const ArchiveSearch = () => {
  const { t } = useLanguage()
  const [typed, setTyped] = useState('')
  const [filters, setFilters] = useState<Filters>(noFilters)
  const [words] = useDebouncedValue(typed.trim(), searchPauseMs)
  const [place] = useDebouncedValue(filters.place.trim(), searchPauseMs)
  const { callClass } = filters
  return (
    <div className="page">
      <Group justify="space-between" mb="md">
        <Title order={1} size="h2">
          {t.archive.title}
        </Title>
        {callClass === null && (
          <TextInput
            aria-label={t.archive.search}
            placeholder={t.archive.placeholder}
            leftSection={<IconSearch size={16} aria-hidden />}
            w={420}
            type="search"
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
          />
        )}
      </Group>
      <ArchiveFilters filters={filters} onChange={setFilters} />
      {callClass === null ? (
        <FoundIncidents asked={questionOf(words, { ...filters, place })} />
      ) : (
        <FoundCalls asked={{ callClass, ...daysOf(filters) }} />
      )}
    </div>
  )
}

const FoundIncidents = ({ asked }: { asked: ArchiveSearchInput }) => {
  const { t } = useLanguage()
  const api = useIncidentApi()
  const nothing = Object.keys(asked).length === 1 && asked.words === ''
  return (
    <Found
      asked={asked}
      read={before => api.archive(asked, before)}
      empty={nothing ? t.archive.emptyAll : t.archive.empty}
    >
      {found => <ArchiveTable incidents={found} />}
    </Found>
  )
}

const FoundCalls = ({ asked }: { asked: ArchivedCallsSearch }) => {
  const { t } = useLanguage()
  const api = useIncidentApi()
  return (
    <Found asked={asked} read={before => api.archivedCalls(asked, before)} empty={t.archive.emptyCalls}>
      {found => <ArchivedCalls calls={found} />}
    </Found>
  )
}
