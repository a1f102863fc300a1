import { IconClock } from '@tabler/icons-react'
import type { ClockView } from '../../../admin-api/contract/index.ts'
import { clockName } from '../../clocks/clock-name.ts'
import { readClock } from '../../clocks/read-clock.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { formatSpan } from '../../time/format.ts'
import { useServiceNow } from '../../time/use-service-now.ts'

/** The one clock that matters most, in a few characters. */
export const ClockMark = ({ clock }: { clock: ClockView }) => {
  const { t, pick } = useLanguage()
  const reading = readClock(clock, useServiceNow())
  const words = reading.over
    ? t.clocks.over(formatSpan(-reading.remainingSeconds))
    : t.clocks.left(formatSpan(Math.ceil(reading.remainingSeconds)))
  const name = clockName(clock, pick)
  return (
    <span className="clock-mark" data-tone={reading.tone} title={name}>
      <IconClock size={14} aria-hidden /> {words}
    </span>
  )
}
