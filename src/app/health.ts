import type { HealthProbe } from '../admin-api/dependencies.ts'
import { statusOf, type Verdict } from '../application/auditing/verdict.ts'
import type { PairedChat } from '../application/ports/chats.ts'
import type { Sweep } from '../application/sweep.ts'
import type { BotHealth } from '../bots/telegram/index.ts'
import type { SessionHealth } from '../bots/whatsapp/index.ts'
import type { EmbeddedStores } from '../embedded/stores/start-embedded-stores.ts'
import { TooSlow, within, withinOr } from '../lib/within.ts'
import type { Stores } from '../models/stores.ts'
import type { WakeUpQueue } from '../queue/wake-up-queue.ts'
import { readLastAudit } from './auditor.ts'
import { machineClock } from './foundation.ts'
import type { SharedSession } from './whatsapp/sharing.ts'
import { createWriteProbe, type WriteProbe } from './write-probe.ts'

type Part = Awaited<ReturnType<HealthProbe>>['parts'][number]

/** Who hangs longer is down, machine ms: a monitor waits about ten seconds, and some parts are asked after the others. */
const answerMs = 4_000
const silent = 'silent'

const workingStatuses = ['polling', 'webhook', 'standby', 'starting']

interface Asked {
  stores: Stores
  queue: WakeUpQueue
  embedded: EmbeddedStores
  telegram: (() => BotHealth) | null
  /** null where WhatsApp is not switched on */
  whatsapp: (() => Promise<SharedSession>) | null
  sweep: Sweep
}

/** What the health page shows: each part with its own state, and what waits where. A part that hangs holds nobody up. */
export const createHealthProbe = (parts: Asked): HealthProbe => {
  const writes = createWriteProbe(parts.stores.settings, machineClock)
  return async () => {
    const { stores, queue, embedded, telegram } = parts
    const children = embedded.health()
    const [store, writing, redis] = await Promise.all([
      probe('store', 'MongoDB', stores.ping(), children.documentStore.status),
      writingPart(writes()),
      probe('queue', 'Redis', queue.ping(), children.redis.status),
    ])
    const kept = store.status === 'ok' ? await within(answerMs, readKept(parts)) : null
    const depths = redis.status === 'ok' ? await within(answerMs, queue.depths()) : null
    const jobs = depths ? Object.values(depths).reduce((sum, { waiting: jobsWaiting }) => sum + jobsWaiting, 0) : 0
    return {
      parts: [store, writing, redis, ...(telegram ? [telegramPart(telegram())] : []), ...(kept ? kept.parts : [])],
      depths: { ...kept?.depths, jobs },
      ...(kept && { audit: kept.audit }),
      chromiumBytes: kept?.chromiumBytes ?? null,
    }
  }
}

/** What is known through the store alone. @throws when it fails after all */
const readKept = async ({ stores, whatsapp, sweep }: Asked) => {
  const waiting = await sweep.waiting()
  const inboxFailed = await stores.inbox.countFailed()
  const audit = await readLastAudit(stores.settings)
  const chatsDown = await stores.chats.down()
  const session = whatsapp && (await whatsapp())
  return {
    parts: [...(session ? [whatsAppPart(session.health)] : []), ...chatParts(chatsDown), auditorPart(audit.verdict)],
    depths: { ...waiting, inboxFailed },
    audit,
    chromiumBytes: session?.health.chromiumBytes ?? null,
  }
}

const probe = async (kind: Part['kind'], name: string, ping: Promise<number>, child: string): Promise<Part> => {
  try {
    const ms = await within(answerMs, ping)
    return { kind, name, status: 'ok', state: child, detail: `${ms.toFixed(1)} ms` }
  } catch (error) {
    const said = error instanceof Error && !(error instanceof TooSlow) ? { detail: error.name } : { state: silent }
    return { kind, name, status: 'down', ...said }
  }
}

/** Named by itself: `/healthz` tells names and states only, and a store that refuses to keep anything answers. */
const writingPart = async (writing: ReturnType<WriteProbe>): Promise<Part> => {
  const refusal = await withinOr(answerMs, writing, silent)
  const part = { kind: 'store', name: 'MongoDB writes' } as const
  if (refusal === null) return { ...part, status: 'ok' }
  return {
    ...part,
    status: 'down',
    ...(refusal === silent ? { state: silent } : { state: 'refusing', detail: refusal }),
  }
}

const auditorPart = (verdict: Verdict | null): Part => {
  const now = machineClock.now()
  const status = statusOf(verdict, { now, since: now - process.uptime() * 1000 })
  const detail = verdict && `${Math.round((now - verdict.at) / 1000)} s (${verdict.tookMs} ms)`
  return { kind: 'worker', name: 'Auditor', status, ...(detail !== null && { detail }) }
}

/** One line for each centre with chats that cannot be reached; which ones, its administrators see. */
const chatParts = (down: readonly PairedChat[]): Part[] =>
  [...new Set(down.map(({ centre }) => centre))].map(centre => {
    const own = down.filter(chat => chat.centre === centre)
    const titles = own.filter(({ audience }) => audience.kind !== 'user').map(({ title }) => title)
    const detail = [`${own.length} chat`, ...titles].join(', ')
    return { kind: 'channel', name: `Chat ${centre}`, status: 'degraded', state: 'outOfReach', detail }
  })

const whatsAppPart = ({ status, detail, number }: SessionHealth): Part => ({
  kind: 'channel',
  name: 'WhatsApp',
  status: status === 'linked' ? 'ok' : status === 'blocked' ? 'down' : 'degraded',
  state: status,
  detail: [...(number === null ? [] : [`+${number}`]), detail].filter(word => word !== '').join(', '),
})

const telegramPart = ({ status, detail }: BotHealth): Part => ({
  kind: 'channel',
  name: 'Telegram',
  status: workingStatuses.includes(status) ? 'ok' : status === 'tokenWrong' ? 'down' : 'degraded',
  state: status,
  detail,
})
