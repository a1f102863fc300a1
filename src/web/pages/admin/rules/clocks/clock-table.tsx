import { ActionIcon, Badge, Group, Table, Text, Tooltip } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { basisOf, type ClockEdit } from '../../../../admin/rules/clocks.ts'
import type { RuleWords } from '../../../../admin/rules/rule-words.ts'
import { withOptional } from '../../../../admin/rules/with-optional.ts'
import { useLanguage } from '../../../../lang/language-provider.tsx'
import { formatSpan } from '../../../../time/format.ts'
import { ClockDialog } from './clock-dialog.tsx'
import { SpanInput } from './span-input.tsx'

interface Props {
  clocks: ClockEdit[]
  inForce: ClockEdit[]
  words: RuleWords
  onChange: (clocks: ClockEdit[]) => void
}

const colours = { seed: 'teal', reading: 'blue', internal: 'gray' } as const

/** Every time limit with its target, its limit, what it rests on and the figure that it departs from. */
export const ClockTable = ({ clocks, inForce, words, onChange }: Props) => {
  const { t, lang } = useLanguage()
  const [edited, setEdited] = useState<ClockEdit | null>(null)
  const change = (clock: ClockEdit) => onChange(clocks.map(one => (one.id === clock.id ? clock : one)))
  return (
    <>
      <Table.ScrollContainer minWidth={760}>
        <Table verticalSpacing="xs" className="clock-table">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.common.code}</Table.Th>
              <Table.Th>{t.rules.clock}</Table.Th>
              <Table.Th w={130}>{t.rules.target}</Table.Th>
              <Table.Th w={130}>{t.rules.limit}</Table.Th>
              <Table.Th w={150}>{t.rules.basis}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {clocks.map(clock => {
              const stored = inForce.find(({ id }) => id === clock.id)
              const { basis, published } = basisOf(clock, stored)
              const stops = clock.stop.flatMap(mark => words.fieldLines('start', mark)).join(' / ')
              return (
                <Table.Tr key={clock.id} data-clock={clock.id}>
                  <Table.Td fw={600}>{clock.id}</Table.Td>
                  <Table.Td>
                    <Group gap="xs" wrap="nowrap" justify="space-between">
                      <div>
                        <Text size="sm" fw={600}>
                          {clock.name[lang]}
                        </Text>
                        <Text size="xs" c="dimmed">
                          {t.rules.span(words.fieldLines('start', clock.start).join(''), stops)}
                        </Text>
                      </div>
                      <Tooltip label={t.rules.editClock(clock.id)}>
                        <ActionIcon
                          variant="subtle"
                          aria-label={t.rules.editClock(clock.id)}
                          onClick={() => setEdited(clock)}
                        >
                          <IconPencil size={16} aria-hidden />
                        </ActionIcon>
                      </Tooltip>
                    </Group>
                  </Table.Td>
                  <Table.Td>
                    <SpanInput
                      label={t.rules.targetOf(clock.id)}
                      value={clock.targetSeconds}
                      onChange={seconds => change({ ...clock, targetSeconds: seconds ?? 0 })}
                    />
                  </Table.Td>
                  <Table.Td>
                    <SpanInput
                      label={t.rules.limitOf(clock.id)}
                      placeholder={clock.targetSeconds > 0 ? formatSpan(clock.targetSeconds) : ''}
                      value={clock.limitSeconds ?? null}
                      onChange={seconds => change(withOptional(clock, 'limitSeconds', seconds))}
                    />
                  </Table.Td>
                  <Table.Td>
                    <Badge color={colours[basis]} variant="light" tt="none">
                      {t.rules.bases[basis]}
                    </Badge>
                    {published && (
                      <Text size="xs" mt={2}>
                        {t.rules.publishedFigure(words.figure(published))}
                      </Text>
                    )}
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed" mt={6} maw={1200}>
        {t.rules.limitHint} {t.rules.basisHint}
      </Text>
      {edited && <ClockDialog clock={edited} onTake={change} onClose={() => setEdited(null)} />}
    </>
  )
}
