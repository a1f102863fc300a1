type End = () => unknown

/** What has been started, to be ended in the opposite order; once. */
export class Stops {
  readonly #ends: End[] = []

  add(end: End): void {
    this.#ends.push(end)
  }

  /** An end that fails does not keep the others from ending. @throws the first failure */
  async run(): Promise<void> {
    const failures: unknown[] = []
    for (const end of this.#ends.splice(0).reverse()) {
      try {
        await end()
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length) throw failures[0]
  }
}
