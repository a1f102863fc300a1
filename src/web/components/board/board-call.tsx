import { IconPhoneIncoming } from '@tabler/icons-react'
import type { CallSummary } from '../../../admin-api/contract/index.ts'
import { hrefOf } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { phoneText } from '../../phone-text.ts'
import { ClockMark } from '../live/clock-mark.tsx'

export const BoardCall = ({ call, selected, gone }: { call: CallSummary; selected: boolean; gone: boolean }) => {
  const { t } = useLanguage()
  const who = phoneText(call.phone) ?? call.callerName ?? t.board.unknownNumber
  const running = call.clocks.find(clock => clock.state === 'running')
  return (
    <a
      className="board-item board-call"
      href={hrefOf('desk', 'call', call.id)}
      aria-current={selected}
      aria-label={t.board.openCall(who)}
      data-gone={gone}
    >
      <span className="board-line">
        <IconPhoneIncoming size={16} aria-hidden />
        <strong>{who}</strong>
        {running && !gone && <ClockMark clock={running} />}
      </span>
      <span className="board-line board-place">
        {gone ? t.board.gone : call.callClass ? t.call.classes[call.callClass] : t.call.statuses.open} · {call.operator}
      </span>
    </a>
  )
}
