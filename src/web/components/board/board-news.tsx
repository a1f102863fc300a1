import { Button } from '@mantine/core'
import { IconArrowsSort, IconPhoneIncoming } from '@tabler/icons-react'
import type { CallSummary, IncidentSummary } from '../../../admin-api/contract/index.ts'
import { useKeys } from '../../hooks/use-keys.ts'
import { hrefOf } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { phoneText } from '../../phone-text.ts'
import { PriorityMark } from '../common/priority-mark.tsx'

/** More would push the board; the count says how many there are. */
const most = 3

interface Props {
  incidents: readonly IncidentSummary[]
  calls: readonly CallSummary[]
  /** puts everything in its place */
  onApply: () => void
}

/** At the board's foot while its order is held: what came since, and the button that puts it in its place. */
export const BoardNews = ({ incidents, calls, onApply }: Props) => {
  const { t, pick } = useLanguage()
  useKeys({ u: onApply })
  const count = incidents.length + calls.length
  return (
    <section className="board-news" aria-label={t.board.news} aria-live="polite">
      <div className="board-news-head">
        <strong>{count > 0 ? t.board.fresh(count) : t.board.moved}</strong>
        <Button
          size="compact-xs"
          variant="light"
          leftSection={<IconArrowsSort size={14} aria-hidden />}
          aria-keyshortcuts="U"
          onClick={onApply}
        >
          {t.board.apply}
        </Button>
      </div>
      {calls.slice(0, most).map(call => (
        <a key={call.id} href={hrefOf('desk', 'call', call.id)}>
          <IconPhoneIncoming size={14} aria-hidden /> {phoneText(call.phone) ?? t.board.unknownNumber}
        </a>
      ))}
      {incidents.slice(0, most).map(({ id, number, priority, typeName, place }) => (
        <a key={id} href={hrefOf('desk', 'incident', id)} aria-label={t.board.openIncident(number)}>
          <PriorityMark priority={priority} /> {typeName ? pick(typeName) : t.board.noType} · {place ?? t.board.noPlace}
        </a>
      ))}
    </section>
  )
}
