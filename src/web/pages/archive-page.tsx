import { Button, Group, Loader, Table, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowLeft, IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IncidentSummary } from '../../admin-api/contract/index.ts'
import { keys } from '../api/keys.ts'
import { archivePageSize } from '../api/service.ts'
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
  const refusalText = useRefusalText()
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed.trim(), searchPauseMs)
  const { centre } = useSigned()
  const api = useIncidentApi()
  const archive = useInfiniteQuery({
    queryKey: keys.archive(centre.code, words),
    queryFn: ({ pageParam }) => api.archive(words, pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: last => (last.length < archivePageSize ? undefined : last.at(-1)?.openedAt),
  })
  const found = archive.data?.pages.flat() ?? []
  return (
    <div className="page">
      <Group justify="space-between" mb="md">
        <Title order={1} size="h2">
          {t.archive.title}
        </Title>
        <TextInput
          aria-label={t.archive.search}
          placeholder={t.archive.placeholder}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={archive.isFetching && <Loader size="xs" />}
          w={420}
          type="search"
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
        />
      </Group>
      {archive.isError && (
        <Text c="red" role="alert">
          {refusalText(archive.error)}
        </Text>
      )}
      {archive.isSuccess && found.length === 0 && (
        <Text c="dimmed" py="xl" ta="center">
          {words === '' ? t.archive.emptyAll : t.archive.empty}
        </Text>
      )}
      {found.length > 0 && <ArchiveTable incidents={found} />}
      {archive.hasNextPage && (
        <Group justify="center" mt="md">
          <Button variant="default" loading={archive.isFetchingNextPage} onClick={() => void archive.fetchNextPage()}>
            {t.common.more}
          </Button>
        </Group>
      )}
    </div>
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
