import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Auditor, readLastAudit, startAuditor } from '../../src/app/auditor.ts'
import { createHeartbeat } from '../../src/app/heartbeat.ts'
import { isAlarm, isStale, statusOf, type Verdict, verdictOf } from '../../src/application/auditing/verdict.ts'
import { Watch } from '../../src/application/auditing/watch.ts'
import { Secret } from '../../src/lib/secret.ts'
import { startTestStores, type TestStores } from '../models/support.ts'

const recording = () => {
  const lines: [string, object][] = []
  const keep = (fields: object, message: string) => void lines.push([message, fields])
  return { lines, log: { debug: keep, info: keep, warn: keep, error: keep } }
}

const assignments = { answered: 1, informed: 0, phoneTask: 0, climbing: 2 }
const well: Verdict = verdictOf({ incidents: 2, calls: 1, assignments }, [], { startedAt: 5, at: 12 })
const bad: Verdict = verdictOf(
  { incidents: 2, calls: 1, assignments },
  [{ kind: 'messageWaiting', count: 1, repaired: false, incident: 'i-1' }],
  { startedAt: 5, at: 12 },
)

describe('a verdict', () => {
  test('raises an alarm for what remains, and for whoever was in nobody’s hands; a card out of date is none', () => {
    const one = { count: 1, repaired: false } as const
    expect(isAlarm({ ...one, kind: 'messageWaiting' })).toBe(true)
    expect(isAlarm({ ...one, kind: 'messageWaiting', repaired: true })).toBe(false)
    expect(isAlarm({ ...one, kind: 'inNobodysHands', repaired: true })).toBe(true)
    expect(isAlarm({ ...one, kind: 'cardNotShown' })).toBe(false)
  })

  test('names the worst first, and not more than people read', () => {
    const many = Array.from({ length: 80 }, () => ({ kind: 'cardNotShown', count: 1, repaired: true }) as const)
    const verdict = verdictOf({ incidents: 0, calls: 0, assignments }, [...many, ...bad.findings], {
      startedAt: 0,
      at: 1,
    })
    expect([verdict.found, verdict.findings.length, verdict.findings[0]?.kind]).toEqual([81, 50, 'messageWaiting'])
  })

  test('older than three minutes is itself down; whoever just started waits for the first', () => {
    const since = -1_000_000
    expect(statusOf(well, { now: 12, since })).toBe('ok')
    expect(statusOf(bad, { now: 12, since })).toBe('down')
    expect(statusOf({ ...well, found: 1 }, { now: 12, since })).toBe('degraded')
    expect([isStale(well, 180_012), isStale(well, 180_013), isStale(null, 0)]).toEqual([false, true, true])
    expect(statusOf(well, { now: 180_013, since })).toBe('down')
    expect(statusOf(null, { now: 0, since })).toBe('down')
    expect(statusOf(null, { now: 0, since: -10_000 })).toBe('ok')
  })
})

test('late is only what was seen the allowance ago, unmoved, at every look since', () => {
  const watch = new Watch(45_000)
  const look = (now: number, ...keys: string[]) =>
    watch
      .late(
        keys.map(key => ({ key })),
        now,
      )
      .map(({ key }) => key)
  expect(look(0, 'a', 'b')).toEqual([])
  expect(look(44_999, 'a', 'b')).toEqual([])
  expect(look(60_000, 'a', 'c')).toEqual(['a'])
  expect(look(120_000, 'a', 'b', 'c')).toEqual(['a', 'c'])
})

/** A monitor on this machine that keeps what it is told. */
const startMonitor = async (answer: RequestListener) => {
  const told: string[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    told.push(`${request.method} ${request.url} ${body}`)
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    told,
    address: (path = '/ping/uuid-of-check') => new Secret(`http://127.0.0.1:${port}${path}`),
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

let monitor: Awaited<ReturnType<typeof startMonitor>>
let answer: RequestListener
const machine = { now: () => 1_000 }
beforeAll(async () => {
  monitor = await startMonitor((request, response) => answer(request, response))
})
beforeEach(() => {
  monitor.told.length = 0
  answer = (_, response) => response.end('OK')
})
afterAll(() => monitor.stop())

describe('the heartbeat', () => {
  const { log, lines } = recording()
  const beat = (verdict: Verdict | null, address = monitor.address(), ms?: number) =>
    createHeartbeat(address, machine, log, ms)(verdict)

  test('goes to the address when all is well, to /fail when not, with counts and without ids', async () => {
    expect(await beat(well)).toEqual({ at: 1_000, ok: true, detail: 'HTTP 200' })
    await beat(bad)
    await beat(null)
    expect(monitor.told).toEqual([
      'POST /ping/uuid-of-check 2 incidents, 1 calls; answered 1, informed 0, phoneTask 0, climbing 2; 0 findings',
      'POST /ping/uuid-of-check/fail 2 incidents, 1 calls; answered 1, informed 0, phoneTask 0, climbing 2; 1 findings: messageWaiting',
      'POST /ping/uuid-of-check/fail the audit could not be made',
    ])
  })

  test('keeps a question mark where it is, and a slash at the end from being doubled', async () => {
    await beat(null, monitor.address('/ping/slug/?create=1'))
    expect(monitor.told).toEqual(['POST /ping/slug/fail?create=1 the audit could not be made'])
  })

  test('that is refused, hangs or reaches nobody is said, never thrown; the address stays out of the log', async () => {
    answer = (_, response) => response.writeHead(404).end()
    expect(await beat(well)).toMatchObject({ ok: false, detail: 'HTTP 404' })
    answer = () => undefined
    expect(await beat(well, monitor.address(), 50)).toMatchObject({ ok: false, detail: 'TimeoutError' })
    expect(await beat(well, new Secret('http://127.0.0.1:1/x'))).toMatchObject({ ok: false, detail: 'TypeError' })
    expect(lines.length).toBe(3)
    expect(JSON.stringify(lines)).not.toContain('uuid-of-check')
  })
})

describe('the auditor', () => {
  let db: TestStores
  const running: Auditor[] = []
  beforeAll(async () => {
    db = await startTestStores()
  })
  afterEach(async () => {
    for (const auditor of running.splice(0)) await auditor.stop()
  })
  afterAll(() => db.stop())

  const start = (audit: () => Promise<Verdict>, owner = 'alone') => {
    const { log, lines } = recording()
    const heartbeat = createHeartbeat(monitor.address(), machine, log)
    const auditor = startAuditor({ audit, stores: db.stores, machine, heartbeat, owner, log })
    running.push(auditor)
    return { auditor, lines }
  }
  const last = () => readLastAudit(db.stores.settings)

  test('audits at once; every process finds the verdict, and whether the monitor took it', async () => {
    await start(async () => well).auditor.now()
    expect((await last()).verdict).toEqual(well)
    await expect.poll(async () => (await last()).heartbeat).toMatchObject({ ok: true })
    expect(monitor.told).toHaveLength(1)
  })

  test('one process at a time; when it stops another takes over', async () => {
    let made = 0
    const count = async () => {
      made += 1
      return well
    }
    const first = start(count, 'one')
    await first.auditor.now()
    const second = start(count, 'two')
    await second.auditor.now()
    expect(made).toBe(1)
    await first.auditor.stop()
    await second.auditor.now()
    expect(made).toBe(2)
  })

  test('a monitor that hangs keeps no audit waiting', async () => {
    answer = () => undefined
    const { auditor } = start(async () => well)
    await auditor.now()
    await auditor.now()
    await expect.poll(() => monitor.told.length).toBe(2)
  })

  test('an audit that cannot be made is logged and told; the verdict before stays, and grows old', async () => {
    await start(async () => bad).auditor.now()
    const { auditor, lines } = start(async () => Promise.reject(new Error('the database is away')))
    await auditor.now()
    expect(JSON.stringify(lines)).toContain('an audit could not be made')
    await expect.poll(() => monitor.told.join()).toContain('the audit could not be made')
    expect((await last()).verdict).toEqual(bad)
  })
})
