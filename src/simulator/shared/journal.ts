import type { ServiceClock } from './clock.ts'

/** How many entries are kept; a reader that comes later is told how many it lost. */
const KEPT = 50_000

/** An event with its number and its service ms. */
export type Journalled<Event> = Event & { readonly seq: number; readonly at: number }

export interface JournalSlice<Event> {
  readonly entries: readonly Journalled<Event>[]
  /** The number to ask from next time. */
  readonly nextSeq: number
  /** Entries asked for that are kept no more; 0 when nothing is missing. */
  readonly lost: number
}

type Listener<Event> = (entry: Journalled<Event>) => void

/** Everything that happened in a simulated world, in order and with service time. */
export class Journal<Event extends object> {
  readonly #clock: ServiceClock
  readonly #listeners = new Set<Listener<Event>>()
  #entries: Journalled<Event>[] = []
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

  add(event: Event): Journalled<Event> {
    this.#seq += 1
    const entry: Journalled<Event> = { ...event, seq: this.#seq, at: this.#clock.now() }
    this.#entries.push(entry)
    if (this.#entries.length > KEPT * 1.1) this.#entries = this.#entries.slice(-KEPT)
    for (const listener of [...this.#listeners]) listener(entry)
    return entry
  }

  /** Entries with a number above `since`, oldest first. */
  since(since: number, limit: number): JournalSlice<Event> {
    const first = this.#entries[0]?.seq ?? this.#seq + 1
    const start = Math.max(0, since + 1 - first)
    const entries = this.#entries.slice(start, start + limit)
    return {
      entries,
      nextSeq: entries.at(-1)?.seq ?? Math.max(since, this.#seq),
      lost: Math.max(0, Math.min(first - since - 1, this.#seq - since)),
    }
  }

  listen(listener: Listener<Event>): () => void {
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
