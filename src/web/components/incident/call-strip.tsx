import { IconPhone } from '@tabler/icons-react'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useRights } from '../../hooks/use-rights.ts'
import { hrefOf } from '../../hooks/use-route.ts'
import { useCall } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { phoneText } from '../../phone-text.ts'
import { EndCallButton } from '../call/call-actions.tsx'
import { CallElapsed } from '../call/call-elapsed.tsx'
import { ClockBar } from '../live/clock-bar.tsx'

/** The caller is often still on the line while the intake is filled: number, time, the call's own limits, hanging up. */
export const CallStrip = ({ call: id, newest }: { call: string; newest: boolean }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const { works } = useRights()
  const call = useCall(id).data
  // The place is kept: what stands below must not move under the hand.
  if (!call) return <div className="call-strip" aria-busy="true" />
  const over = call.status === 'ended'
  return (
    <section className="call-strip" aria-label={t.call.title}>
      <div className="call-strip-row">
        <IconPhone size={18} aria-hidden />
        <a href={hrefOf('desk', 'call', call.id)}>{phoneText(call.phone) ?? t.board.unknownNumber}</a>
        <span>{call.callerName}</span>
        <span className="call-strip-since">{t.call.since(time(call.openedAt))}</span>
        {over && call.endedAt !== null ? (
          <span className="call-strip-since">{t.call.ended(time(call.endedAt))}</span>
        ) : (
          <>
            <CallElapsed call={call} />
            {works && <EndCallButton call={call.id} size="compact-sm" keyed={newest} />}
          </>
        )}
      </div>
      {call.clocks
        .filter(clock => clock.state === 'running')
        .map(clock => (
          <ClockBar key={clock.key} clock={clock} />
        ))}
    </section>
  )
}
