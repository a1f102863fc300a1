import { readFileSync } from 'node:fs'

/** A stretch of machine time, ms, and the share of it in which a part that had work waited for a processor. */
export interface Starved {
  from: number
  to: number
  /** 0 to 0.75, of the part that waited most */
  share: number
}

const everyMs = 500
/** A limit is at most four times as long for it: what never happens is wrong on any machine. */
const mostShare = 0.75

/**
 * Measures how long the parts wait for a processor, as Linux counts it (`/proc/PID/schedstat`, its second number, ns;
 * Documentation/scheduler/sched-stats): what a machine that others keep busy takes away is no fault of the parts.
 * Where nothing is counted nobody is starved.
 */
export class Starvation {
  readonly list: Starved[] = []
  #last = Date.now()
  #waits = waitsOfChildren()
  readonly #timer: NodeJS.Timeout

  constructor() {
    this.#timer = setInterval(() => this.#look(), everyMs).unref()
  }

  end(): void {
    clearInterval(this.#timer)
  }

  #look(): void {
    const now = Date.now()
    const waits = waitsOfChildren()
    const passed = Math.max(1, now - this.#last)
    const shares = [...waits].map(([pid, ms]) => (ms - (this.#waits.get(pid) ?? ms)) / passed)
    this.list.push({ from: this.#last, to: now, share: Math.min(mostShare, Math.max(0, ...shares)) })
    this.#last = now
    this.#waits = waits
  }
}

/** Machine ms that each process below this one (a browser is a child of a child) has waited for a processor so far. */
const waitsOfChildren = (of = process.pid): Map<string, number> => {
  const children = read(`/proc/${of}/task/${of}/children`).split(' ').filter(Boolean)
  return new Map(
    children.flatMap(pid => [
      [pid, Number(read(`/proc/${pid}/schedstat`).split(' ')[1] ?? 0) / 1e6],
      ...waitsOfChildren(Number(pid)),
    ]),
  )
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    // no Linux, or the process has just ended
    return ''
  }
}

/** The moment by which a part that began at `from` had `lengthMs` with a processor when it needed one. */
export const fairEnd = (starved: readonly Starved[], from: number, lengthMs: number): number => {
  let left = lengthMs
  let at = from
  for (const stretch of starved) {
    if (stretch.to <= at) continue
    const begins = Math.max(at, stretch.from)
    left -= begins - at
    if (left <= 0) return begins + left
    const fair = (stretch.to - begins) * (1 - stretch.share)
    if (fair >= left) return begins + left / (1 - stretch.share)
    left -= fair
    at = stretch.to
  }
  return at + left
}
