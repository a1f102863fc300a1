import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { ArchiveFilter, FigureStore, Span } from '../application/ports/figures.ts'
import type { CallFacts } from '../dispatch/figures/call-facts.ts'
import type { IncidentFacts } from '../dispatch/figures/incident-facts.ts'
import { metresBetween } from '../dispatch/metres-between.ts'
import { defineCollection, insertOnce, type StoredDocument } from './document.ts'
import { cellOf, cellsAround } from './grid.ts'
import { startsWith } from './prefix.ts'

interface IncidentDocument extends StoredDocument, Omit<IncidentFacts, 'id'> {
  /** square of the grid that nearness is looked up in; null without a point */
  cell: string | null
}
interface CallDocument extends StoredDocument, Omit<CallFacts, 'id'> {}

const { Mixed } = Schema.Types

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
      spans: [Mixed],
      acted: [Mixed],
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
  })
  const calls = defineCollection<CallDocument>(connection, {
    collection: 'callFacts',
    fields: {
      centre: { type: String, required: true },
      seq: { type: Number, required: true },
      openedAt: { type: Number, required: true },
      callClass: { type: String, required: true },
      spans: [Mixed],
    },
    indexes: [[{ centre: 1, openedAt: -1 }], [{ centre: 1, callClass: 1, openedAt: -1 }]],
  })

  const within = (centre: string, { from, to }: Span) => ({ centre, openedAt: { $gte: from, $lt: to } })

  return {
    async putIncident({ id, ...facts }) {
      const cell = facts.point && cellOf(facts.point)
      const fields = { ...facts, cell, schemaNumber: incidents.schemaNumber }
      await insertOnce(incidents.model.updateOne(notNewer(id, facts), { $set: fields }, { upsert: true }))
    },
    async removeIncident(id) {
      await incidents.model.deleteOne({ _id: id })
    },
    async putCall({ id, ...facts }) {
      const fields = { ...facts, schemaNumber: calls.schemaNumber }
      await insertOnce(calls.model.updateOne(notNewer(id, facts), { $set: fields }, { upsert: true }))
    },
    async incidents(centre, span) {
      const found = incidents.model.find(within(centre, span)).sort({ openedAt: 1 }).batchSize(batch)
      return (await found.lean<IncidentDocument[]>()).map(document => incidentOf(incidents.current(document)))
    },
    async calls(centre, span) {
      const found = calls.model.find(within(centre, span)).sort({ openedAt: 1 }).batchSize(batch)
      return (await found.lean<CallDocument[]>()).map(document => factsOf(calls.current(document)))
    },
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
      const found = incidents.model.find(filter).sort({ openedAt: -1 }).limit(mostNear)
      return (await found.lean<IncidentDocument[]>())
        .flatMap(document => {
          const facts = incidentOf(incidents.current(document))
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
const incidentOf = ({ cell: _, ...document }: IncidentDocument): IncidentFacts => ({
  ...factsOf(document),
  point: document.point ?? null,
})

const factsOf = <D extends StoredDocument>({ _id: id, schemaNumber: _, ...facts }: D) => ({ id, ...facts })

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
