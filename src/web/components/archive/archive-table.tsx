import { Group, Table } from '@mantine/core'
import type { IncidentSummary } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { go, hrefOf } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { AgencyChips } from '../common/agency-chips.tsx'
import { PriorityMark } from '../common/priority-mark.tsx'
import { IncidentStatusChip } from '../common/status-chip.tsx'

/** Incidents that are over; the whole row leads to one, for the keys its number does. */
export const ArchiveTable = ({ incidents }: { incidents: IncidentSummary[] }) => {
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
