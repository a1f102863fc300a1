import { Button, Text } from '@mantine/core'
import { useMemo, useRef } from 'react'
import type { IncidentSummary } from '../../../admin-api/contract/index.ts'
import { chosen, everything, filtersOf } from '../../board/choice.ts'
import { useChoice } from '../../board/use-choice.ts'
import { useHeldOrder, useHold } from '../../board/use-held.ts'
import { useSigned } from '../../hooks/use-centre.tsx'
import { useKeys } from '../../hooks/use-keys.ts'
import { useBoard, useOpenCalls } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { useServiceReading } from '../../time/use-service-now.ts'
import { QueryState } from '../common/query-state.tsx'
import { BoardCall } from './board-call.tsx'
import { BoardIncident } from './board-incident.tsx'
import { BoardNews } from './board-news.tsx'
import { BoardTools } from './board-tools.tsx'

interface Props {
  selectedIncident: string | null
  selectedCall: string | null
}

/** Clocks overtake each other without any event: so often, in service ms, the order is looked at again. */
const orderMs = 5_000
const none: IncidentSummary[] = []

/** Everything that is open, in one column: calls without an incident first, then the incidents that the user wants to see. */
export const Board = ({ selectedIncident, selectedCall }: Props) => {
  const { t } = useLanguage()
  const { user } = useSigned().session
  const calls = useOpenCalls()
  const board = useBoard()
  const [choice, choose] = useChoice()
  const column = useRef<HTMLElement>(null)
  const { held, pointer, focus } = useHold()

  const move = (by: 1 | -1) => {
    const items = [...(column.current?.querySelectorAll<HTMLAnchorElement>('a.board-item') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLAnchorElement)
    const selected = items.findIndex(item => item.getAttribute('aria-current') === 'true')
    const from = at >= 0 ? at : selected
    items[Math.max(0, Math.min(items.length - 1, from + by))]?.focus()
  }
  useKeys({ arrowdown: () => move(1), arrowup: () => move(-1) })

  const all = board.data ?? none
  const now = useServiceReading(service => Math.floor(service / orderMs) * orderMs)
  const wanted = useMemo(() => chosen(all, choice, user.id, now), [all, choice, user.id, now])
  // What the user asks for by hand is done at once, wherever the hand is.
  const incidents = useHeldOrder(held, wanted, all, choice)
  // A call whose incident stands below needs no place of its own; one whose incident is over must not be forgotten.
  const waiting = useMemo(() => {
    const open = new Set(board.data?.map(incident => incident.id))
    return (calls.data ?? []).filter(
      call => call.status !== 'ended' && (call.incident === null || (board.data && !open.has(call.incident))),
    )
  }, [board.data, calls.data])
  const callers = useHeldOrder(held, waiting)

  const hidden = all.length - wanted.length
  const hasNews = incidents.moved || callers.moved || incidents.fresh.length + callers.fresh.length > 0
  return (
    <nav className="board" aria-label={t.board.title} ref={column} {...pointer}>
      <h2 className="board-title">
        {t.board.title}
        {all.length > 0 && <span className="board-count">{t.board.count(wanted.length, all.length)}</span>}
      </h2>
      <BoardTools choice={choice} choose={choose} />
      {filtersOf(choice) > 0 && (
        <div className="board-hidden">
          {t.board.hidden(hidden)}
          <Button size="compact-xs" variant="subtle" onClick={() => choose({ ...everything, sort: choice.sort })}>
            {t.board.showAll}
          </Button>
        </div>
      )}
      <div className="board-scroll" {...focus}>
        {callers.shown.length > 0 && (
          <>
            <h3 className="board-title">{t.board.calls}</h3>
            <ul className="board-list">
              {callers.shown.map(({ item, gone }) => (
                <li key={item.id}>
                  <BoardCall call={item} selected={item.id === selectedCall} gone={gone} />
                </li>
              ))}
            </ul>
            <h3 className="board-title">{t.board.incidents}</h3>
          </>
        )}
        <QueryState query={board}>
          {() =>
            incidents.shown.length === 0 && incidents.fresh.length === 0 ? (
              <BoardEmpty hidden={hidden} />
            ) : (
              <ul className="board-list">
                {incidents.shown.map(({ item, gone }) => (
                  <li key={item.id}>
                    <BoardIncident incident={item} selected={item.id === selectedIncident} gone={gone} />
                  </li>
                ))}
              </ul>
            )
          }
        </QueryState>
      </div>
      {held && hasNews && (
        <BoardNews
          incidents={incidents.fresh}
          calls={callers.fresh}
          onApply={() => {
            incidents.apply()
            callers.apply()
          }}
        />
      )}
    </nav>
  )
}

const BoardEmpty = ({ hidden }: { hidden: number }) => {
  const { t } = useLanguage()
  return (
    <div className="board-empty">
      <Text fw={600} size="sm">
        {hidden > 0 ? t.board.allHidden : t.board.empty}
      </Text>
      <Text size="sm" c="dimmed">
        {hidden > 0 ? t.board.allHiddenHint : t.board.emptyHint}
      </Text>
    </div>
  )
}
