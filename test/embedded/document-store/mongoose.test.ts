import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestMongo, type TestMongo } from '../../support/mongo.ts'

let mongo: TestMongo
let connection: mongoose.Connection

beforeAll(async () => {
  mongo = await startTestMongo()
  connection = await mongoose.createConnection(mongo.uri).asPromise()
})

afterAll(async () => {
  await connection.close()
  await mongo.stop()
})

const incidentSchema = new mongoose.Schema(
  {
    code: { type: String, required: true, unique: true },
    status: { type: String, default: 'open' },
    version: { type: Number, default: 0 },
    nextDueAt: Date,
    photo: Buffer,
    events: [{ type: { type: String }, at: Date }],
    assignments: [{ agency: String, state: String, marks: { type: Map, of: Date } }],
    facts: mongoose.Schema.Types.Mixed,
  },
  { timestamps: true },
)
incidentSchema.index({ status: 1, nextDueAt: 1 })

function incidents(name: string) {
  return connection.model(name, incidentSchema)
}

describe('mongoose', () => {
  test('makes the collection and its indexes, twice without harm', async () => {
    const Incident = incidents('Made')
    await Incident.init()
    await Incident.createCollection()
    await Incident.syncIndexes()
    const names = (await Incident.listIndexes()).map(({ name }) => name)
    expect(names).toEqual(['_id_', 'code_1', 'status_1_nextDueAt_1'])
  })

  test('saves, changes and reads documents', async () => {
    const Incident = incidents('Saved')
    const made = await Incident.create({ code: 'K-1', facts: { victims: 2, note: null }, photo: Buffer.from('jpeg') })
    made.events.push({ type: 'opened', at: new Date(5) })
    made.assignments.push({ agency: 'DAMKAR', state: 'notified', marks: new Map([['notified', new Date(7)]]) })
    await made.save()
    made.assignments[0]?.set('state', 'acknowledged')
    made.events.pull(made.events[0]?._id)
    made.set('status', undefined)
    await made.save()
    const read = await Incident.findById(made._id).lean()
    expect(read).toMatchObject({
      code: 'K-1',
      facts: { victims: 2, note: null },
      events: [],
      assignments: [{ agency: 'DAMKAR', state: 'acknowledged', marks: { notified: new Date(7) } }],
    })
    expect(read).not.toHaveProperty('status')
    expect(Buffer.from(read?.photo?.buffer ?? [])).toEqual(Buffer.from('jpeg'))
  })

  test('reports a duplicate key on create, save and findOneAndUpdate', async () => {
    const Incident = incidents('Twice')
    await Incident.init()
    await Incident.create([{ code: 'K-1' }, { code: 'K-2' }])
    const duplicate = { code: 11000, keyPattern: { code: 1 }, keyValue: { code: 'K-1' } }
    await expect(Incident.create({ code: 'K-1' })).rejects.toMatchObject(duplicate)
    const other = await Incident.findOne({ code: 'K-2' })
    other?.set('code', 'K-1')
    await expect(other?.save()).rejects.toMatchObject(duplicate)
    await expect(Incident.findOneAndUpdate({ code: 'K-2' }, { code: 'K-1' })).rejects.toMatchObject(duplicate)
    await expect(Incident.updateOne({ code: 'K-2' }, { code: 'K-1' })).rejects.toMatchObject(duplicate)
    const bulk = Incident.insertMany([{ code: 'K-3' }, { code: 'K-1' }, { code: 'K-4' }], { ordered: false })
    await expect(bulk).rejects.toMatchObject({ code: 11000 })
    expect(await Incident.countDocuments()).toBe(4)
  })

  test('upserts, and returns the new or the old document', async () => {
    const Incident = incidents('Upserted')
    const options = { upsert: true, returnDocument: 'after' as const }
    const made = await Incident.findOneAndUpdate({ code: 'K-9' }, { $inc: { version: 1 } }, options)
    expect(made).toMatchObject({ code: 'K-9', status: 'open', version: 1 })
    const old = await Incident.findOneAndUpdate(
      { code: 'K-9' },
      { $inc: { version: 1 } },
      { projection: { version: 1 } },
    ).lean()
    expect(old).toEqual({ _id: made?._id, version: 1 })
    expect(await Incident.findOneAndDelete({ code: 'K-9' })).toMatchObject({ version: 2 })
    expect(await Incident.exists({ code: 'K-9' })).toBeNull()
  })

  test('queries, pages, streams and aggregates', async () => {
    const Incident = incidents('Queried')
    const due = (n: number) => new Date(1000 * n)
    await Incident.insertMany(
      Array.from({ length: 250 }, (_none, n) => ({
        code: `K-${n}`,
        status: n % 2 ? 'open' : 'closed',
        nextDueAt: due(n),
      })),
    )
    const page = await Incident.find({ status: 'open', nextDueAt: { $lte: due(99) } })
      .sort('-nextDueAt')
      .limit(2)
      .select('code -_id')
      .lean()
    expect(page).toEqual([{ code: 'K-99' }, { code: 'K-97' }])
    let streamed = 0
    for await (const _ of Incident.find({ status: 'closed' }).cursor({ batchSize: 20 })) streamed++
    expect(streamed).toBe(125)
    const groups = await Incident.aggregate([
      { $match: { status: 'open' } },
      { $group: { _id: '$status', n: { $sum: 1 } } },
    ])
    expect(groups).toEqual([{ _id: 'open', n: 125 }])
    expect(await Incident.distinct('status')).toEqual(['closed', 'open'])
    expect(await Incident.countDocuments({ status: 'open' })).toBe(125)
  })

  test('drops what it made', async () => {
    const Incident = incidents('Dropped')
    await Incident.init()
    await Incident.create({ code: 'K-1' })
    await Incident.collection.drop()
    const left = await connection.db?.listCollections({ name: 'droppeds' }).toArray()
    expect(left).toEqual([])
  })
})
