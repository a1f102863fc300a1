/** A stretch of machine time, ms, in which something was away or disturbed. */
export interface Outage {
  what: string
  from: number
  /** the moment from which everything about it is well again; absent while it lasts */
  to?: number
  /** calls of the app that met it, where the platform counts them */
  met?: number
}

/** What was away when; laws that count from "once the parts are back" read it. */
export class Outages {
  readonly list: Outage[] = []

  /** Notes that something is away from now on; call the answer when it is back, with how many calls met it. */
  begin(what: string): (met?: number) => void {
    const outage: Outage = { what, from: Date.now() }
    this.list.push(outage)
    return met => {
      outage.to ??= Date.now()
      if (met !== undefined) outage.met = met
    }
  }
}

/**
 * The end of the first stretch without any outage that begins at `from` or later: by then whatever was due at `from`
 * must be done. Infinity while something is still away.
 * @param endOf when a stretch that begins at this moment is long enough
 */
export const firstCalmEnd = (outages: readonly Outage[], from: number, endOf: (start: number) => number): number => {
  let start = from
  for (const outage of outages.toSorted((a, b) => a.from - b.from)) {
    const { from: begins, to = Number.POSITIVE_INFINITY } = outage
    if (to <= start) continue
    if (begins >= endOf(start)) break
    start = to
  }
  return endOf(start)
}
