/** Something that waits to be done. */
export interface Waiting {
  /** names it as it waits now: once it moves on, it waits under another key or not at all */
  key: string
}

/**
 * Remembers what waited at each look. Only what is seen again after the allowance, unmoved, is late: no clock is asked
 * when it began, so that neither a held or moved service clock nor a downtime makes anything look late.
 */
export class Watch {
  #firstSeen = new Map<string, number>()
  readonly #allowanceMs: number

  /** @param allowanceMs machine ms */
  constructor(allowanceMs: number) {
    this.#allowanceMs = allowanceMs
  }

  /** Those of the waiting that were seen the allowance ago already; whatever is not among them now is forgotten. */
  late<W extends Waiting>(waiting: readonly W[], machineNow: number): W[] {
    const before = this.#firstSeen
    this.#firstSeen = new Map(waiting.map(({ key }) => [key, before.get(key) ?? machineNow]))
    return waiting.filter(({ key }) => machineNow - (this.#firstSeen.get(key) ?? machineNow) >= this.#allowanceMs)
  }
}
