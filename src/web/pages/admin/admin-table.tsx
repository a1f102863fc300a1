import { Button, Group, Table, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'

interface Props {
  head: readonly string[]
  /** what stands there when there are no rows */
  empty: string
  add?: { label: string; onAdd: () => void }
  rows: readonly ReactNode[]
}

/** A plain table with a button to add to it. */
export const AdminTable = ({ head, empty, add, rows }: Props) => (
  <>
    {add && (
      <Group mb="sm">
        <Button size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={add.onAdd}>
          {add.label}
        </Button>
      </Group>
    )}
    {rows.length === 0 ? (
      <Text c="dimmed" py="lg">
        {empty}
      </Text>
    ) : (
      <Table.ScrollContainer minWidth={720}>
        <Table verticalSpacing="xs" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {head.map((title, index) => (
                <Table.Th key={title || `column ${index.toString()}`}>{title}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{rows}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    )}
  </>
)
