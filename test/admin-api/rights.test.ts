import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasRight, type Right, rights } from '../../src/admin-api/rights.ts'
import { type Role, roles } from '../../src/application/ports/administration.ts'
import type { Client } from './support/client.ts'
import { startApi, type TestApi } from './support/start-api.ts'

let api: TestApi
const clients = new Map<Role, Client>()
beforeAll(async () => {
  api = await startApi()
  for (const role of roles) clients.set(role, await api.as(role))
})
afterAll(() => api.stop())

/** operator, dispatcher, supervisor, administrator; S: where the operator dispatches, C: where a dispatcher does. */
const wanted: Record<Right, [string, string, string, string]> = {
  readService: ['SC', 'SC', 'SC', 'SC'],
  answerCalls: ['SC', 'SC', 'SC', ''],
  enterPastCalls: ['SC', 'SC', 'SC', ''],
  fillIntake: ['SC', 'SC', 'SC', ''],
  recordForAgency: ['SC', 'SC', 'SC', ''],
  cancelIncident: ['SC', 'SC', 'SC', ''],
  writeToGroups: ['SC', 'SC', 'SC', ''],
  takeIncident: ['S', 'SC', 'SC', ''],
  dispatchAgencies: ['S', 'SC', 'SC', ''],
  judgeReports: ['S', 'SC', 'SC', ''],
  closeIncident: ['S', 'SC', 'SC', ''],
  leadIncident: ['S', 'SC', 'SC', ''],
  seeViews: ['', '', 'SC', 'SC'],
  handOver: ['SC', 'SC', 'SC', ''],
  keepDutyList: ['', '', 'SC', 'SC'],
  testChannels: ['', '', 'SC', 'SC'],
  seeFigures: ['', 'SC', 'SC', 'SC'],
  takeEscalation: ['', '', 'SC', ''],
  administer: ['', '', '', 'SC'],
}

test('the rights table is the one that was agreed', () => {
  for (const right of Object.keys(rights) as Right[]) {
    const row = roles.map(
      role =>
        `${hasRight(role, right, 'operator-owns') ? 'S' : ''}${hasRight(role, right, 'dispatcher-handoff') ? 'C' : ''}`,
    )
    expect([right, row]).toEqual([right, wanted[right]])
  }
})

interface Operation {
  'x-right': string
}
const operations = async (): Promise<{ method: string; path: string; right: string }[]> => {
  const { paths } = (await api.nobody().get('/api/openapi.json')).body as {
    paths: Record<string, Record<string, Operation>>
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, right: operation['x-right'] })),
  )
}

/** What the route answers to this role: a stream is only looked at, not followed. */
const statusFor = async (client: Client, method: string, path: string): Promise<number> => {
  const stop = new AbortController()
  const response = await fetch(`${api.url}${path}`, {
    method: method.toUpperCase(),
    signal: stop.signal,
    redirect: 'manual',
    headers: {
      Cookie: client.cookie ?? '',
      ...(method !== 'get' && { 'Content-Type': 'application/json', 'Idempotency-Key': 'key-of-rights-test' }),
    },
    ...(method !== 'get' && { body: '{"wrong":true}' }),
  })
  stop.abort()
  return response.status
}

test('every route of the document asks for its right: 403 for those who lack it, never for those who have it', async () => {
  const scoped = (await operations()).filter(({ right }) => right in rights)
  expect(scoped.length).toBeGreaterThan(40)
  expect(clients.size).toBe(roles.length)
  const wrong: string[] = []
  for (const { method, path, right } of scoped) {
    const asked = [...clients.entries()].flatMap(([role, client]) =>
      [['SMG', 'S'] as const, ['CLG', 'C'] as const].map(async ([centre, letter]) => {
        const address = path.replace('{centre}', centre).replaceAll(/\{\w+\}/g, 'none')
        const may = wanted[right as Right][roles.indexOf(role)]?.includes(letter) ?? false
        const status = await statusFor(client, method, address)
        const fits = (status === 403) !== may && status !== 401 && status < 500
        return fits ? [] : [`${role} ${method} ${address}: ${status}`]
      }),
    )
    wrong.push(...(await Promise.all(asked)).flat())
  }
  expect(wrong).toEqual([])
}, 120_000)

test('nobody without a session gets past a route that needs one', async () => {
  const closed = (await operations()).filter(({ right }) => right !== 'none')
  for (const { method, path } of closed) {
    const address = path.replaceAll(/\{\w+\}/g, 'SMG')
    expect([method, path, await statusFor(api.nobody(), method, address)]).toEqual([method, path, 401])
  }
})

test('a user of one centre is refused in the other, whether that exists or not', async () => {
  const operator = clients.get('operator')
  const user = await api.stores.directory.user('gladi-operator')
  if (!user || !operator) throw new Error('no training operator')
  await api.stores.directory.putUser({ ...user, centres: ['SMG'] })
  expect((await operator.get('/api/centres/SMG/calls')).status).toBe(200)
  for (const centre of ['CLG', 'XXX']) expect((await operator.get(`/api/centres/${centre}/calls`)).status).toBe(403)
  await api.stores.directory.putUser(user)
})
