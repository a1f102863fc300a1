import type { MapView } from '../../admin-api/contract/index.ts'
import { L } from './leaflet.ts'

export interface MapWords {
  zoomIn: string
  zoomOut: string
}

/** The middle of the country, where a centre has neither outlines nor places yet. */
const country: L.LatLngBoundsExpression = [
  [-9, 96],
  [5, 140],
]
const closest = 19
/** Showing everything goes no nearer: one incident alone would fill the map. */
const closestWhole = 15
/** How far outside, as a part of the districts' own extent, an incident still belongs into the picture. */
const nearby = 0.15
/** Half a mark, and some air. */
const edgePixels = 24
/** The legend lies over the map's lower edge. */
const legendPixels = 56
/** Pixels that an arrow key moves the map by: small enough to aim with. */
const arrowPixels = 24
/** Leaflet stacks markers by their pixel row: posts stand behind all incidents. */
const behindMarks = -100_000

const cornersOf = ({ polygons }: MapView['outlines'][number]): L.LatLngTuple[][][] =>
  polygons.map(rings => rings.map(ring => ring.map(([lng, lat]): L.LatLngTuple => [lat, lng])))

/** A map of the centre: its districts as outlines with their names, posts of agencies, and a background where one is set. */
export const createMap = (element: HTMLElement, view: MapView, words: MapWords) => {
  const map = L.map(element, {
    attributionControl: false,
    zoomControl: false,
    maxZoom: closest,
    zoomSnap: 0.25,
    keyboardPanDelta: arrowPixels,
    // a map that flies about is hard to read, and some get sick of it
    zoomAnimation: false,
    fadeAnimation: false,
    inertia: false,
  })
  L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map)
  if (view.tiles) {
    const { url, attribution } = view.tiles
    L.tileLayer(url, { maxZoom: closest, attribution }).addTo(map)
    L.control.attribution({ prefix: false }).addAttribution(plain(attribution)).addTo(map)
  }
  // above the districts, below the marks: what happens counts more than where it is
  const names = 'names'
  map.createPane(names).style.zIndex = '450'
  const named = view.outlines.map(outline =>
    L.polygon(cornersOf(outline), { className: 'map-district', interactive: false })
      .bindTooltip(plain(outline.name), {
        ...{ permanent: true, direction: 'center', className: 'map-district-name' },
        pane: names,
      })
      .addTo(map),
  )
  /** A name stands where its district has room for it. */
  const showNames = () => {
    // all are measured before the first is changed: each change would have the browser measure anew
    const measured = named.map(district => {
      const bounds = district.getBounds()
      const room = Math.abs(map.project(bounds.getNorthEast()).x - map.project(bounds.getSouthWest()).x)
      const name = district.getTooltip()?.getElement()
      return { name, fits: name !== undefined && name.offsetWidth <= room }
    })
    for (const { name, fits } of measured) if (name) name.style.visibility = fits ? 'visible' : 'hidden'
  }
  map.on('zoomend', showNames)
  for (const { agency, name, lat, lng } of view.posts) {
    const icon = L.divIcon({ className: 'map-post', iconSize: [10, 10] })
    L.marker([lat, lng], { icon, keyboard: false, zIndexOffset: behindMarks })
      .bindTooltip(plain(`${agency} ${name}`))
      .addTo(map)
  }
  const districts = L.latLngBounds(
    view.outlines
      .flatMap(cornersOf)
      .flat(2)
      .map(corner => L.latLng(corner)),
  )

  let whole: readonly L.LatLngTuple[] | null = null
  /** Shows all districts and the points in or near them, until somebody moves the map. */
  const showAll = (points: readonly L.LatLngTuple[] = []) => {
    // one that lies far away, perhaps by a slip, must not make the city a dot
    const near = districts.isValid() ? points.filter(point => districts.pad(nearby).contains(point)) : points
    const bounds = L.latLngBounds(near.map(point => L.latLng(point)))
    if (districts.isValid()) bounds.extend(districts)
    map.fitBounds(bounds.isValid() ? bounds : country, {
      animate: false,
      paddingTopLeft: [edgePixels, edgePixels],
      paddingBottomRight: [edgePixels, legendPixels],
      maxZoom: closestWhole,
    })
    showNames()
    whole = points
  }
  map.on('movestart zoomstart', () => {
    whole = null
  })
  const fitSize = () => {
    const points = whole
    map.invalidateSize({ animate: false })
    if (points) showAll(points)
  }
  showAll()
  return { map, showAll, fitSize }
}

/** Leaflet takes texts for HTML: names come out of files that people import. */
export const plain = (text: string): string => {
  const holder = document.createElement('span')
  holder.textContent = text
  return holder.innerHTML
}
