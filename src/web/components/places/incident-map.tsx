import { Button, Title } from '@mantine/core'
import { IconArrowLeft, IconFocusCentered } from '@tabler/icons-react'
import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import type { IncidentSummary, MapView } from '../../../admin-api/contract/index.ts'
import { useMap } from '../../hooks/use-places.ts'
import { go } from '../../hooks/use-route.ts'
import { useBoard } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { createMarks } from '../../map/draw-marks.ts'
import { type Mark, marksOf } from '../../map/marks.ts'
import { QueryState } from '../common/query-state.tsx'
import { MapFrame, type OpenMap } from './map-frame.tsx'
import { MapLegend } from './map-legend.tsx'
import { MapList } from './map-list.tsx'

/** Open incidents on the map, and beside it as a list for the keyboard. */
const IncidentMap = ({ onClose }: { onClose: () => void }) => {
  const view = useMap()
  const board = useBoard()
  return (
    <QueryState query={view}>
      {map => (
        <QueryState query={board}>
          {incidents => <Shown view={map} incidents={incidents} onClose={onClose} />}
        </QueryState>
      )}
    </QueryState>
  )
}
export default IncidentMap

interface Props {
  view: MapView
  incidents: readonly IncidentSummary[]
  onClose: () => void
}

type Opened = OpenMap & { marks: ReturnType<typeof createMarks> }

const none: readonly IncidentSummary[] = []
const pointsOf = (marks: readonly Mark[]): [number, number][] => marks.map(({ lat, lng }) => [lat, lng])

const Shown = ({ view, incidents: open, onClose }: Props) => {
  const { t, pick } = useLanguage()
  // hundreds of marks and lines come right after the frame that holds them
  const incidents = useDeferredValue(open, none)
  const opened = useRef<Opened | null>(null)
  const marks = useMemo(
    () =>
      marksOf(incidents, ({ number, typeName, place }) =>
        [number, typeName ? pick(typeName) : t.board.noType, place].filter(Boolean).join(' · '),
      ),
    [incidents, pick, t],
  )
  const wanted = useRef(marks)
  useEffect(() => {
    const first = wanted.current.length === 0 && marks.length > 0
    wanted.current = marks
    opened.current?.marks.show(marks)
    if (first) opened.current?.showAll(pointsOf(marks))
  }, [marks])

  const drawInto = ({ map, showAll }: OpenMap) => {
    const drawn = createMarks(map, id => go('desk', 'incident', id))
    drawn.show(wanted.current)
    showAll(pointsOf(wanted.current))
    opened.current = { map, showAll, marks: drawn }
    return () => {
      opened.current = null
    }
  }
  const showAll = () => opened.current?.showAll(pointsOf(wanted.current))

  return (
    <section className="map-page" aria-label={t.map.title}>
      <header className="map-head">
        <Title order={1} size="h2">
          {t.map.title}
        </Title>
        <Button size="xs" variant="default" leftSection={<IconFocusCentered size={16} aria-hidden />} onClick={showAll}>
          {t.map.whole}
        </Button>
        <Button size="xs" variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={onClose}>
          {t.map.backToDesk}
        </Button>
      </header>
      <MapFrame view={view} label={t.map.viewLabel} className="map-stage" onOpen={drawInto}>
        <MapLegend />
      </MapFrame>
      <MapList
        incidents={incidents}
        waiting={incidents.length === 0 && open.length > 0}
        onPoint={id => opened.current?.marks.point(id)}
      />
    </section>
  )
}
