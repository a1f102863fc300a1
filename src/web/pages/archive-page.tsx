import { Button, Center, Group, Loader, Table, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowLeft, IconSearch } from '@tabler/icons-react'
import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type {
  ArchivedCallsSearch,
  ArchiveSearch as ArchiveSearchInput,
  IncidentSummary,
} from '../../admin-api/contract/index.ts'
import { keys } from '../api/keys.ts'
import { archivePageSize } from '../api/service.ts'
import { ArchiveFilters, daysOf, type Filters, noFilters, questionOf } from '../components/archive/archive-filters.tsx'
import { ArchivedCalls } from '../components/archive/archived-calls.tsx'
import { AgencyChips } from '../components/common/agency-chips.tsx'
import { PriorityMark } from '../components/common/priority-mark.tsx'
import { QueryState } from '../components/common/query-state.tsx'
import { IncidentStatusChip } from '../components/common/status-chip.tsx'
import { IncidentView } from '../components/incident/incident-view.tsx'
import { useSigned, useTimes } from '../hooks/use-centre.tsx'
import { useRefusalText } from '../hooks/use-refusal-text.ts'
import { go, hrefOf, useRoute } from '../hooks/use-route.ts'
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
  const { centre } = useSigned()
  const api = useIncidentApi()
  const archive = useInfiniteQuery({
    queryKey: keys.archive(centre.code, JSON.stringify(asked)),
    queryFn: ({ pageParam }) => api.archive(asked, pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: last => (last.length < archivePageSize ? undefined : last.at(-1)?.openedAt),
  })
  const nothing = Object.keys(asked).length === 1 && asked.words === ''
  return (
    <Found query={archive} empty={nothing ? t.archive.emptyAll : t.archive.empty}>
      {found => <ArchiveTable incidents={found} />}
    </Found>
  )
}

const FoundCalls = ({ asked }: { asked: ArchivedCallsSearch }) => {
  const { t } = useLanguage()
  const { centre } = useSigned()
  const api = useIncidentApi()
  const calls = useInfiniteQuery({
    queryKey: keys.archive(centre.code, 'calls', JSON.stringify(asked)),
    queryFn: ({ pageParam }) => api.archivedCalls(asked, pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: last => (last.length < archivePageSize ? undefined : last.at(-1)?.openedAt),
  })
  return (
    <Found query={calls} empty={t.archive.emptyCalls}>
      {found => <ArchivedCalls calls={found} />}
    </Found>
  )
}

interface FoundProps<T> {
  query: UseInfiniteQueryResult<InfiniteData<T[]>>
  empty: string
  children: (found: T[]) => ReactNode
}

/** What a search found so far: loading, failed, nothing, or a list that goes on. */
const Found = <T,>({ query, empty, children }: FoundProps<T>) => {
  const { t } = useLanguage()
  const refusalText = useRefusalText()
  const found = query.data?.pages.flat() ?? []
  return (
    <>
      {query.isPending && (
        <Center p="xl">
          <Loader role="status" aria-label={t.app.loading} />
        </Center>
      )}
      {query.isError && (
        <Text c="red" role="alert">
          {refusalText(query.error)}
        </Text>
      )}
      {query.isSuccess && found.length === 0 && (
        <Text c="dimmed" py="xl" ta="center">
          {empty}
        </Text>
      )}
      {found.length > 0 && children(found)}
      {query.hasNextPage && (
        <Group justify="center" mt="md">
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t.common.more}
          </Button>
        </Group>
      )}
    </>
  )
}

const ArchiveTable = ({ incidents }: { incidents: IncidentSummary[] }) => {
  const { t, pick } = useLanguage()
  const { dateTime } = useTimes()
  const { columns } = t.archive
  return (
    <Table.ScrollContainer minWidth={900}>
      <Table highlightOnHover verticalSpacing="xs" stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.number}</Table.Th>
            <Table.Th>{columns.type}</Table.Th>
            <Table.Th>{columns.place}</Table.Th>
            <Table.Th>{columns.opened}</Table.Th>
            <Table.Th>{columns.agencies}</Table.Th>
            <Table.Th>{columns.status}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {incidents.map(incident => (
            <Table.Tr key={incident.id} className="archive-row" onClick={() => go('archive', incident.id)}>
              <Table.Td>
                <a
                  href={hrefOf('archive', incident.id)}
                  aria-label={t.archive.open(incident.number)}
                  className="archive-number"
                >
                  {incident.number}
                </a>
              </Table.Td>
              <Table.Td>
                <Group gap="xs" wrap="nowrap">
                  <PriorityMark priority={incident.priority} />
                  {incident.typeName ? pick(incident.typeName) : t.board.noType}
                </Group>
              </Table.Td>
              <Table.Td className="archive-place">{incident.place ?? t.board.noPlace}</Table.Td>
              <Table.Td className="nowrap">{dateTime(incident.openedAt)}</Table.Td>
              <Table.Td>
                <AgencyChips agencies={incident.agencies} />
              </Table.Td>
              <Table.Td>
                <IncidentStatusChip status={incident.status} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
