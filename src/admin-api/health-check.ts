import type { HealthStatus } from './contract/index.ts'
import type { AdminApiDependencies, HealthProbe } from './dependencies.ts'

/** Machine milliseconds for which one look at the parts serves everybody who asks. */
const keptMs = 1000

export interface HealthCheck {
  read(): Promise<{ status: HealthStatus } & Awaited<ReturnType<HealthProbe>>>
}

/** Asks the probe, at most once a second; a probe that fails is itself the finding. */
export const createHealthCheck = ({
  healthProbe,
  machineClock,
  log,
}: Pick<AdminApiDependencies, 'healthProbe' | 'machineClock' | 'log'>): HealthCheck => {
  let last: { at: number; answer: ReturnType<HealthCheck['read']> } | null = null
  const probe: HealthCheck['read'] = async () => {
    try {
      const probed = await healthProbe()
      return { status: worstOf(probed.parts.map(part => part.status)), ...probed }
    } catch (error) {
      const kind = error instanceof Error ? error.name : typeof error
      log.error({ kind }, 'health probe failed')
      return { status: 'down', parts: [{ kind: 'store', name: 'probe', status: 'down', detail: kind }], depths: {} }
    }
  }
  return {
    read: () => {
      const now = machineClock.now()
      if (!last || now - last.at >= keptMs || now < last.at) last = { at: now, answer: probe() }
      return last.answer
    },
  }
}

const order: readonly HealthStatus[] = ['ok', 'degraded', 'down']

const worstOf = (statuses: readonly HealthStatus[]): HealthStatus =>
  order[Math.max(0, ...statuses.map(status => order.indexOf(status)))] ?? 'down'
