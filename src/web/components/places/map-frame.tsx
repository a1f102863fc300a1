import type L from 'leaflet'
import { type ReactNode, useEffect, useRef } from 'react'
import type { MapView } from '../../../admin-api/contract/index.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { createMap } from '../../map/create-map.ts'

export interface OpenMap {
  map: L.Map
  showAll: ReturnType<typeof createMap>['showAll']
}

interface Props {
  view: MapView
  label: string
  className: string
  /** called once the map stands; returns how to put away what was added */
  onOpen: (opened: OpenMap) => () => void
  children?: ReactNode
}

/** Holds a Leaflet map as long as it is shown. What it shows besides the districts is its user's. */
export const MapFrame = ({ view, label, className, onOpen, children }: Props) => {
  const { t } = useLanguage()
  const element = useRef<HTMLDivElement>(null)
  const open = useRef(onOpen)
  useEffect(() => {
    if (!element.current) return
    const opened = createMap(element.current, view, { zoomIn: t.map.zoomIn, zoomOut: t.map.zoomOut })
    const close = open.current(opened)
    const resized = new ResizeObserver(opened.fitSize)
    resized.observe(element.current)
    return () => {
      resized.disconnect()
      close()
      opened.map.remove()
    }
  }, [view, t])
  return (
    <div className={className}>
      {/* Leaflet puts it into the order of the Tab key: arrows move the map, + and − zoom */}
      <div ref={element} className="map-canvas" role="application" aria-label={label} />
      {children}
      <p className="map-note">
        {view.outlines.length === 0 ? t.map.noOutlines : view.approximate && t.map.approximate}
      </p>
    </div>
  )
}
