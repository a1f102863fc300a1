import { resolve } from 'node:path'
import type { Client } from 'whatsapp-web.js'
import type { AcquaintanceStore } from '../../../application/ports/acquaintances.ts'
import type { DirectoryStore } from '../../../application/ports/administration.ts'
import type { ChatStore } from '../../../application/ports/chats.ts'
import type { MachineClock, ServiceClock } from '../../../application/ports/clocks.ts'
import type { InboxStore } from '../../../application/ports/inbox.ts'
import type { LeaseStore } from '../../../application/ports/records.ts'
import type { Log, WakeUps } from '../../../application/ports/signals.ts'
import { describeError } from '../../../lib/describe-error.ts'
import { KeptLease } from '../../kept-lease.ts'
import { catchUp } from './inbound/catch-up.ts'
import { Intake } from './inbound/intake.ts'
import { listen } from './inbound/listen.ts'
import { People } from './inbound/people.ts'
import type { Library } from './life/library.ts'
import { Lives } from './life/lives.ts'
import { type SessionWaits, usualWaits } from './life/waits.ts'
import { createManners } from './manners.ts'
import { createActions } from './outbound/actions.ts'
import type { SessionStatus, WhatsAppSession } from './session.ts'
import { SessionState } from './state.ts'

export interface WhatsAppSessionOptions {
  /** where the linked device is kept; absolute, or from the working directory */
  folder: string
  /** Chromium's program */
  chromiumPath: string
  /** further flags of Chromium */
  chromiumArgs: readonly string[]
  stores: {
    inbox: Pick<InboxStore, 'add'>
    chats: Pick<ChatStore, 'byAddress' | 'list'>
    directory: Pick<DirectoryStore, 'centres' | 'agencies' | 'posts'>
    acquaintances: AcquaintanceStore
    leases: LeaseStore
  }
  wakeUps: WakeUps
  clocks: { service: ServiceClock; machine: MachineClock }
  log: Log
  /** names this process among those that may hold the session */
  owner: string
  /** the lease was taken, or given back: whoever works for this session begins or ends */
  onHold?(isOurs: boolean): void
  waits?: Partial<SessionWaits>
}

/** While it is so, the messages of the time away may still come. */
const underWay: readonly SessionStatus[] = ['off', 'starting', 'lost']

/** A session that can be started and stopped, and what an administrator may ask of it. */
export interface StartableSession extends WhatsAppSession {
  start(): void
  stop(): Promise<void>
  /** whether this process holds the session, linked or not */
  holds(): boolean
  /** a code to type on the phone with this number (digits only); false while none can be had */
  askCode(phone: string): Promise<boolean>
  /** back from such a code to the QR code */
  askQr(): Promise<void>
  /** ends the link: the device goes from the phone's list, and a new code is shown */
  unlink(): Promise<void>
  /** Chromium anew, at once: out of a waiting, too */
  restart(): void
  /** whether nothing that WhatsApp kept for us is still to come: it is stored, or cannot come now */
  broughtMissed(): boolean
  /** resolves when the messages that were missed before the last `ready` are stored */
  caughtUp(): Promise<void>
}

/** The session over its parts; starts nothing. */
export const createWhatsAppSession = (options: WhatsAppSessionOptions): StartableSession => {
  const { stores, wakeUps, clocks, log } = options
  const waits = { ...usualWaits, ...options.waits }
  const state = new SessionState(clocks.machine)
  const people = new People(waits.answerMs)
  const manners = createManners(stores)
  const intake = new Intake({ inbox: stores.inbox, wakeUps, machine: clocks.machine, manners, log })
  const inbound = { people, intake, service: clocks.service }
  let through: { client: Client; library: Library } | null = null
  let holds = false
  let catchingUp: Promise<unknown> = Promise.resolve()
  let missing = false

  const actions = createActions({
    client: () => through,
    people,
    manners,
    service: clocks.service,
    answerMs: waits.answerMs,
  })

  const fetchMissed = async (client: Client): Promise<void> => {
    try {
      const missed = await catchUp(client, { ...inbound, stores, machine: clocks.machine, log })
      if (missed > 0) log.info({ missed }, 'WhatsApp messages were fetched that had been missed')
    } catch (error) {
      log.warn({ error: describeError(error) }, 'missed WhatsApp messages were not fetched; the next ready tries again')
    }
  }

  const lives = new Lives({
    chromium: {
      folder: resolve(options.folder),
      executablePath: options.chromiumPath,
      args: options.chromiumArgs,
    },
    lease: new KeptLease(
      'whatsapp-session',
      { leases: stores.leases, machine: clocks.machine, log, owner: options.owner },
      () => lives.interrupt(),
    ),
    state,
    waits,
    machine: clocks.machine,
    log,
    born: client => {
      listen(client, inbound)
      actions.ticks.listen(client)
    },
    linked: (client, library) => {
      through = { client, library }
      missing = true
      catchingUp = fetchMissed(client).finally(() => {
        missing = false
      })
    },
    gone: () => {
      through = null
    },
    holds: isOurs => {
      if (holds === isOurs) return
      holds = isOurs
      options.onHold?.(isOurs)
    },
  })

  const { send, edit, react, photo, members, title, check } = actions
  return {
    ...{ send, edit, react, photo, members, title, check },
    health: () => state.current,
    watch: listener => state.watch(listener),
    ownId: () => (state.current.number === null ? null : `${state.current.number}@c.us`),
    acquaint: person => stores.acquaintances.met('whatsapp', person, clocks.machine.now()),
    holds: () => holds,
    start: () => lives.start(),
    async stop() {
      await lives.stop()
      await intake.close()
    },
    askCode: phone => lives.askCode(phone),
    askQr: () => lives.askQr(),
    unlink: () => lives.unlink(),
    restart: () => lives.interrupt(),
    broughtMissed: () => !missing && !underWay.includes(state.current.status),
    caughtUp: async () => {
      await catchingUp
    },
  }
}
