import { EventEmitter, once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Collection } from 'mongodb'
import { type Store, startStore } from '../process/given-store.ts'
import { type Random, randomFrom } from './random.ts'
import { type Known, MAKERS, type Thing, type Write, WrongAnswer } from './writes.ts'

const WRITERS = 16
/** A kill comes after so many acknowledged writes at most, and then so many milliseconds. */
const MAX_ACKNOWLEDGED = 250
const MAX_DELAY = 6

export interface Tally {
  kills: number
  acknowledged: number
  /** Commands that were under way when the store was killed, and how many of these turned out to be carried out. */
  underWay: number
  carriedOut: number
  milliseconds: number
}

interface Writer {
  name: number
  known: Known
  turn: number
  pending: Write | undefined
}

/**
 * Starts the store on one folder, writes with sixteen writers at once, kills it at a moment that the seed names, starts
 * it again and compares: every acknowledged write is there, a command that was under way is carried out as a whole or
 * not at all, the indexes agree with the documents. So often as is asked.
 * @param wish `compared`: hears of each comparison that found everything in order
 * @throws Error with the round and the seed, when something was lost, halved or made up
 */
export async function runRounds(
  folder: string,
  wish: { rounds: number; seed: number; compared?: (tally: Readonly<Tally>) => void },
): Promise<Tally> {
  const { rounds, seed, compared } = wish
  const random = randomFrom(seed)
  const writers = Array.from(
    { length: WRITERS },
    (_none, name): Writer => ({ name, known: new Map(), turn: 0, pending: undefined }),
  )
  const tally: Tally = { kills: 0, acknowledged: 0, underWay: 0, carriedOut: 0, milliseconds: 0 }
  const startedAt = performance.now()
  for (; ; tally.kills++) {
    const store = await startStore(folder)
    try {
      const things = await prepared(store)
      await compare(things, writers, tally)
      compared?.(tally)
      if (tally.kills === rounds) break
      await writeUntilKilled(store, things, writers, random, tally)
    } catch (error) {
      throw new Error(`round ${tally.kills}, seed ${seed}: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      })
    } finally {
      await store.end(tally.kills === rounds ? 'SIGTERM' : 'SIGKILL')
    }
  }
  return { ...tally, milliseconds: performance.now() - startedAt }
}

async function prepared({ client }: Store): Promise<Collection<Thing>> {
  const things = client.db().collection<Thing>('things')
  await things.createIndexes([
    { key: { n: 1 }, unique: true },
    { key: { writer: 1, tags: 1 } },
    { key: { count: -1, writer: 1 }, partialFilterExpression: { count: { $gt: 0 } } },
    { key: { expiresAt: 1 }, expireAfterSeconds: 1 },
  ])
  return things
}

async function writeUntilKilled(
  store: Store,
  things: Collection<Thing>,
  writers: Writer[],
  random: Random,
  tally: Tally,
) {
  const target = tally.acknowledged + 1 + random.below(MAX_ACKNOWLEDGED)
  const delay = random.below(MAX_DELAY)
  const enough = new EventEmitter()
  const work = async (writer: Writer): Promise<void> => {
    const own = randomFrom(random.below(2 ** 31))
    for (;;) {
      const { known } = writer
      const make = known.size < 5 ? MAKERS.insert : own.pick(Object.values(MAKERS))
      const write = make?.(writer.name, ++writer.turn, known, own)
      if (!write) throw new Error('there are no writes to make')
      writer.pending = write
      await write.send(things)
      write.apply(known)
      writer.pending = undefined
      if (++tally.acknowledged === target) enough.emit('reached')
    }
  }
  const reached = once(enough, 'reached')
  const working = Promise.allSettled(writers.map(work))
  await Promise.race([reached, working])
  await wait(delay)
  await store.end('SIGKILL')
  for (const outcome of await working) {
    if (outcome.status === 'rejected' && outcome.reason instanceof WrongAnswer) throw outcome.reason
  }
}

async function compare(things: Collection<Thing>, writers: Writer[], tally: Tally): Promise<void> {
  const all = await things.find().toArray()
  for (const writer of writers) {
    const { known, pending } = writer
    const found = new Map(all.filter(it => it.writer === writer.name).map(it => [it._id, it]))
    const after = new Map(known)
    pending?.apply(after)
    const carriedOut = pending !== undefined && isDeepStrictEqual(sorted(found), sorted(after))
    if (!carriedOut && !isDeepStrictEqual(sorted(found), sorted(known))) {
      throw new Error(`writer ${writer.name} finds ${differences(known, found)} after ${pending?.kind ?? 'no command'}`)
    }
    if (pending) tally.underWay++
    if (carriedOut) tally.carriedOut++
    writer.known = found
    writer.pending = undefined
  }
  const strangers = all.filter(it => !writers.some(({ name }) => name === it.writer))
  if (strangers.length > 0) throw new Error(`${strangers.length} documents that were refused are there`)
  await compareIndexes(things, all)
}

/** What each index finds is what the documents say. */
async function compareIndexes(things: Collection<Thing>, all: readonly Thing[]): Promise<void> {
  const finds: readonly [filter: object, expected: readonly Thing[]][] = [
    [{ n: { $gte: 0 } }, all],
    [{ expiresAt: { $gt: new Date(0) } }, all],
    [{ count: { $gt: 0 } }, all.filter(({ count }) => count > 0)],
    ...Array.from({ length: WRITERS }, (_none, writer): [object, Thing[]] => [
      { writer, tags: 'api' },
      all.filter(it => it.writer === writer && it.tags.includes('api')),
    ]),
  ]
  for (const [filter, expected] of finds) {
    const found = await things.find(filter, { projection: { _id: 1 } }).toArray()
    const ids = new Set(found.map(({ _id }) => _id))
    if (found.length !== expected.length || expected.some(({ _id }) => !ids.has(_id))) {
      throw new Error(`an index finds ${found.length} of ${expected.length} documents for ${JSON.stringify(filter)}`)
    }
  }
}

const sorted = (known: Known) => [...known.values()].sort((left, right) => (left._id < right._id ? -1 : 1))

function differences(known: Known, found: Known): string {
  const lost = [...known.keys()].filter(_id => !found.has(_id))
  const news = [...found.keys()].filter(_id => !known.has(_id))
  const changed = [...known].filter(([_id, thing]) => found.has(_id) && !isDeepStrictEqual(thing, found.get(_id)))
  return `lost ${lost.length}, new ${news.length}, other ${changed.length}`
}
