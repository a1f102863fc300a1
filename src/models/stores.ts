import type { Connection, ConnectOptions } from 'mongoose'
import { createConnection } from 'mongoose'
import type { SessionStore } from '../application/ports/administration.ts'
import type { ApplicationStores } from '../application/ports/stores.ts'
import { acquaintanceStore } from './acquaintance-store.ts'
import { aggregateStore } from './aggregate-store.ts'
import { answerCodeStore } from './answer-code-store.ts'
import { answerPollStore } from './answer-poll-store.ts'
import { arrivalNumbers } from './arrival-numbers.ts'
import { auditStore } from './audit-store.ts'
import { callEvolution } from './call-schema.ts'
import { callerStore } from './caller-store.ts'
import { cardStore } from './card-store.ts'
import { channelTestStore } from './channel-test-store.ts'
import { chatStore } from './chat-store.ts'
import { counterStore } from './counter-store.ts'
import { deliveryStore } from './delivery-store.ts'
import { directoryStore } from './directory-store.ts'
import { draftStore } from './draft-store.ts'
import { editionStore } from './edition-store.ts'
import { figureStore } from './figure-store.ts'
import { handoverStore } from './handover-store.ts'
import { inboxStore } from './inbox-store.ts'
import { informationStore } from './information-store.ts'
import { leaseStore } from './lease-store.ts'
import { liveMessageStore } from './live-message-store.ts'
import { photoStore } from './photo-store.ts'
import { rosterStore } from './roster-store.ts'
import { ruleStore } from './rule-store.ts'
import { sessionStore } from './session-store.ts'
import { settingStore } from './setting-store.ts'
import { stormStore } from './storm-store.ts'
import { talkStore } from './talk-store.ts'
import { textStore } from './text-store.ts'
import { tokenStore } from './token-store.ts'

/** Pieces of some hundred kilobytes: far below the largest document, far fewer than rows. */
const placesInAPiece = 1_000
const outlinesInAPiece = 20

/** Everything that is kept, behind the application's ports. */
export interface Stores extends ApplicationStores {
  sessions: SessionStore
  /** milliseconds that the database took to answer; throws when it does not */
  ping(): Promise<number>
  close(): Promise<void>
}

/**
 * How we talk to MongoDB: acknowledged means on disk (of a majority, where there are several); an absent field stays
 * absent instead of becoming null; a database that is away is an error after ten seconds, not a hanging request.
 */
const connectOptions = {
  writeConcern: { w: 'majority', journal: true },
  ignoreUndefined: true,
  promoteBuffers: true,
  maxPoolSize: 20,
  serverSelectionTimeoutMS: 10_000,
  bufferCommands: false,
  autoIndex: false,
  autoCreate: false,
} as const satisfies ConnectOptions

/**
 * Connects to the database that `uri` names, makes the indexes that are missing, and opens every store.
 * @throws when the database cannot be reached or refuses an index
 */
export async function connectModels(uri: string, options: ConnectOptions = {}): Promise<Stores> {
  const connection = await createConnection(uri, { ...connectOptions, ...options }).asPromise()
  try {
    const stores = openStores(connection)
    await Promise.all(Object.values(connection.models).map(model => model.createIndexes()))
    return stores
  } catch (error) {
    await connection.close()
    throw error
  }
}

function openStores(connection: Connection): Stores {
  const arrivals = arrivalNumbers()
  const texts = textStore(connection)
  return {
    calls: aggregateStore(connection, 'calls', callEvolution(texts)),
    incidents: aggregateStore(connection, 'incidents'),
    acquaintances: acquaintanceStore(connection),
    chats: chatStore(connection),
    channelTests: channelTestStore(connection),
    deliveries: deliveryStore(connection, arrivals),
    cards: cardStore(connection, arrivals),
    tokens: tokenStore(connection),
    answerCodes: answerCodeStore(connection),
    answerPolls: answerPollStore(connection),
    inbox: inboxStore(connection, arrivals),
    texts,
    callers: callerStore(connection),
    photos: photoStore(connection),
    talk: talkStore(connection, arrivals),
    drafts: draftStore(connection),
    audit: auditStore(connection, arrivals),
    counters: counterStore(connection),
    leases: leaseStore(connection),
    settings: settingStore(connection),
    directory: directoryStore(connection),
    rules: ruleStore(connection),
    information: informationStore(connection),
    roster: rosterStore(connection),
    handovers: handoverStore(connection),
    liveMessages: liveMessageStore(connection, arrivals),
    storms: stormStore(connection),
    figures: figureStore(connection),
    places: editionStore(connection, 'places', placesInAPiece),
    outlines: editionStore(connection, 'outlines', outlinesInAPiece),
    sessions: sessionStore(connection),
    ping: async () => {
      const asked = performance.now()
      await connection.db?.command({ ping: 1 })
      return performance.now() - asked
    },
    close: () => connection.close(),
  }
}
