import { Table, Text, Title } from '@mantine/core'
import type { PlacesPreview } from '../../../../admin-api/contract/index.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'

interface Props {
  faulty: number
  faults: PlacesPreview['faults']
  /** what is counted: lines or features */
  at: string
}

/** Which rows were left out, and why. */
export const FaultTable = ({ faulty, faults, at }: Props) => {
  const { t, pick } = useLanguage()
  if (faulty === 0) return null
  return (
    <section aria-label={t.mapAdmin.faults}>
      <Title order={3} size="h4" mt="md">
        {t.mapAdmin.faults}
      </Title>
      <Table verticalSpacing={4} maw={900}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={110}>{at}</Table.Th>
            <Table.Th>{t.mapAdmin.why}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {faults.map(fault => (
            <Table.Tr key={`${fault.at} ${fault.code}`}>
              <Table.Td>{fault.at}</Table.Td>
              <Table.Td className="long-text">{pick(fault.sentence)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {faulty > faults.length && (
        <Text size="sm" c="dimmed">
          {t.mapAdmin.more(faulty - faults.length)}
        </Text>
      )}
    </section>
  )
}
