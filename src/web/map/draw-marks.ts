import { plain } from './create-map.ts'
import { L } from './leaflet.ts'
import { type Mark, markChanges } from './marks.ts'

/** Pixels. */
const size = 26
const beside = 20
/** Leaflet stacks markers by their pixel row; more than any screen has lies between two priorities. */
const layer = 10_000
const pointedAt = 100_000
/** The most urgent lie uppermost. */
const stackOf = ({ priority }: Mark): number => -priority * layer

/** Keeps the marks of incidents on a map; `onOpen` is called when one is clicked. */
export const createMarks = (map: L.Map, onOpen: (id: string) => void) => {
  const drawn = new Map<string, Mark>()
  const markers = new Map<string, L.Marker>()

  const iconOf = ({ className, priority, shift }: Mark): L.DivIcon =>
    L.divIcon({
      className,
      html: `<span>${priority}</span>`,
      iconSize: [size, size],
      iconAnchor: [size / 2 - shift * beside, size / 2],
    })

  const put = (mark: Mark) => {
    const { id, lat, lng, title } = mark
    const known = markers.get(id)
    if (known) {
      known.setLatLng([lat, lng]).setIcon(iconOf(mark)).setZIndexOffset(stackOf(mark)).setTooltipContent(plain(title))
    } else {
      // the list beside the map is the way for keyboards: five hundred stops of the Tab key would be none
      const made = L.marker([lat, lng], { icon: iconOf(mark), keyboard: false, zIndexOffset: stackOf(mark) })
      markers.set(
        id,
        made
          .bindTooltip(plain(title))
          .on('click', () => onOpen(id))
          .addTo(map),
      )
    }
    drawn.set(id, mark)
  }

  return {
    show: (wanted: readonly Mark[]) => {
      const changes = markChanges(drawn, wanted)
      for (const id of changes.gone) {
        markers.get(id)?.remove()
        markers.delete(id)
        drawn.delete(id)
      }
      for (const mark of changes.drawn) put(mark)
    },
    /** Brings one before the others, as long as the list points at it. */
    point: (id: string | null) => {
      for (const [own, mark] of drawn) {
        const marker = markers.get(own)
        const element = marker?.getElement()
        const is = own === id
        if (element?.classList.contains('map-mark-pointed') === is) continue
        element?.classList.toggle('map-mark-pointed', is)
        marker?.setZIndexOffset(is ? pointedAt : stackOf(mark))
      }
    },
  }
}
