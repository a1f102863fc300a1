import type { Places } from '../commands/places.ts'
import type { DepsWithRules } from '../context.ts'
import { importEdition } from './import-edition.ts'
import { createKept } from './kept-edition.ts'
import { mergePlaces } from './merge-places.ts'
import { createPlaceIndex } from './place-index.ts'
import { createSurroundings } from './surroundings.ts'

/** More places make one centre's index slow; a city of a million has a tenth of it. */
export const mostPlaces = 20_000

/** The gazetteer and the outlines of each centre: searched by operators, imported by administrators. */
export const createPlaces = (deps: DepsWithRules): Places => {
  const { stores, serviceClock } = deps
  const indexOf = createKept(stores.places, present => createPlaceIndex(present?.items ?? []))
  const outlinesOf = createKept(stores.outlines, present => present)

  const previewPlaces: Places['previewPlaces'] = async (centre, read, mode) => {
    const present = await stores.places.current(centre)
    return { ...mergePlaces(present?.items ?? [], read, mode), basedOn: present?.edition.edition ?? 0 }
  }

  return {
    search: async (centre, typed, limit) => (await indexOf(centre)).search(typed, limit),
    around: createSurroundings(deps, async centre => (await outlinesOf(centre))?.items ?? []),
    map: async centre => {
      const [outlines, posts] = await Promise.all([outlinesOf(centre), stores.directory.posts(centre)])
      return {
        outlines: outlines?.items ?? [],
        approximate: outlines?.edition.approximate ?? false,
        posts: posts.flatMap(({ agency, code, name, point, active }) =>
          point && active ? [{ agency, code, name, lat: point.lat, lng: point.lng }] : [],
        ),
      }
    },
    gazetteer: stores.places.current,
    outlines: stores.outlines.current,
    previewPlaces,
    importPlaces: async (from, centre, { read, mode, basedOn }) => {
      if (!read.length) return { ok: false, refusal: { code: 'nothingToImport', params: {} } }
      const items = mode === 'replace' ? read : (await previewPlaces(centre, read, mode)).after
      if (items.length > mostPlaces) {
        return { ok: false, refusal: { code: 'tooManyPlaces', params: { count: items.length, limit: mostPlaces } } }
      }
      return importEdition({ store: stores.places, serviceClock }, from, centre, { items, basedOn })
    },
    importOutlines: async (from, centre, { read, basedOn }) => {
      if (!read.length) return { ok: false, refusal: { code: 'nothingToImport', params: {} } }
      return importEdition({ store: stores.outlines, serviceClock }, from, centre, { items: read, basedOn })
    },
  }
}
