type End = () => unknown

/** What has been started, to be ended in the opposite order; once. */
export class Stops {
  readonly #ends: End[] = []

  add(end: End): void {
    this.#ends.push(end)
  }

  async run(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end()
  }
}
