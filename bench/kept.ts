/** What a run started, to be ended in the opposite order: once, and also when the start is not over yet. */
export class Kept {
  readonly #ends: (() => unknown)[] = []
  #ended: Promise<void> | undefined

  /** Starts something that `end` ends. @throws Error once all is being ended */
  start<T>(start: () => T, end: (started: T) => unknown): T {
    if (this.#ended) throw new Error('interrupted')
    const started = start()
    this.#ends.push(() => end(started))
    return started
  }

  /** Ends everything, whatever goes wrong on the way. @throws the last thing that went wrong */
  end(): Promise<void> {
    this.#ended ??= this.#endAll()
    return this.#ended
  }

  async #endAll(): Promise<void> {
    const end = this.#ends.pop()
    if (!end) return
    try {
      await end()
    } finally {
      await this.#endAll()
    }
  }
}
