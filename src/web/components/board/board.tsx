import { Text } from '@mantine/core'
import { useRef } from 'react'
import { useKeys } from '../../hooks/use-keys.ts'
import { useBoard, useOpenCalls } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { QueryState } from '../common/query-state.tsx'
import { BoardCall } from './board-call.tsx'
import { BoardIncident } from './board-incident.tsx'

interface Props {
  selectedIncident: string | null
  selectedCall: string | null
}

/** Everything that is open, in one column: calls without an incident first, then incidents. */
export const Board = ({ selectedIncident, selectedCall }: Props) => {
  const { t } = useLanguage()
  const calls = useOpenCalls()
  const board = useBoard()
  const column = useRef<HTMLDivElement>(null)

  const move = (by: 1 | -1) => {
    const items = [...(column.current?.querySelectorAll<HTMLAnchorElement>('a.board-item') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLAnchorElement)
    const selected = items.findIndex(item => item.getAttribute('aria-current') === 'true')
    const from = at >= 0 ? at : selected
    items[Math.max(0, Math.min(items.length - 1, from + by))]?.focus()
  }
  useKeys({ arrowdown: () => move(1), arrowup: () => move(-1) })

  // A call whose incident stands below needs no place of its own; one whose incident is over must not be forgotten.
  const shown = new Set(board.data?.map(incident => incident.id))
  const waiting = (calls.data ?? []).filter(
    call => call.status !== 'ended' && (call.incident === null || (board.isSuccess && !shown.has(call.incident))),
  )
  return (
    <nav className="board" aria-label={t.board.title} ref={column}>
      {waiting.length > 0 && (
        <>
          <h2 className="board-title">{t.board.calls}</h2>
          <ul className="board-list">
            {waiting.map(call => (
              <li key={call.id}>
                <BoardCall call={call} selected={call.id === selectedCall} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="board-title">
        {t.board.title}
        {board.data && board.data.length > 0 && <span className="board-count">{board.data.length}</span>}
      </h2>
      <QueryState query={board}>
        {incidents =>
          incidents.length === 0 ? (
            <div className="board-empty">
              <Text fw={600} size="sm">
                {t.board.empty}
              </Text>
              <Text size="sm" c="dimmed">
                {t.board.emptyHint}
              </Text>
            </div>
          ) : (
            <ul className="board-list">
              {incidents.map(incident => (
                <li key={incident.id}>
                  <BoardIncident incident={incident} selected={incident.id === selectedIncident} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </nav>
  )
}
