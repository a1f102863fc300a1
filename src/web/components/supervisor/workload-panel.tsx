import { Table, Text } from '@mantine/core'
import type { HandoverView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { Panel } from '../common/panel.tsx'
import { workloadOf } from './workload.ts'

/** Who has how much, those on duty too who have nothing. */
export const WorkloadPanel = ({ room }: { room: HandoverView }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const rows = workloadOf(room)
  const { columns } = t.supervisor
  return (
    <Panel title={t.supervisor.workload}>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t.supervisor.workloadEmpty}
        </Text>
      ) : (
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{columns.who}</Table.Th>
              <Table.Th>{columns.role}</Table.Th>
              <Table.Th ta="right">{columns.incidents}</Table.Th>
              <Table.Th ta="right">{columns.urgent}</Table.Th>
              <Table.Th ta="right">{columns.tasks}</Table.Th>
              <Table.Th>{columns.duty}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(row => (
              <Table.Tr key={row.id ?? ''}>
                <Table.Td fw={600}>{row.name ?? t.supervisor.nobody}</Table.Td>
                <Table.Td>{row.role && t.roles[row.role]}</Table.Td>
                <Table.Td ta="right">{row.incidents}</Table.Td>
                <Table.Td ta="right">{row.urgent}</Table.Td>
                <Table.Td ta="right">{row.tasks}</Table.Td>
                <Table.Td>
                  {row.onDuty && (row.until === null ? t.supervisor.onDuty : t.supervisor.dutyUntil(time(row.until)))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  )
}
