import type { ServiceClock } from './clock.ts'
import type { JournalEntry, JournalEvent, JournalPage } from './contract.ts'

/** How many entries are kept; a reader that comes later is told how many it lost. */
const KEPT = 50_000

type Listener = (entry: JournalEntry) => void

/** Everything shown, pressed, answered and refused, in order and with service time. */
export class Journal {
  readonly #clock: ServiceClock
  readonly #listeners = new Set<Listener>()
  #entries: JournalEntry[] = []
  #seq: number

  constructor(clock: ServiceClock, seq = 0) {
    this.#clock = clock
    this.#seq = seq
  }

  /** The number of the last entry. */
  get seq(): number {
    return this.#seq
  }

  /** The number that the next entry will get. */
  get nextSeq(): number {
    return this.#seq + 1
  }

  add(event: JournalEvent): JournalEntry {
    this.#seq += 1
    const entry: JournalEntry = { ...event, seq: this.#seq, at: this.#clock.now() }
    this.#entries.push(entry)
    if (this.#entries.length > KEPT * 1.1) this.#entries = this.#entries.slice(-KEPT)
    for (const listener of [...this.#listeners]) listener(entry)
    return entry
  }

  /** Entries with a number above `since`, oldest first. */
  since(since: number, limit: number): JournalPage {
    const first = this.#entries[0]?.seq ?? this.#seq + 1
    const start = Math.max(0, since + 1 - first)
    const entries = this.#entries.slice(start, start + limit)
    return {
      entries,
      nextSeq: entries.at(-1)?.seq ?? Math.max(since, this.#seq),
      lost: Math.max(0, Math.min(first - since - 1, this.#seq - since)),
    }
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Waits until something after `since` is written or `ms` of machine time have passed. */
  async wait(since: number, ms: number, signal: AbortSignal): Promise<void> {
    if (this.#seq > since || ms <= 0 || signal.aborted) return
    await new Promise<void>(resolve => {
      const done = (): void => {
        clearTimeout(timer)
        stop()
        signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      const stop = this.listen(done)
      signal.addEventListener('abort', done)
    })
  }
}
