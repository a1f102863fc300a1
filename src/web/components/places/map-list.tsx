import { Text } from '@mantine/core'
import type { IncidentSummary } from '../../../admin-api/contract/index.ts'
import { hrefOf } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { PriorityMark } from '../common/priority-mark.tsx'
import { IncidentStatusChip } from '../common/status-chip.tsx'

interface Props {
  incidents: readonly IncidentSummary[]
  /** they come in a moment */
  waiting: boolean
  /** the one that is looked at; null when none is any more */
  onPoint: (id: string | null) => void
}

/** The same incidents as links, the most urgent first; those without a point are not forgotten. */
export const MapList = ({ incidents, waiting, onPoint }: Props) => {
  const { t } = useLanguage()
  const sorted = [...incidents].sort((a, b) => a.priority - b.priority || a.openedAt - b.openedAt)
  const placed = sorted.filter(({ point }) => point !== null)
  const unplaced = sorted.filter(({ point }) => point === null)
  return (
    <nav className="map-list" aria-label={t.map.viewLabel} aria-busy={waiting}>
      {incidents.length === 0 && !waiting && (
        <Text size="sm" c="dimmed" p="md">
          {t.map.empty}
        </Text>
      )}
      {placed.length > 0 && <List title={t.map.listed(placed.length)} incidents={placed} onPoint={onPoint} />}
      {unplaced.length > 0 && <List title={t.map.unplaced(unplaced.length)} incidents={unplaced} onPoint={onPoint} />}
    </nav>
  )
}

const List = ({ title, incidents, onPoint }: Omit<Props, 'waiting'> & { title: string }) => {
  const { t, pick } = useLanguage()
  return (
    <>
      <h2 className="board-title">{title}</h2>
      <ul className="board-list">
        {incidents.map(({ id, number, priority, typeName, place, status }) => (
          <li key={id}>
            <a
              className="map-item"
              href={hrefOf('desk', 'incident', id)}
              onMouseEnter={() => onPoint(id)}
              onMouseLeave={() => onPoint(null)}
              onFocus={() => onPoint(id)}
              onBlur={() => onPoint(null)}
            >
              <PriorityMark priority={priority} />
              <span className="map-item-words">
                <strong>{typeName ? pick(typeName) : t.board.noType}</strong>
                <span className="board-place">{place ?? t.board.noPlace}</span>
                <span className="map-item-foot">
                  {number} <IncidentStatusChip status={status} />
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
