/** Work on one key goes one after the other. */
export class Turns {
  readonly #last = new Map<string, Promise<void>>()
  #open = 0

  get quiet(): boolean {
    return this.#open === 0
  }

  take(key: string, work: () => Promise<void>): void {
    this.#open += 1
    const mine = (this.#last.get(key) ?? Promise.resolve()).then(work).finally(() => {
      this.#open -= 1
    })
    this.#last.set(key, mine)
  }

  async idle(): Promise<void> {
    while (!this.quiet) await Promise.all(this.#last.values())
  }
}
