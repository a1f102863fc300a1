/** What a bot answered to a press. */
export interface QueryAnswer {
  readonly text: string | null
  readonly alert: boolean
  readonly url: string | null
}

export interface CallbackQueryRecord {
  readonly id: string
  readonly chatId: number
  readonly messageId: number
  readonly userId: number
  /** Machine ms of the press. */
  readonly pressedAt: number
  answer: QueryAnswer | undefined
}

/** How many presses are remembered. */
const KEPT = 5_000

/**
 * The presses that a bot may answer. Their age counts in machine time: it is the patience of a person's app, which
 * a scaled service clock does not shorten.
 */
export class CallbackQueries {
  readonly #records = new Map<string, CallbackQueryRecord>()
  readonly #waiters = new Map<string, Set<() => void>>()
  readonly #lifetimeMs: number
  readonly #machineNow: () => number

  constructor(lifetimeMs: number, machineNow: () => number) {
    this.#lifetimeMs = lifetimeMs
    this.#machineNow = machineNow
  }

  open(press: Omit<CallbackQueryRecord, 'pressedAt' | 'answer'>): CallbackQueryRecord {
    const record: CallbackQueryRecord = { ...press, pressedAt: this.#machineNow(), answer: undefined }
    this.#records.set(record.id, record)
    const oldest = this.#records.keys().next()
    if (this.#records.size > KEPT && !oldest.done) this.#records.delete(oldest.value)
    return record
  }

  /** The press, unless it is unknown or too old to be answered. */
  find(id: string): CallbackQueryRecord | undefined {
    const record = this.#records.get(id)
    return record && this.#machineNow() - record.pressedAt <= this.#lifetimeMs ? record : undefined
  }

  answer(record: CallbackQueryRecord, answer: QueryAnswer): void {
    record.answer = answer
    for (const wake of this.#waiters.get(record.id) ?? []) wake()
  }

  /** Makes every open press too old at once. */
  expireAll(): number {
    const open = this.unanswered()
    this.#records.clear()
    return open
  }

  unanswered(): number {
    let count = 0
    for (const record of this.#records.values()) {
      if (!record.answer && this.#machineNow() - record.pressedAt <= this.#lifetimeMs) count += 1
    }
    return count
  }

  /** Waits for the answer, at most `ms` of machine time. */
  async wait(record: CallbackQueryRecord, ms: number, signal: AbortSignal): Promise<QueryAnswer | undefined> {
    if (record.answer || ms <= 0 || signal.aborted) return record.answer
    const waiters = this.#waiters.get(record.id) ?? new Set()
    this.#waiters.set(record.id, waiters)
    await new Promise<void>(resolve => {
      const done = (): void => {
        clearTimeout(timer)
        waiters.delete(done)
        if (waiters.size === 0) this.#waiters.delete(record.id)
        signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      waiters.add(done)
      signal.addEventListener('abort', done)
    })
    return record.answer
  }
}
