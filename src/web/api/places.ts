import type {
  EditionView,
  GazetteerView,
  LookAround,
  MapView,
  OutlinesFile,
  OutlinesImport,
  OutlinesPreview,
  PlacesFile,
  PlacesFound,
  PlacesImport,
  PlacesPreview,
  Surroundings,
} from '../../admin-api/contract/index.ts'
import { ask, command, read } from './http.ts'
import { centrePath, segment } from './service.ts'

/** Where things are: for everybody in the room. */
export const placeApi = (centre: string) => ({
  search: (words: string) =>
    ask<PlacesFound>(`${centrePath(centre)}/places/search`, { words }).then(answer => answer.places),
  around: (asked: LookAround) => ask<Surroundings>(`${centrePath(centre)}/places/around`, asked),
  map: () => read<MapView>(`${centrePath(centre)}/map`),
})

/** …and for whoever imports it. */
export const placeAdminApi = (centre: string) => {
  const base = `/api/admin/centres/${segment(centre)}`
  return {
    gazetteer: () => read<GazetteerView>(`${base}/gazetteer`),
    exportPath: `${base}/gazetteer/export.csv`,
    previewPlaces: (file: PlacesFile) => ask<PlacesPreview>(`${base}/gazetteer/preview`, file),
    importPlaces: (file: PlacesImport, key: string) => command<EditionView>('POST', `${base}/gazetteer`, key, file),
    previewOutlines: (file: OutlinesFile) => ask<OutlinesPreview>(`${base}/outlines/preview`, file),
    importOutlines: (file: OutlinesImport, key: string) => command<EditionView>('POST', `${base}/outlines`, key, file),
  }
}
