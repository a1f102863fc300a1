import { Table, Title } from '@mantine/core'
import type { ChannelTestsView } from '../../../admin-api/contract/index.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { secondsText } from './seconds-text.ts'

type Trend = ChannelTestsView['trend']

const [columnWidth, gap, height] = [9, 3, 26]

/** How fast each agency answered in the tests of the history. */
export const TestTrend = ({ trend }: { trend: Trend }) => {
  const { t, lang } = useLanguage()
  const words = t.admin.tests
  const slowest = Math.max(1, ...trend.flatMap(({ seconds }) => seconds.map(value => value ?? 0)))
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {words.trend}
      </Title>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={120}>{t.admin.tabs.agencies}</Table.Th>
            <Table.Th w={110}>{words.median}</Table.Th>
            <Table.Th w={110}>{words.answeredTests}</Table.Th>
            <Table.Th>{words.lastTests}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {trend.map(agency => (
            <Table.Tr key={agency.agency}>
              <Table.Td fw={600} title={agency.name}>
                {agency.agency}
              </Table.Td>
              <Table.Td>
                {agency.medianSeconds === null ? '–' : words.seconds(secondsText(agency.medianSeconds, lang))}
              </Table.Td>
              <Table.Td>
                {agency.answered}/{agency.tests}
              </Table.Td>
              <Table.Td>
                <Bars seconds={agency.seconds} slowest={slowest} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

const barsOf = (seconds: Trend[number]['seconds']) =>
  seconds.map((value, index) => ({ value, x: index * (columnWidth + gap) + 1 }))

/** One bar a test, as high as the answer was late, on one scale for all agencies; a hollow one where nobody answered. */
const Bars = ({ seconds, slowest }: { seconds: Trend[number]['seconds']; slowest: number }) => {
  const { t, lang } = useLanguage()
  const words = t.admin.tests
  const said = (value: number | null) =>
    value === null ? words.states.notAnswered : words.seconds(secondsText(value, lang))
  return (
    <svg
      width={seconds.length * (columnWidth + gap)}
      height={height}
      role="img"
      aria-label={seconds.map(said).join(', ')}
    >
      {barsOf(seconds).map(({ value, x }) => {
        const tall = value === null ? height - 2 : Math.max(3, ((height - 2) * value) / slowest)
        return (
          <rect
            key={x}
            x={x}
            y={height - 1 - tall}
            width={columnWidth - 2}
            height={tall}
            fill={value === null ? 'none' : 'var(--calm)'}
            stroke={value === null ? 'var(--red)' : 'var(--calm)'}
            strokeDasharray={value === null ? '2 2' : undefined}
          >
            <title>{said(value)}</title>
          </rect>
        )
      })}
    </svg>
  )
}
