import { type Api, GrammyError, HttpError } from 'grammy'
import type { Log } from '../../application/ports/signals.ts'
import type { KeptLease } from '../kept-lease.ts'
import { backoffMs, pause } from '../pause.ts'
import { pollSeconds } from './api-options.ts'
import { describeError, isTokenWrong, networkCode } from './errors.ts'
import { grammySignal } from './grammy-signal.ts'
import type { HealthReport } from './health.ts'
import { allowedUpdates, type Intake } from './intake.ts'

/** Machine ms before a second look at the lease, or at a token that somebody else polls with. */
export interface PollerWaits {
  standbyMs: number
  conflictMs: number
}
export const usualWaits: PollerWaits = { standbyMs: 3000, conflictMs: 10_000 }

/** Updates that one poll brings at most: Telegram's own limit. */
const pollLimit = 100

export interface PollerParts {
  /** its time-out lies above the poll's own wait */
  api: Api
  intake: Intake
  /** `onLost` of the lease must call `interrupt` */
  lease: Pick<KeptLease, 'hold' | 'release'>
  health: HealthReport
  log: Log
  waits: PollerWaits
}

/**
 * Long polling. An update is confirmed only after it is stored: the offset rises with the next request, which is sent
 * when the inbox has it. (`bot.start()` raises it before the handlers ran.)
 */
export class Poller {
  readonly #parts: PollerParts
  #stopping = new AbortController()
  #poll = new AbortController()
  #running: Promise<void> | undefined
  #offset = 0
  #prepared = false
  /** nothing is left of what Telegram kept while nobody polled */
  #caughtUp = false
  #failures = 0

  constructor(parts: PollerParts) {
    this.#parts = parts
  }

  start(): void {
    if (this.#running) return
    this.#stopping = new AbortController()
    this.#running = this.#run()
  }

  /** Ends the waiting poll and gives the lease back. What was received but not stored comes again. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    this.interrupt()
    await this.#running
    this.#running = undefined
  }

  /** Breaks off the waiting poll, so that the next round looks at the lease again. */
  interrupt(): void {
    this.#poll.abort()
  }

  async #run(): Promise<void> {
    let goOn = true
    while (goOn && !this.#stopping.signal.aborted) {
      try {
        await this.#round()
        this.#failures = 0
      } catch (error) {
        goOn = await this.#meet(error)
      }
    }
    await this.#release()
  }

  async #round(): Promise<void> {
    const { api, intake, lease, health } = this.#parts
    if (!(await lease.hold())) {
      this.#prepared = false
      this.#caughtUp = false
      health.set('standby', 'Proses lain sedang mengambil pesan Telegram.')
      return pause(this.#parts.waits.standbyMs, this.#stopping.signal)
    }
    this.#poll = new AbortController()
    if (this.#stopping.signal.aborted) return
    const signal = this.#poll.signal
    if (!this.#prepared) {
      // A webhook that was set earlier would refuse every poll.
      await api.deleteWebhook({}, grammySignal(signal))
      this.#prepared = true
    }
    if (this.#caughtUp) health.set('polling')
    const updates = await api.getUpdates(
      {
        offset: this.#offset,
        limit: pollLimit,
        timeout: this.#caughtUp ? pollSeconds : 0,
        allowed_updates: allowedUpdates,
      },
      grammySignal(signal),
    )
    await this.#store(intake, updates)
    this.#caughtUp ||= updates.length < pollLimit
  }

  async #store(intake: Intake, updates: Awaited<ReturnType<Api['getUpdates']>>): Promise<void> {
    try {
      await intake.store(updates)
    } catch (cause) {
      throw new InboxError(cause)
    }
    this.#offset = Math.max(this.#offset, ...updates.map(({ update_id }) => update_id + 1))
  }

  /** What a failed round leads to; false ends the polling for good. */
  async #meet(error: unknown): Promise<boolean> {
    const { health, log } = this.#parts
    const { signal } = this.#stopping
    if (signal.aborted || this.#poll.signal.aborted) return true
    if (isTokenWrong(error)) {
      health.set('tokenWrong', tokenWrongDetail(error))
      log.error({ code: error.error_code }, 'telegram refuses the bot token, polling stopped')
      return false
    }
    if (error instanceof GrammyError && error.error_code === 409) {
      this.#prepared = false
      this.#caughtUp = false
      health.set('conflict', 'Program lain memakai token bot yang sama untuk mengambil pesan.')
      log.warn({ description: error.description }, 'another poller uses the bot token')
      await pause(this.#parts.waits.conflictMs, signal)
      return true
    }
    this.#failures += 1
    const wait = waitAfter(error, this.#failures)
    health.set(...troubleOf(error))
    log.warn({ failures: this.#failures, wait, ...describeError(error) }, 'polling failed, trying again')
    await pause(wait, signal)
    return true
  }

  async #release(): Promise<void> {
    const { lease, log } = this.#parts
    try {
      await lease.release()
    } catch (error) {
      // It runs out by itself.
      log.warn(describeError(error), 'lease not given back')
    }
  }
}

/** The updates arrived but could not be stored: they stay unconfirmed and come again. */
class InboxError extends Error {
  override readonly name = 'InboxError'
  constructor(cause: unknown) {
    super('updates could not be stored', { cause })
  }
}

export const tokenWrongDetail = (error: GrammyError): string =>
  `Token bot ditolak Telegram (${error.error_code} ${error.description}). Periksa TELEGRAM_BOT_TOKEN.`

const waitAfter = (error: unknown, failures: number): number => {
  const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined
  return asked === undefined ? backoffMs(failures) : asked * 1000
}

/** What is neither Telegram's nor the network's is our own store, which keeps the inbox and the lease. */
const troubleOf = (error: unknown): ['inboxDown' | 'unreachable', string] => {
  if (error instanceof GrammyError) return unreachable(String(error.error_code))
  if (error instanceof HttpError) return unreachable(networkCode(error.error))
  return ['inboxDown', 'Pesan Telegram belum bisa disimpan; akan diambil lagi.']
}

const unreachable = (why: string): ['unreachable', string] => ['unreachable', `Telegram tidak terjangkau (${why}).`]
