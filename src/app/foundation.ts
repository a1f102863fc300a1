import type { MachineClock } from '../application/ports/clocks.ts'
import type { Log } from '../application/ports/signals.ts'
import { createServiceClock } from '../application/service-clock.ts'
import type { Config } from '../config.ts'
import { startEmbeddedStores } from '../embedded/stores/start-embedded-stores.ts'
import { cachedChats } from '../models/cached-chats.ts'
import { cachedDirectory } from '../models/cached-directory.ts'
import { cachedEdition } from '../models/cached-edition.ts'
import { connectModels } from '../models/stores.ts'
import { openWakeUpQueue } from '../queue/wake-up-queue.ts'
import type { Stops } from './stops.ts'

export const machineClock: MachineClock = { now: () => Date.now() }

/** What every role stands on: the stores (embedded where no server is named), the clocks, the queue. */
export const openFoundation = async (config: Config, log: Log, stops: Stops) => {
  const embedded = await startEmbeddedStores({
    dataDir: config.dataDir,
    mongoUri: config.mongoUri?.reveal(),
    redisUrl: config.redisUrl?.reveal(),
    log,
  })
  stops.add(() => embedded.stop())
  const models = await connectModels(embedded.mongoUri)
  stops.add(() => models.close())
  const stores = {
    ...models,
    chats: cachedChats(models.chats, machineClock),
    directory: cachedDirectory(models.directory, machineClock),
    places: cachedEdition(models.places, machineClock),
    outlines: cachedEdition(models.outlines, machineClock),
  }
  const clock = createServiceClock(machineClock)
  // Nobody else uses an embedded Redis: what a killed run left half done in its queues only holds chats back.
  const queue = await openWakeUpQueue({ redisUrl: embedded.redisUrl, clock, log, alone: config.redisUrl === undefined })
  stops.add(() => queue.close())
  return { embedded, stores, clock, queue }
}

export type Foundation = Awaited<ReturnType<typeof openFoundation>>
