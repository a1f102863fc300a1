import { useEffect, useRef } from 'react'
import type { LookAround } from '../../../admin-api/contract/index.ts'
import { useMap } from '../../hooks/use-places.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { accuracyAt } from '../../map/accuracy.ts'
import { L } from '../../map/leaflet.ts'
import { QueryState } from '../common/query-state.tsx'
import { MapFrame, type OpenMap } from './map-frame.tsx'

type Point = LookAround['point']

interface Props {
  point: Point | null
  onPick: (point: Point) => void
}

/** Near enough to tell houses apart; without a background near enough to tell districts apart. */
const nearZoom = { tiles: 16, outlines: 13 }
const digits = 1e5

/** A small map to set a point on: a click, or the cross in its middle by Enter. */
const PointMap = ({ point, onPick }: Props) => {
  const { t } = useLanguage()
  const view = useMap()
  const pick = useRef(onPick)
  const opened = useRef<(OpenMap & { show: (point: Point | null) => void }) | null>(null)
  const shown = useRef(point)
  useEffect(() => {
    pick.current = onPick
    shown.current = point
    opened.current?.show(point)
  }, [point, onPick])

  const open = ({ map, showAll }: OpenMap) => {
    const near = view.data?.tiles ? nearZoom.tiles : nearZoom.outlines
    const marks = L.layerGroup().addTo(map)
    const show = (at: Point | null) => {
      marks.clearLayers()
      if (!at) return
      const place: L.LatLngTuple = [at.lat, at.lng]
      L.circle(place, { radius: at.accuracyMetres, className: 'map-accuracy', interactive: false }).addTo(marks)
      L.marker(place, {
        icon: L.divIcon({ className: 'map-point', iconSize: [16, 16] }),
        interactive: false,
        keyboard: false,
      }).addTo(marks)
      if (!map.getBounds().contains(place)) map.setView(place, Math.max(map.getZoom(), near - 1), { animate: false })
    }
    const set = ({ lat, lng }: L.LatLng) =>
      pick.current({
        lat: Math.round(lat * digits) / digits,
        lng: Math.round(lng * digits) / digits,
        accuracyMetres: accuracyAt(map.getZoom(), lat),
      })
    const takeKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      set(map.getCenter())
    }
    map.on('click', event => set(event.latlng))
    map.getContainer().addEventListener('keydown', takeKey)
    if (shown.current) map.setView([shown.current.lat, shown.current.lng], near, { animate: false })
    show(shown.current)
    opened.current = { map, showAll, show }
    return () => {
      opened.current = null
      map.getContainer().removeEventListener('keydown', takeKey)
    }
  }

  return (
    <QueryState query={view}>
      {data => (
        <MapFrame view={data} label={`${t.map.pickLabel}. ${t.map.pickHint}`} className="point-map" onOpen={open}>
          <span className="map-cross" aria-hidden />
          <p className="map-hint">{t.map.pickHint}</p>
        </MapFrame>
      )}
    </QueryState>
  )
}
export default PointMap
