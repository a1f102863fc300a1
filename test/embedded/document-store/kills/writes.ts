import type { Collection } from 'mongodb'
import type { Random } from './random.ts'

export interface Thing {
  _id: string
  writer: number
  /** Unique over all writers. */
  n: number
  count: number
  tags: string[]
  /** A TTL index stands on it; these times are far away. */
  expiresAt: Date
}

/** What a writer knows to be stored, by id. */
export type Known = Map<string, Thing>

/** One command of a writer: how it is sent, and what it makes of the documents when it is carried out as a whole. */
export interface Write {
  kind: string
  /** @throws when the answer is not what the known documents make it */
  send(things: Collection<Thing>): Promise<void>
  apply(known: Known): void
}

/** Makes a writer's next command. Writers never touch each other's documents, so each knows its own exactly. */
export type Maker = (writer: number, turn: number, known: Known, random: Random) => Write

const LATER = new Date('2100-01-01')
const TAGS = ['api', 'banjir', 'longsor', 'medis']

export const MAKERS: Readonly<Record<string, Maker>> = {
  insert: (writer, turn, _known, random) => {
    const thing = thingOf(writer, turn, random)
    return {
      kind: 'insert',
      send: async things => void (await things.insertOne({ ...thing })),
      apply: known => known.set(thing._id, thing),
    }
  },
  insertMany: (writer, turn, _known, random) => {
    const made = Array.from({ length: 5 }, (_none, part) => thingOf(writer, turn + part / 10, random))
    return {
      kind: 'insertMany',
      send: async things => void (await things.insertMany(made.map(thing => ({ ...thing })))),
      apply: known => {
        for (const thing of made) known.set(thing._id, thing)
      },
    }
  },
  update: (_writer, _turn, known, random) => {
    const { _id } = random.pick([...known.values()])
    const tag = random.pick(TAGS)
    return tagging('update', _id, tag, async things => {
      const { matchedCount } = await things.updateOne({ _id }, { $push: { tags: tag }, $inc: { count: 1 } })
      expectSame(matchedCount, 1)
    })
  },
  findAndModify: (_writer, _turn, known, random) => {
    const { _id, count } = random.pick([...known.values()])
    const tag = random.pick(TAGS)
    return tagging('findAndModify', _id, tag, async things => {
      const change = { $inc: { count: 1 }, $push: { tags: tag } }
      const found = await things.findOneAndUpdate({ _id }, change, { returnDocument: 'after' })
      expectSame(found?.count, count + 1)
    })
  },
  upsert: (writer, turn, _known, random) => {
    const { _id, ...rest } = thingOf(writer, turn, random)
    return {
      kind: 'upsert',
      send: async things => {
        const { upsertedCount } = await things.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true })
        expectSame(upsertedCount, 1)
      },
      apply: known => known.set(_id, { _id, ...rest }),
    }
  },
  updateMany: (writer, _turn, known) => ({
    kind: 'updateMany',
    send: async things => {
      const { modifiedCount } = await things.updateMany({ writer }, { $inc: { count: 100 } })
      expectSame(modifiedCount, known.size)
    },
    apply: all => {
      for (const thing of all.values()) all.set(thing._id, { ...thing, count: thing.count + 100 })
    },
  }),
  delete: (_writer, _turn, known, random) => {
    const { _id } = random.pick([...known.values()])
    return {
      kind: 'delete',
      send: async things => expectSame((await things.deleteOne({ _id })).deletedCount, 1),
      apply: all => all.delete(_id),
    }
  },
  refused: (_writer, turn, known, random) => {
    const { n } = random.pick([...known.values()])
    return {
      kind: 'refused',
      send: async things => {
        const thing = { _id: `refused-${turn}`, writer: -1, n, count: 0, tags: [], expiresAt: LATER }
        const code = await things.insertOne(thing).then(() => 0, duplicateCode)
        expectSame(code, 11000)
      },
      apply: () => {},
    }
  },
}

function thingOf(writer: number, turn: number, random: Random): Thing {
  const n = writer * 10_000_000 + turn * 10
  return { _id: `w${writer}-${turn}`, writer, n, count: 0, tags: [random.pick(TAGS)], expiresAt: LATER }
}

/** A command that adds a tag to one document and counts it. */
function tagging(kind: string, _id: string, tag: string, send: Write['send']): Write {
  const apply = (known: Known) => {
    const thing = known.get(_id)
    if (thing) known.set(_id, { ...thing, count: thing.count + 1, tags: [...thing.tags, tag] })
  }
  return { kind, send, apply }
}

/** The code of a refusal; a lost connection is thrown again. */
function duplicateCode(error: unknown): number {
  if (error instanceof Error && 'code' in error && typeof error.code === 'number') return error.code
  throw error
}

function expectSame(given: unknown, expected: unknown): void {
  if (given !== expected) throw new WrongAnswer(`answered ${String(given)} where ${String(expected)} is right`)
}

/** The store answered, and wrongly: unlike a lost connection this is never expected. */
export class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer'
}
