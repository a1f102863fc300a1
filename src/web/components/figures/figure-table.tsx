import { Table } from '@mantine/core'

interface Props {
  /** words that open it; absent: always open */
  summary?: string
  head: string[]
  rows: string[][]
  label?: string
}

/** The same figures as a table, for those who cannot see the chart, or want the number. */
export const FigureTable = ({ summary, head, rows, label }: Props) => {
  const table = (
    <Table.ScrollContainer minWidth={Math.max(320, head.length * 100)}>
      <Table verticalSpacing={6} aria-label={label ?? summary} className="figure-table">
        <Table.Thead>
          <Table.Tr>
            {head.map(title => (
              <Table.Th key={title}>{title}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([first = '', ...cells]) => (
            <Table.Tr key={first}>
              <Table.Th scope="row">{first}</Table.Th>
              {cells.map((cell, index) => (
                <Table.Td key={head[index + 1]}>{cell}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
  if (summary === undefined) return table
  return (
    <details className="figure-details">
      <summary>{summary}</summary>
      {table}
    </details>
  )
}
