import type { CallView } from '../../../admin-api/contract/index.ts'
import { readClock } from '../../clocks/read-clock.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { formatSpan } from '../../time/format.ts'
import { useServiceNow } from '../../time/use-service-now.ts'

/** How long the caller has been on the line, in the colour of the limit that runs. */
export const CallElapsed = ({ call }: { call: CallView }) => {
  const { t } = useLanguage()
  const now = useServiceNow()
  const running = call.clocks.find(clock => clock.state === 'running')
  const tone = running ? readClock(running, now).tone : 'done'
  return (
    <div className="elapsed" data-tone={tone} role="timer" aria-label={t.call.elapsed}>
      {formatSpan(((call.endedAt ?? now) - call.openedAt) / 1000)}
    </div>
  )
}
