import { isStale, type Verdict } from '../../application/auditing/verdict.ts'
import { aliveView, healthView } from '../contract/operation.ts'
import { createHealthCheck } from '../health-check.ts'
import { openRoute, type Route, userRoute } from '../http/route.ts'
import { belongsTo } from '../rights.ts'
import type { Services } from '../services.ts'

const megabytes = (bytes: number): number => Math.round((bytes / 1024 / 1024) * 10) / 10

export const healthRoutes = (services: Services): Route[] => {
  const { machineClock, serviceClock, config, liveStreams } = services
  const check = createHealthCheck(services)
  const startedAt = machineClock.now()
  const storms = async () => {
    const centres = await services.directory.centres()
    const found = await Promise.all(centres.map(({ code }) => services.application.queries.storm(code)))
    return found.filter(storm => storm !== null)
  }
  return [
    openRoute({
      method: 'get',
      path: '/healthz',
      name: 'isAlive',
      summary: 'For monitors: 200 while work gets done, 503 when a part is down',
      access: { kind: 'public' },
      reply: aliveView,
      handle: async ({ response }) => {
        const { status, parts } = await check.read()
        if (status === 'down') response.status(503)
        return { status, parts: parts.map(part => ({ name: part.name, status: part.status })) }
      },
    }),
    userRoute({
      method: 'get',
      path: '/api/health',
      name: 'readHealth',
      summary: 'Stores, channels, queues, the last audit, memory and clocks',
      access: { kind: 'signedIn' },
      reply: healthView,
      handle: async ({ who }) => {
        const { rss, heapUsed } = process.memoryUsage()
        const machine = machineClock.now()
        const { status, parts, depths, audit, chromiumBytes } = await check.read()
        const verdict = audit?.verdict ?? null
        return {
          status,
          parts,
          depths,
          audit: verdict && { ...verdict, stale: isStale(verdict, machine), findings: findingsFor(who.user, verdict) },
          heartbeat: audit?.heartbeat ?? null,
          mode: config.mode,
          startedAt,
          uptimeSeconds: Math.round(process.uptime()),
          memory: {
            residentMegabytes: megabytes(rss),
            heapMegabytes: megabytes(heapUsed),
            chromiumMegabytes: typeof chromiumBytes === 'number' ? megabytes(chromiumBytes) : null,
          },
          clocks: { machine, service: serviceClock.now(), rate: serviceClock.rate() },
          liveStreams: liveStreams.count(),
          storms: await storms(),
        }
      },
    }),
  ]
}

/** What concerns another centre's incidents is only counted. */
const findingsFor = (user: Parameters<typeof belongsTo>[0], { findings }: Verdict): Verdict['findings'] =>
  findings.filter(({ centre }) => centre === undefined || belongsTo(user, centre))
