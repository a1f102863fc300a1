import { IconClock } from '@tabler/icons-react'
import type { ClockView } from '../../../admin-api/contract/index.ts'
import { clockName } from '../../clocks/clock-name.ts'
import { readClock } from '../../clocks/read-clock.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { formatSpan } from '../../time/format.ts'
import { useServiceReading } from '../../time/use-service-now.ts'

/** The one clock that matters most, in a few characters. */
export const ClockMark = ({ clock }: { clock: ClockView }) => {
  const { t, pick } = useLanguage()
  const tone = useServiceReading(now => readClock(clock, now).tone)
  const words = useServiceReading(now => {
    const { over, remainingSeconds } = readClock(clock, now)
    return over ? t.clocks.over(formatSpan(-remainingSeconds)) : t.clocks.left(formatSpan(Math.ceil(remainingSeconds)))
  })
  return (
    <span className="clock-mark" data-tone={tone} title={clockName(clock, pick)}>
      <IconClock size={14} aria-hidden /> {words}
    </span>
  )
}

/** The same as a thin bar: amber from 75 % of the limit, red after it. The words beside it say it, too. */
export const ClockLine = ({ clock }: { clock: ClockView }) => {
  const tone = useServiceReading(now => readClock(clock, now).tone)
  const percent = useServiceReading(now => Math.min(100, Math.round(readClock(clock, now).fraction * 100)))
  return (
    <span className="clock-line" data-tone={tone} aria-hidden>
      <span style={{ width: `${percent}%` }} />
    </span>
  )
}
