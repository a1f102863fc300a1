import { Button, Text, Tooltip } from '@mantine/core'
import { IconBellOff } from '@tabler/icons-react'
import type { ClockView } from '../../../admin-api/contract/index.ts'
import { clockName } from '../../clocks/clock-name.ts'
import { readClock } from '../../clocks/read-clock.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { formatSpan } from '../../time/format.ts'
import { useServiceNow } from '../../time/use-service-now.ts'

interface Props {
  clock: ClockView
  /** offered to supervisors once the clock has pinged */
  onTake?: () => void
  taking?: boolean
}

/** One running limit: what is left or over in words, and as a bar. */
export const ClockBar = ({ clock, onTake, taking = false }: Props) => {
  const { t, pick } = useLanguage()
  const { time } = useTimes()
  const now = useServiceNow()
  const reading = readClock(clock, now)
  const name = clockName(clock, pick)
  const silenced = clock.silencedUntil !== undefined && clock.silencedUntil > now
  return (
    <div className="clock" data-tone={reading.tone} data-clock={clock.key}>
      <div className="clock-head">
        <span className="clock-name">{name}</span>
        <ClockWords clock={clock} />
      </div>
      <div
        className="clock-bar"
        role="progressbar"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={clock.limitSeconds}
        aria-valuenow={Math.min(clock.limitSeconds, Math.round(reading.elapsedSeconds))}
      >
        <span style={{ width: `${Math.min(100, reading.fraction * 100)}%` }} />
      </div>
      <div className="clock-foot">
        <Tooltip label={t.clocks.basisHint[clock.basis]}>
          <span>
            {clock.kind === 'figure'
              ? `${t.clocks.figure}, ${t.clocks.basis[clock.basis]}`
              : t.clocks.basis[clock.basis]}
          </span>
        </Tooltip>
        {clock.targetSeconds !== clock.limitSeconds && <span>{t.clocks.target(formatSpan(clock.targetSeconds))}</span>}
        {silenced && (
          <Text span size="xs" className="clock-silenced">
            <IconBellOff size={13} aria-hidden /> {t.clocks.silenced(time(clock.silencedUntil ?? now))}
          </Text>
        )}
        {onTake && reading.over && !silenced && (
          <Button
            size="compact-xs"
            variant="light"
            color="red"
            ml="auto"
            loading={taking}
            aria-label={t.clocks.takeOf(name)}
            onClick={onTake}
          >
            {t.clocks.take}
          </Button>
        )}
      </div>
    </div>
  )
}

/** "sisa 0:12 dari 0:30", "lewat 1:05 dari 3:00", or how long it took. */
const ClockWords = ({ clock }: { clock: ClockView }) => {
  const { t } = useLanguage()
  const reading = readClock(clock, useServiceNow())
  const limit = t.clocks.of(formatSpan(clock.limitSeconds))
  if (clock.state === 'ended') return <span className="clock-words">{t.clocks.ended}</span>
  if (clock.state === 'stopped') {
    const word = reading.over ? t.clocks.stoppedLate : t.clocks.stopped
    return (
      <span className="clock-words">
        <strong>{formatSpan(reading.elapsedSeconds)}</strong> {limit}, {word}
      </span>
    )
  }
  const left = reading.over
    ? t.clocks.over(formatSpan(-reading.remainingSeconds))
    : t.clocks.left(formatSpan(Math.ceil(reading.remainingSeconds)))
  return (
    <span className="clock-words">
      <strong>{left}</strong> {limit}
    </span>
  )
}
