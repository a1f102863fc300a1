import type { Audit } from '../application/auditing/audit.ts'
import type { Verdict } from '../application/auditing/verdict.ts'
import type { MachineClock } from '../application/ports/clocks.ts'
import type { LeaseStore, SettingStore } from '../application/ports/records.ts'
import type { Log } from '../application/ports/signals.ts'
import { withinOr } from '../lib/within.ts'
import type { Heartbeat, HeartbeatResult } from './heartbeat.ts'

/** Machine ms between two audits. */
const everyMs = 60_000
/** One process audits, and remembers what it saw; another takes over when it missed an audit. Machine ms. */
const leaseMs = 90_000
/** What a stop waits for an audit under way, machine ms. */
const stopWithinMs = 5_000

const lease = 'auditor'
/** Where every process finds the last verdict, and what became of the last heartbeat. */
const names = { verdict: 'auditVerdict', heartbeat: 'auditHeartbeat' } as const

export interface Auditor {
  /** audits now, unless one is under way or another process does it */
  now(): Promise<void>
  stop(): Promise<void>
}

interface AuditorDeps {
  audit: Audit
  stores: { leases: LeaseStore; settings: SettingStore }
  machine: MachineClock
  heartbeat: Heartbeat | null
  /** names this process */
  owner: string
  log: Log
}

/** Audits every minute by a timer of its own: neither the queue nor the sweeps are asked. */
export const startAuditor = ({ audit, stores, machine, heartbeat, owner, log }: AuditorDeps): Auditor => {
  let running: Promise<void> | null = null

  /** Nobody waits for it: a monitor that hangs must not keep the next audit. */
  const beat = async (verdict: Verdict | null): Promise<void> => {
    const result = await heartbeat?.(verdict)
    if (result) await stores.settings.put(names.heartbeat, result)
  }
  const beatAside = (verdict: Verdict | null): void => {
    beat(verdict).catch(error => log.warn({ error }, 'the heartbeat could not be noted'))
  }

  const once = async (): Promise<void> => {
    try {
      if (!(await stores.leases.take(lease, owner, machine.now(), leaseMs))) return
      const verdict = await audit()
      await stores.settings.put(names.verdict, verdict)
      beatAside(verdict)
    } catch (error) {
      log.error({ error }, 'an audit could not be made; the next one tries again')
      beatAside(null)
    }
  }
  const now = (): Promise<void> => {
    running ??= once().finally(() => {
      running = null
    })
    return running
  }
  void now()
  const timer = setInterval(() => void now(), everyMs)

  return {
    now,
    stop: async () => {
      clearInterval(timer)
      if (running) await withinOr(stopWithinMs, running, undefined)
      await stores.leases.release(lease, owner)
    },
  }
}

/** What the last audit said, whichever process made it. */
export const readLastAudit = async (
  settings: SettingStore,
): Promise<{ verdict: Verdict | null; heartbeat: HeartbeatResult | null }> => {
  const [verdict, heartbeat] = await Promise.all([
    settings.get<Verdict>(names.verdict),
    settings.get<HeartbeatResult>(names.heartbeat),
  ])
  return { verdict, heartbeat }
}
