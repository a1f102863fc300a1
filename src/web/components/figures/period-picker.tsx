import { ActionIcon, Group, SegmentedControl, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { kindOf, type PeriodKind, periodAfter, periodAs, periodKinds, periodName } from '../../figures/periods.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

interface Props {
  period: string
  /** the newest that there is: what comes after it has not happened yet */
  newest: (kind: PeriodKind) => string
  onChoose: (period: string) => void
}

export const PeriodPicker = ({ period, newest, onChoose }: Props) => {
  const { t, lang } = useLanguage()
  const words = t.figures
  const kind = kindOf(period) ?? 'month'
  const change = (to: PeriodKind) => {
    const chosen = periodAs(to, period)
    onChoose(period === newest(kind) ? newest(to) : chosen)
  }
  return (
    <Group gap="sm">
      <SegmentedControl
        aria-label={words.period}
        data={periodKinds.map(value => ({ value, label: words.kinds[value] }))}
        value={kind}
        onChange={value => change(value as PeriodKind)}
      />
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={words.previous}
          onClick={() => onChoose(periodAfter(period, -1))}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Text fw={600} miw={170} ta="center" role="status">
          {periodName(period, lang, words.caturwulan)}
        </Text>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={words.next}
          disabled={period === newest(kind)}
          onClick={() => onChoose(periodAfter(period, 1))}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </Group>
  )
}
