import type { Verdict } from '../application/auditing/verdict.ts'
import type { MachineClock } from '../application/ports/clocks.ts'
import type { Log } from '../application/ports/signals.ts'
import type { Secret } from '../lib/secret.ts'

/** Machine ms that the other side may take. */
const standardAnswerMs = 10_000

/** What became of the last word to the outside monitor. */
export interface HeartbeatResult {
  /** machine time, ms */
  at: number
  ok: boolean
  /** HTTP status, or the kind of failure */
  detail: string
}

/** Tells an outside monitor how the last audit went; null: it could not be made. Throws nothing. */
export type Heartbeat = (verdict: Verdict | null) => Promise<HeartbeatResult>

/**
 * A monitor outside that misses us: a POST to its address when all is well, to the address + `/fail` when not, as
 * healthchecks.io takes them (https://healthchecks.io/docs/http_api/). The words are counts, never ids.
 */
export const createHeartbeat =
  (address: Secret, machine: MachineClock, log: Log, answerWithinMs = standardAnswerMs): Heartbeat =>
  async verdict => {
    const url = new URL(address.reveal())
    if (!verdict || verdict.alarm) url.pathname = `${url.pathname.replace(/\/+$/, '')}/fail`
    const result = (ok: boolean, detail: string): HeartbeatResult => ({ at: machine.now(), ok, detail })
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain; charset=utf-8' },
        body: wordsOf(verdict),
        signal: AbortSignal.timeout(answerWithinMs),
      })
      await response.body?.cancel()
      if (!response.ok) log.warn({ status: response.status }, 'the heartbeat was not taken')
      return result(response.ok, `HTTP ${response.status}`)
    } catch (error) {
      const kind = error instanceof Error ? error.name : typeof error
      log.warn({ kind }, 'the heartbeat got no answer')
      return result(false, kind)
    }
  }

const wordsOf = (verdict: Verdict | null): string => {
  if (!verdict) return 'the audit could not be made'
  const { assignments, incidents, calls, findings, found } = verdict
  const proven = Object.entries(assignments).map(([care, count]) => `${care} ${count}`)
  const kinds = [...new Set(findings.map(({ kind }) => kind))].join(', ')
  return `${incidents} incidents, ${calls} calls; ${proven.join(', ')}; ${found} findings${kinds && `: ${kinds}`}`
}
