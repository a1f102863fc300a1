import { IconAlertTriangle, IconPhone } from '@tabler/icons-react'
import type { IncidentSummary } from '../../../admin-api/contract/index.ts'
import { hrefOf } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { AgencyChips } from '../common/agency-chips.tsx'
import { PriorityMark } from '../common/priority-mark.tsx'
import { ClockMark } from '../live/clock-mark.tsx'

export const BoardIncident = ({ incident, selected }: { incident: IncidentSummary; selected: boolean }) => {
  const { t, pick } = useLanguage()
  return (
    <a
      className="board-item"
      href={hrefOf('desk', 'incident', incident.id)}
      aria-current={selected}
      aria-label={t.board.openIncident(incident.number)}
      data-incident={incident.id}
    >
      <span className="board-row">
        <PriorityMark priority={incident.priority} />
        <strong>{incident.typeName ? pick(incident.typeName) : t.board.noType}</strong>
      </span>
      <span className="board-place">{incident.place ?? t.board.noPlace}</span>
      <span className="board-row board-row-small">
        <span>{incident.number}</span>
        <span className="board-status">{t.incidentStatus[incident.status]}</span>
        {incident.worstClock && <ClockMark clock={incident.worstClock} />}
      </span>
      {(incident.attentionCount > 0 || incident.phoneTaskCount > 0) && (
        <span className="board-row board-alarms">
          {incident.attentionCount > 0 && (
            <span>
              <IconAlertTriangle size={14} aria-hidden /> {t.board.attention(incident.attentionCount)}
            </span>
          )}
          {incident.phoneTaskCount > 0 && (
            <span>
              <IconPhone size={14} aria-hidden /> {t.board.phoneTasks(incident.phoneTaskCount)}
            </span>
          )}
        </span>
      )}
      <AgencyChips agencies={incident.agencies} />
    </a>
  )
}
