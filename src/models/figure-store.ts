import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { ArchiveFilter, FigureStore, Span } from '../application/ports/figures.ts'
import type { CallFacts } from '../dispatch/figures/call-facts.ts'
import type { IncidentFacts } from '../dispatch/figures/incident-facts.ts'
import { metresBetween } from '../dispatch/metres-between.ts'
import { defineCollection, insertOnce, type StoredDocument } from './document.ts'
import { cellOf, cellsAround } from './grid.ts'
import { listsToTexts, packActed, packSpans, unpackActed, unpackSpans } from './packed-spans.ts'
import { startsWith } from './prefix.ts'

interface IncidentDocument extends StoredDocument, Omit<IncidentFacts, 'id' | 'spans' | 'acted'> {
  /** square of the grid that nearness is looked up in; null without a point */
  cell: string | null
  spans: string
  acted: string
}
interface CallDocument extends StoredDocument, Omit<CallFacts, 'id' | 'spans'> {
  spans: string
}

type Placed = Omit<IncidentDocument, 'spans' | 'acted'>

const { Mixed } = Schema.Types

/** What is shown of a record where many are read at once. */
const reckonedCall = { _id: 0, openedAt: 1, callClass: 1, spans: 1, schemaNumber: 1 } as const
const reckonedIncident = {
  ...{ _id: 0, openedAt: 1, status: 1, type: 1, priority: 1, agencies: 1, spans: 1, acted: 1, schemaNumber: 1 },
} as const
const withoutSpans = { spans: 0, acted: 0 } as const

/** Records that are read at once: other commands of the store come between two such batches. */
const batch = 500
/** Records around a point that are looked through. */
const mostNear = 1_000

/** What figures and the archive's search are made from: see `FigureStore`. */
export function figureStore(connection: Connection): FigureStore {
  const incidents = defineCollection<IncidentDocument>(connection, {
    collection: 'incidentFacts',
    fields: {
      centre: { type: String, required: true },
      seq: { type: Number, required: true },
      number: { type: String, required: true },
      openedAt: { type: Number, required: true },
      status: { type: String, required: true },
      type: { type: String, default: null },
      priority: { type: Number, required: true },
      agencies: [String],
      outcomes: [String],
      point: { type: Mixed, default: null },
      cell: { type: String, default: null },
      spans: { type: String, required: true },
      acted: { type: String, required: true },
    },
    indexes: [
      [{ centre: 1, openedAt: -1 }],
      [{ centre: 1, number: 1 }],
      [{ centre: 1, type: 1, openedAt: -1 }],
      [{ centre: 1, priority: 1, openedAt: -1 }],
      [{ centre: 1, agencies: 1, openedAt: -1 }],
      [{ centre: 1, status: 1, openedAt: -1 }],
      [{ centre: 1, outcomes: 1, openedAt: -1 }],
      [{ centre: 1, cell: 1, openedAt: -1 }],
    ],
    upcasters: [listsToTexts],
  })
  const calls = defineCollection<CallDocument>(connection, {
    collection: 'callFacts',
    fields: {
      centre: { type: String, required: true },
      seq: { type: Number, required: true },
      openedAt: { type: Number, required: true },
      callClass: { type: String, required: true },
      spans: { type: String, required: true },
    },
    indexes: [[{ centre: 1, openedAt: -1 }], [{ centre: 1, callClass: 1, openedAt: -1 }]],
    upcasters: [listsToTexts],
  })

  const within = (centre: string, { from, to }: Span) => ({ centre, openedAt: { $gte: from, $lt: to } })

  return {
    async putIncident({ id, spans, acted, ...facts }) {
      const cell = facts.point && cellOf(facts.point)
      const packed = { spans: packSpans(spans), acted: packActed(acted) }
      const fields = { ...facts, ...packed, cell, schemaNumber: incidents.schemaNumber }
      await insertOnce(incidents.model.updateOne(notNewer(id, facts), { $set: fields }, { upsert: true }))
    },
    async removeIncident(id) {
      await incidents.model.deleteOne({ _id: id })
    },
    async putCall({ id, spans, ...facts }) {
      const fields = { ...facts, spans: packSpans(spans), schemaNumber: calls.schemaNumber }
      await insertOnce(calls.model.updateOne(notNewer(id, facts), { $set: fields }, { upsert: true }))
    },
    async incidents(centre, span, agency) {
      const filter = { ...within(centre, span), ...(agency !== undefined && { agencies: agency }) }
      const found = incidents.model.find(filter, reckonedIncident).sort({ openedAt: 1 }).batchSize(batch)
      return (await found.lean<IncidentDocument[]>()).map(document => {
        const { schemaNumber: _, spans, acted, ...facts } = incidents.current(document)
        return { ...facts, spans: unpackSpans(spans), acted: unpackActed(acted) }
      })
    },
    async calls(centre, span) {
      const found = calls.model.find(within(centre, span), reckonedCall).sort({ openedAt: 1 }).batchSize(batch)
      return (await found.lean<CallDocument[]>()).map(document => {
        const { openedAt, callClass, spans } = calls.current(document)
        return { openedAt, callClass, spans: unpackSpans(spans) }
      })
    },
    countCalls: (centre, span) => calls.model.countDocuments(within(centre, span)),
    async find(centre, filter, limit) {
      // a number begins with its date, so the newest stand last in the index on numbers too
      const newestFirst = filter.number ? ({ number: -1 } as const) : ({ openedAt: -1 } as const)
      const found = incidents.model
        .find({ centre, ...filterOf(filter) }, { _id: 1 })
        .sort(newestFirst)
        .limit(limit)
      return (await found.lean<{ _id: string }[]>()).map(({ _id }) => _id)
    },
    async near(centre, { point, metres, roughestMetres, limit }) {
      const filter = { centre, cell: { $in: cellsAround(point, metres) } }
      const found = incidents.model.find(filter, withoutSpans).sort({ openedAt: -1 }).limit(mostNear)
      return (await found.lean<IncidentDocument[]>())
        .flatMap(document => {
          const facts = placedOf(incidents.current(document))
          if (!facts.point || facts.point.accuracyMetres > roughestMetres) return []
          const away = metresBetween(facts.point, point)
          return away <= metres ? [{ ...facts, metres: away }] : []
        })
        .slice(0, limit)
    },
    async findCalls(centre, callClass, opened, limit) {
      const found = calls.model
        .find({ centre, callClass, ...openedIn(opened) }, { _id: 1 })
        .sort({ openedAt: -1 })
        .limit(limit)
      return (await found.lean<{ _id: string }[]>()).map(({ _id }) => _id)
    },
  }
}

/** Finds nothing where a newer record stands; the upsert is then refused as a duplicate, which is as it should be. */
const notNewer = (id: string, { seq }: { seq: number }) => ({ _id: id, seq: { $lte: seq } })

/** Records of an earlier version have no point until they are made anew. */
const placedOf = ({ _id: id, schemaNumber: _, cell: __, point = null, ...facts }: Placed) => ({ id, point, ...facts })

const filterOf = ({ ids, number, type, priority, agency, status, outcome, opened }: ArchiveFilter) => ({
  ...(ids && { _id: { $in: [...ids] } }),
  ...(number && { number: startsWith(number) }),
  ...(type !== undefined && { type }),
  ...(priority !== undefined && { priority }),
  ...(agency !== undefined && { agencies: agency }),
  ...(status !== undefined && { status }),
  ...(outcome !== undefined && { outcomes: outcome }),
  ...openedIn(opened ?? {}),
})

const openedIn = ({ from, to }: Partial<Span>) =>
  from === undefined && to === undefined
    ? {}
    : { openedAt: { ...(from !== undefined && { $gte: from }), ...(to !== undefined && { $lt: to }) } }
