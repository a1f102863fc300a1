import { Table } from '@mantine/core'
import type { CallSummary } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'

/** Calls that needed no crew. Who called stands here no more than on any list of what is over. */
export const ArchivedCalls = ({ calls }: { calls: CallSummary[] }) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  const { callColumns } = t.archive
  return (
    <Table.ScrollContainer minWidth={700}>
      <Table verticalSpacing="xs" stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{callColumns.opened}</Table.Th>
            <Table.Th>{callColumns.class}</Table.Th>
            <Table.Th>{callColumns.resolution}</Table.Th>
            <Table.Th>{callColumns.operator}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {calls.map(call => (
            <Table.Tr key={call.id}>
              <Table.Td className="nowrap">{dateTime(call.openedAt)}</Table.Td>
              <Table.Td>{call.callClass ? t.call.classes[call.callClass] : t.figures.none}</Table.Td>
              <Table.Td>{call.resolution?.topic ?? call.resolution?.receiver ?? t.figures.none}</Table.Td>
              <Table.Td>{call.operator}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
