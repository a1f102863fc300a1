import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DetailViews, TalkPage } from '../../src/admin-api/contract/index.ts'
import { talkPage } from '../../src/admin-api/contract/talk.ts'
import type { Client } from './support/client.ts'
import { startApi, type TestApi } from './support/start-api.ts'
import { asIncident, dispatchedIncident, incidentPath, openIncident, said } from './support/story.ts'

let api: TestApi
let operator: Client
beforeAll(async () => {
  api = await startApi()
  operator = await api.as('operator')
})
afterAll(() => api.stop())

const messages = async (path: string, query = ''): Promise<TalkPage> =>
  talkPage.parse((await operator.get(`${path}/messages${query}`)).body)

test('a message to the groups: sent twice it is one; the page sees what became of it for each', async () => {
  const path = incidentPath(await dispatchedIncident(operator))
  const body = { text: 'Lewat <b>utara</b>', urgent: true }
  const view = asIncident(await operator.post(`${path}/messages`, body, 'one-message-key'))
  asIncident(await operator.post(`${path}/messages`, body, 'one-message-key'))
  // this agency has no chat: somebody has to phone
  const wanted = {
    direction: 'out',
    kind: 'text',
    text: 'Lewat <b>utara</b>',
    urgent: true,
    to: [{ agency: 'DAMKAR', delivery: 'none' }],
  }
  expect(view.talk).toMatchObject([wanted])
  expect(view.timeline.at(-1)).toMatchObject({
    type: 'MessageSent',
    facts: { agencies: 'DAMKAR', text: 'Lewat <b>utara</b>', urgent: 1, venue: 0 },
  })
  expect(await messages(path)).toMatchObject({ messages: [wanted], next: null })
  expect((await messages(path)).messages).toHaveLength(1)
})

test('pages go back in time, each message once', async () => {
  const path = incidentPath(await dispatchedIncident(operator))
  for (const text of ['satu', 'dua', 'tiga']) await operator.post(`${path}/messages`, { text })
  const first = await messages(path, '?limit=2')
  const second = await messages(path, `?limit=2&after=${first.next}`)
  expect([...first.messages, ...second.messages].map(({ text }) => text)).toEqual(['tiga', 'dua', 'satu'])
  expect(second.next).toBeNull()
})

test('what cannot be sent is refused in words, and nothing is kept of it', async () => {
  const path = incidentPath(await dispatchedIncident(operator))
  const send = async (body: unknown) => said(await operator.post(`${path}/messages`, body))
  expect(await send({})).toEqual([422, 'messageEmpty'])
  expect(await send({ text: '   ' })).toEqual([422, 'textEmpty'])
  expect(await send({ text: 'x', assignments: [] })).toEqual([422, 'invalidInput'])
  expect(await send({ text: 'x', assignments: ['SMG-x/NONE/1'] })).toEqual([404, 'notFound'])
  expect(await send({ text: 'x', to: 'all' })).toEqual([422, 'invalidInput'])
  expect(await send({ text: 'x'.repeat(5000) })).toEqual([422, 'textTooLong'])
  const { incident } = await openIncident(operator)
  expect(said(await operator.post(`${incidentPath(incident)}/messages`, { text: 'x' }))).toEqual([409, 'nobodyToTell'])
  expect(said(await operator.post(`${incidentPath(incident)}/messages`, { venue: true }))).toEqual([
    409,
    'pointMissing',
  ])
  asIncident(await operator.post(`${path}/cancel`, { reason: 'salah' }))
  expect(await send({ text: 'x' })).toEqual([409, 'incidentOver'])
  expect(await messages(path)).toEqual({ messages: [], next: null })
  expect(said(await operator.get('/api/centres/SMG/incidents/SMG-none/messages'))).toEqual([404, 'notFound'])
  expect(said(await operator.get(`${path}/messages?after=x`))).toEqual([422, 'invalidInput'])
})

test('who of the crews looked at the caller is for supervisors to see', async () => {
  const path = `${incidentPath(await dispatchedIncident(operator))}/views`
  const supervisor = await api.as('supervisor')
  expect((await supervisor.get(path)).body as DetailViews).toEqual({ views: [] })
  expect(said(await operator.get(path))).toEqual([403, 'forbidden'])
  expect(said(await supervisor.get('/api/centres/SMG/incidents/SMG-none/views'))).toEqual([404, 'notFound'])
})
