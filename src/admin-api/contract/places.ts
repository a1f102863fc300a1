import { z } from 'zod'
import { importModes } from '../../application/places/merge-places.ts'
import { placeKinds } from '../../application/ports/places.ts'
import { incidentStatuses } from './statuses.ts'
import { bilingual, facts, freeText, instant, point, reportOutcome } from './words.ts'

/** The gazetteer, the districts' outlines and what is known around a point. */

/** The largest file that is taken over, in kilobytes: twenty thousand places, or a city's districts. */
export const importKilobytes = 4_096
const file = z.string().max(importKilobytes * 1024)

export const placeSearch = z
  .strictObject({ words: freeText.max(200), limit: z.int().min(1).max(50).default(8) })
  .meta({ id: 'PlaceSearch' })
export const placeView = z
  .object({
    name: z.string(),
    kind: z.enum(placeKinds),
    otherNames: z.array(z.string()),
    lat: z.number(),
    lng: z.number(),
    kecamatan: z.string().nullable(),
    kelurahan: z.string().nullable(),
  })
  .meta({ id: 'PlaceView' })
export const placesFound = z.object({ places: z.array(placeView) }).meta({ id: 'PlacesFound' })

export const lookAround = z
  .strictObject({
    point,
    except: z.string().max(160).exactOptional().meta({ description: 'The incident in hand, to be left out' }),
  })
  .meta({ id: 'LookAround' })
export const surroundings = z
  .object({
    earlier: z
      .array(
        z.object({
          incident: z.string(),
          number: z.string(),
          typeName: bilingual.nullable(),
          openedAt: instant,
          status: z.enum(incidentStatuses),
          outcomes: z.array(reportOutcome),
          metres: z.number(),
        }),
      )
      .nullable()
      .meta({ description: 'Incidents within 50 m, newest first; null: the point is too rough to say' }),
    posts: z.array(z.object({ agency: z.string(), code: z.string(), name: z.string(), metres: z.number() })),
    farMetres: z
      .number()
      .nullable()
      .meta({ description: 'Metres to the districts of the centre, where they are suspiciously many' }),
  })
  .meta({ id: 'Surroundings' })

const position = z.tuple([z.number(), z.number()]).readonly().meta({ description: 'Longitude, latitude' })
export const outlineView = z
  .object({ name: z.string(), polygons: z.array(z.array(z.array(position).readonly()).readonly()).readonly() })
  .meta({ id: 'OutlineView' })
export const mapView = z
  .object({
    outlines: z.array(outlineView),
    approximate: z.boolean().meta({ description: 'Drawn by eye, not surveyed' }),
    posts: z.array(
      z.object({ agency: z.string(), code: z.string(), name: z.string(), lat: z.number(), lng: z.number() }),
    ),
    tiles: z
      .object({ url: z.string(), attribution: z.string() })
      .nullable()
      .meta({ description: 'The background of the map (MAP_TILES_URL); null: there is none' }),
  })
  .meta({ id: 'MapView' })

const edition = z.object({
  edition: z.number(),
  count: z.number(),
  at: instant,
  by: z.string().meta({ description: 'Who imported it' }),
  approximate: z.boolean(),
})
export const editionView = edition.meta({ id: 'EditionView' })
export const gazetteerView = z
  .object({
    edition: edition.nullable(),
    kinds: z.record(z.enum(placeKinds), z.number()).meta({ description: 'How many places of each kind' }),
    outlines: edition.nullable(),
  })
  .meta({ id: 'GazetteerView' })

const fault = z.object({
  at: z.number().meta({ description: 'Line of the file, or the number of the feature in it' }),
  code: z.string(),
  params: facts,
  sentence: bilingual,
})
const faults = {
  faulty: z.number(),
  faults: z.array(fault).meta({ description: 'The first two hundred' }),
}
const basedOn = z
  .int()
  .min(0)
  .meta({ description: 'The edition that the preview was made against; 0 = there was none' })

export const placesFile = z.strictObject({ csv: file, mode: z.enum(importModes) }).meta({ id: 'PlacesFile' })
export const placesImport = placesFile.extend({ basedOn }).meta({ id: 'PlacesImport' })
export const placesPreview = z
  .object({
    rows: z.number(),
    added: z.number(),
    changed: z.number(),
    same: z.number(),
    removed: z.number(),
    total: z.number().meta({ description: 'Places that there are afterwards' }),
    basedOn: z.number(),
    ...faults,
    sample: z.array(placeView).meta({ description: 'The first rows, as they were read' }),
  })
  .meta({ id: 'PlacesPreview' })

export const outlinesFile = z
  .strictObject({ geojson: file, nameProperty: z.string().max(100).exactOptional() })
  .meta({ id: 'OutlinesFile' })
export const outlinesImport = outlinesFile.extend({ basedOn }).meta({ id: 'OutlinesImport' })
export const outlinesPreview = z
  .object({
    features: z.number(),
    outlines: z.array(outlineView),
    properties: z.array(z.string()).meta({ description: 'Properties that the names could be taken from' }),
    nameProperty: z.string(),
    basedOn: z.number(),
    ...faults,
  })
  .meta({ id: 'OutlinesPreview' })
