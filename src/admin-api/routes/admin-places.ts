import type { Edition } from '../../application/ports/editions.ts'
import { placeKinds } from '../../application/ports/places.ts'
import { nameOf } from '../../dispatch/vocabulary.ts'
import { placeProblemSentences } from '../../i18n/place-problems.ts'
import {
  editionView,
  gazetteerView,
  outlinesFile,
  outlinesImport,
  outlinesPreview,
  placesFile,
  placesImport,
  placesPreview,
} from '../contract/places.ts'
import { placesCsv } from '../export/places-csv.ts'
import { granted } from '../http/refused.ts'
import { centreRoute, type Route } from '../http/route.ts'
import { readOutlines } from '../import/read-outlines.ts'
import { type Fault, readPlaces } from '../import/read-places.ts'
import type { Services } from '../services.ts'
import { note } from './audit.ts'
import { ofCentre } from './parameters.ts'

const base = '/api/admin/centres/{centre}'
/** A file of the largest size, escaped as JSON. */
const bodyKilobytes = 6_144
const mostFaults = 200
const sampleSize = 10

/** The administrator's side of the map: the gazetteer and the outlines are taken over as whole files, after a preview. */
export const adminPlaceRoutes = (services: Services): Route[] => {
  const { places } = services.application
  return [
    centreRoute({
      method: 'get',
      path: `${base}/gazetteer`,
      name: 'readGazetteer',
      summary: 'How many places and outlines there are, who imported them and when',
      right: 'administer',
      params: ofCentre,
      reply: gazetteerView,
      handle: async ({ centre }) => {
        const [gazetteer, outlines] = await Promise.all([places.gazetteer(centre.code), places.outlines(centre.code)])
        const count = (kind: string) => gazetteer?.items.filter(place => place.kind === kind).length ?? 0
        return {
          edition: gazetteer && viewOf(gazetteer.edition),
          kinds: Object.fromEntries(placeKinds.map(kind => [kind, count(kind)])) as Record<
            (typeof placeKinds)[number],
            number
          >,
          outlines: outlines && viewOf(outlines.edition),
        }
      },
    }),
    centreRoute({
      method: 'get',
      path: `${base}/gazetteer/export.csv`,
      name: 'exportPlaces',
      summary: 'The gazetteer as CSV, as the import reads it again: UTF-8 with a byte order mark, semicolons',
      right: 'administer',
      params: ofCentre,
      raw: { status: 200, description: 'The places', mediaType: 'text/csv' },
      handle: async ({ centre, response }) => {
        const items = (await places.gazetteer(centre.code))?.items ?? []
        const name = `nama-tempat-${centre.code}.csv`
        response.status(200).attachment(name).type('text/csv; charset=utf-8').send(placesCsv(items))
      },
    }),
    centreRoute({
      method: 'post',
      path: `${base}/gazetteer/preview`,
      name: 'previewPlaces',
      summary: 'What the file would change, and which of its rows cannot be used',
      right: 'administer',
      asksOnly: true,
      bodyKilobytes,
      params: ofCentre,
      body: placesFile,
      reply: placesPreview,
      handle: async ({ centre, body }) => {
        const read = readPlaces(body.csv)
        const { after, ...counts } = await places.previewPlaces(centre.code, read.places, body.mode)
        return {
          ...counts,
          ...faultsOf(read.faults),
          rows: read.rows,
          total: after.length,
          sample: read.places.slice(0, sampleSize),
        }
      },
    }),
    centreRoute({
      method: 'post',
      path: `${base}/gazetteer`,
      name: 'importPlaces',
      summary: 'Takes the places of the file over, without its faulty rows; refused when another import came first',
      right: 'administer',
      bodyKilobytes,
      params: ofCentre,
      body: placesImport,
      reply: editionView,
      handle: async ({ centre, from, body: { csv, mode, basedOn } }) => {
        const read = readPlaces(csv).places
        const edition = granted(await places.importPlaces(from, centre.code, { read, mode, basedOn }))
        const change = { before: { edition: basedOn }, after: { edition: edition.edition, count: edition.count } }
        await note(services, from, centre.code, 'placesImported', centre.code, change)
        return viewOf(edition)
      },
    }),
    centreRoute({
      method: 'post',
      path: `${base}/outlines/preview`,
      name: 'previewOutlines',
      summary: 'The districts of the file as they would be drawn, and which of its features cannot be used',
      right: 'administer',
      asksOnly: true,
      bodyKilobytes,
      params: ofCentre,
      body: outlinesFile,
      reply: outlinesPreview,
      handle: async ({ centre, body }) => {
        const { faults, ...read } = readOutlines(body.geojson, body.nameProperty)
        const basedOn = (await places.outlines(centre.code))?.edition.edition ?? 0
        return { ...read, ...faultsOf(faults), basedOn }
      },
    }),
    centreRoute({
      method: 'post',
      path: `${base}/outlines`,
      name: 'importOutlines',
      summary: 'Takes the districts of the file over in place of those before, without its faulty features',
      right: 'administer',
      bodyKilobytes,
      params: ofCentre,
      body: outlinesImport,
      reply: editionView,
      handle: async ({ centre, from, body: { geojson, nameProperty, basedOn } }) => {
        const read = readOutlines(geojson, nameProperty).outlines
        const edition = granted(await places.importOutlines(from, centre.code, { read, basedOn }))
        const change = { before: { edition: basedOn }, after: { edition: edition.edition, count: edition.count } }
        await note(services, from, centre.code, 'outlinesImported', centre.code, change)
        return viewOf(edition)
      },
    }),
  ]
}

const viewOf = ({ edition, count, at, by, approximate }: Edition) => ({
  edition,
  count,
  at,
  by: nameOf(by),
  approximate,
})

const faultsOf = (faults: readonly Fault[]) => ({
  faulty: faults.length,
  faults: faults.slice(0, mostFaults).map(({ at, code, params }) => ({
    ...{ at, code, params: { ...params } },
    sentence: placeProblemSentences[code](params),
  })),
})
