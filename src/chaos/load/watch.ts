import { setTimeout as pause } from 'node:timers/promises'

/** Machine ms of one long look at a journal. */
const lookMs = 1_000
/** Machine ms between two looks of somebody who waits for something to be shown. */
const betweenMs = 100

/** A stand-in's own book, as both platforms keep it. */
interface Book<Entry> {
  status(): Promise<{ seq: number }>
  journal(
    since: number,
    options: { wait: number },
  ): Promise<{ entries: readonly Entry[]; nextSeq: number; lost: number }>
}

/** Follows everything that a platform's chats show, for the crews who look at it and for the judgement at the end. */
export class Watch<Entry> {
  readonly entries: Entry[] = []
  readonly #see: (entry: Entry) => void
  readonly #ended = new AbortController()
  #following: Promise<void> = Promise.resolve()

  private constructor(see: (entry: Entry) => void) {
    this.#see = see
  }

  /** @param see is shown every entry, in turn */
  static async begin<Entry>(book: Book<Entry>, see: (entry: Entry) => void): Promise<Watch<Entry>> {
    const watch = new Watch(see)
    const { seq } = await book.status()
    watch.#following = watch.#follow(book, seq)
    // `end` tells of it
    watch.#following.catch(() => undefined)
    return watch
  }

  /** Looks once more, then no more. @throws when something was dropped before it was seen */
  async end(): Promise<void> {
    this.#ended.abort()
    await this.#following
  }

  async #follow(book: Book<Entry>, since: number): Promise<void> {
    let next = since
    for (;;) {
      const last = this.#ended.signal.aborted
      const page = await book.journal(next, { wait: last ? 0 : lookMs })
      if (page.lost > 0) throw new Error(`${page.lost} entries of a journal were dropped before they were read`)
      for (const entry of page.entries) {
        this.entries.push(entry)
        this.#see(entry)
      }
      next = page.nextSeq
      if (last && page.entries.length === 0) return
    }
  }
}

/** What `look` finds, or undefined after `ms` machine ms. */
export const waitFor = async <T>(look: () => T | undefined, ms: number): Promise<T | undefined> => {
  const end = performance.now() + ms
  for (;;) {
    const found = look()
    if (found !== undefined || performance.now() > end) return found
    await pause(betweenMs)
  }
}
