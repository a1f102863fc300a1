import { IconAlertTriangle, IconPhone } from '@tabler/icons-react'
import { memo } from 'react'
import type { IncidentSummary } from '../../../admin-api/contract/index.ts'
import { hrefOf } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { AgencyChips } from '../common/agency-chips.tsx'
import { PriorityMark } from '../common/priority-mark.tsx'
import { ClockLine, ClockMark } from '../live/clock-mark.tsx'

interface Props {
  incident: IncidentSummary
  selected: boolean
  /** no longer open: it keeps its place until the hand leaves the board */
  gone: boolean
}

/** One incident in four lines of fixed height, so that news never push what stands below. */
export const BoardIncident = memo(({ incident, selected, gone }: Props) => {
  const { t, pick } = useLanguage()
  const { attentionCount, phoneTaskCount, worstClock } = incident
  return (
    <a
      className="board-item"
      href={hrefOf('desk', 'incident', incident.id)}
      aria-current={selected}
      aria-label={t.board.openIncident(incident.number)}
      data-incident={incident.id}
      data-gone={gone}
    >
      <span className="board-line">
        <PriorityMark priority={incident.priority} />
        <strong>{incident.typeName ? pick(incident.typeName) : t.board.noType}</strong>
      </span>
      <span className="board-line board-place" title={incident.place ?? undefined}>
        <span>{incident.place ?? t.board.noPlace}</span>
      </span>
      <span className="board-line board-small">
        <span>{incident.number}</span>
        <span className="board-status">{gone ? t.board.gone : t.incidentStatus[incident.status]}</span>
        {worstClock && !gone && <ClockMark clock={worstClock} />}
      </span>
      <span className="board-line board-small">
        <AgencyChips agencies={incident.agencies} />
        <span className="board-alarms">
          {attentionCount > 0 && (
            <span title={t.board.attention(attentionCount)}>
              <IconAlertTriangle size={14} role="img" aria-label={t.board.attention(attentionCount)} /> {attentionCount}
            </span>
          )}
          {phoneTaskCount > 0 && (
            <span title={t.board.phoneTasks(phoneTaskCount)}>
              <IconPhone size={14} role="img" aria-label={t.board.phoneTasks(phoneTaskCount)} /> {phoneTaskCount}
            </span>
          )}
        </span>
      </span>
      {worstClock && !gone && <ClockLine clock={worstClock} />}
    </a>
  )
})
