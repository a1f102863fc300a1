import type { Update, WebhookInfo } from '@grammyjs/types'
import type { ServiceClock } from '../shared/clock.ts'
import { unixSeconds } from '../shared/clock.ts'
import type { Journal } from '../shared/journal.ts'
import type { JournalEvent } from './contract.ts'
import { isRecord } from './params.ts'
import type { UpdateQueue } from './updates.ts'

export interface WebhookTarget {
  readonly url: string
  readonly secretToken: string | undefined
  readonly maxConnections: number
}

/** Waits between the tries of one update, in machine ms. */
const FIRST_RETRY_MS = 100
const LONGEST_RETRY_MS = 5_000
/** How long a try may take, in machine ms. */
const TRY_TIMEOUT_MS = 60_000

type MethodCall = Readonly<Record<string, unknown>> & { readonly method: string }

/**
 * Posts the updates to the bot's address one after the other, in order, each until it was answered with 2xx. An answer that names a
 * method is carried out as a call.
 */
export class WebhookDelivery {
  readonly #updates: UpdateQueue
  readonly #journal: Journal<JournalEvent>
  readonly #clock: ServiceClock
  readonly #onCall: (call: MethodCall) => void
  #target: WebhookTarget | undefined
  #run = new AbortController()
  #lastError: { date: number; message: string } | undefined
  #wake: () => void = () => undefined

  constructor(
    updates: UpdateQueue,
    journal: Journal<JournalEvent>,
    clock: ServiceClock,
    onCall: (call: MethodCall) => void,
  ) {
    this.#updates = updates
    this.#journal = journal
    this.#clock = clock
    this.#onCall = onCall
    updates.listen(() => this.#wake())
  }

  get target(): WebhookTarget | undefined {
    return this.#target
  }

  set(target: WebhookTarget): void {
    this.stop()
    this.#target = target
    this.#lastError = undefined
    this.#run = new AbortController()
    this.#journal.add({ kind: 'webhook', outcome: 'set', reason: null })
    void this.#deliver(target, this.#run.signal)
  }

  remove(): void {
    if (this.#target) this.#journal.add({ kind: 'webhook', outcome: 'deleted', reason: null })
    this.#target = undefined
    this.stop()
  }

  /** Ends the delivery without forgetting the address. */
  stop(): void {
    this.#run.abort()
    this.#wake()
  }

  info(): WebhookInfo {
    const allowed = this.#updates.allowed
    return {
      url: this.#target?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: this.#updates.pendingCount,
      ...(this.#target ? { max_connections: this.#target.maxConnections, ip_address: '127.0.0.1' } : {}),
      ...(this.#lastError
        ? { last_error_date: this.#lastError.date, last_error_message: this.#lastError.message }
        : {}),
      ...(allowed ? { allowed_updates: allowed as NonNullable<WebhookInfo['allowed_updates']> } : {}),
    }
  }

  async #deliver(target: WebhookTarget, signal: AbortSignal): Promise<void> {
    let retryMs = FIRST_RETRY_MS
    while (!signal.aborted) {
      const [update] = this.#updates.peek(1)
      if (!update) {
        await this.#pause(undefined)
        continue
      }
      const failure = await this.#post(target, update, signal)
      if (signal.aborted) return
      if (failure === undefined) {
        this.#updates.confirmOne(update.update_id)
        retryMs = FIRST_RETRY_MS
        continue
      }
      this.#lastError = { date: unixSeconds(this.#clock), message: failure }
      this.#journal.add({ kind: 'webhook', outcome: 'failed', reason: failure })
      await this.#pause(retryMs)
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
    }
  }

  /** Waits for a new update, or for `ms`. */
  async #pause(ms: number | undefined): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>(resolve => {
      this.#wake = resolve
      if (ms !== undefined) timer = setTimeout(resolve, ms)
    })
    clearTimeout(timer)
  }

  /** @returns why the try failed, or undefined when the bot took the update */
  async #post(target: WebhookTarget, update: Update, signal: AbortSignal): Promise<string | undefined> {
    const secret = target.secretToken ? { 'x-telegram-bot-api-secret-token': target.secretToken } : {}
    try {
      const response = await fetch(target.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...secret },
        body: JSON.stringify(update),
        signal: AbortSignal.any([signal, AbortSignal.timeout(TRY_TIMEOUT_MS)]),
      })
      const body = await response.text()
      if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`
      this.#carryOut(body)
      return undefined
    } catch (error) {
      if (error instanceof Error) return error.name === 'TimeoutError' ? 'Read timeout expired' : 'Connection refused'
      throw error
    }
  }

  #carryOut(body: string): void {
    if (!body.startsWith('{')) return
    const call = parsed(body)
    if (isRecord(call) && typeof call.method === 'string') this.#onCall({ ...call, method: call.method })
  }
}

/** An answer that is no JSON asks for nothing. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
