import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeCertificate } from '../../../src/simulator/whatsapp/certificate.ts'
import {
  createWhatsAppDriver,
  startWhatsAppStandIn,
  type WhatsAppStandIn,
} from '../../../src/simulator/whatsapp/index.ts'

// What needs no browser: the certificate, the control API's refusals, the world over restarts.
const open: WhatsAppStandIn[] = []
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whatsapp-world-'))
})

afterEach(async () => {
  for (const standIn of open.splice(0)) await standIn.close()
  await rm(folder, { recursive: true, force: true })
})

async function started(stateFile?: string): Promise<WhatsAppStandIn> {
  const standIn = await startWhatsAppStandIn(stateFile === undefined ? {} : { stateFile })
  open.push(standIn)
  return standIn
}

test('the certificate is a valid one of the host, signed by its own key', () => {
  const now = Date.UTC(2026, 0, 5)
  const { cert } = makeCertificate('web.whatsapp.com', now)
  const read = new X509Certificate(cert)
  expect(read.checkHost('web.whatsapp.com')).toBe('web.whatsapp.com')
  expect(read.checkHost('example.org')).toBeUndefined()
  expect(read.verify(read.publicKey)).toBe(true)
  expect(Date.parse(read.validFrom)).toBeLessThan(now)
  expect(Date.parse(read.validTo)).toBeGreaterThan(now)
})

test('the page is served over TLS to whoever trusts that certificate', async () => {
  const { webPort } = await started()
  const request = get({ host: '127.0.0.1', port: webPort, rejectUnauthorized: false, path: '/' })
  const [response] = await once(request, 'response')
  expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  response.resume()
})

test('a world is there again after a restart: people, chats, what was said, and the numbers that were given out', async () => {
  const file = join(folder, 'dunia.json')
  const first = await started(file)
  const driver = createWhatsAppDriver(first.url)
  await driver.createPerson({ name: 'Budi' })
  await driver.createGroup({ title: 'Damkar', members: ['Budi'], labels: ['DAMKAR'] })
  const said = await driver.say('DAMKAR', { as: 'Budi', photo: 'banjir', caption: 'di sini' })
  await driver.react('DAMKAR', said.id, 'Budi', '👍')
  const before = await driver.messages('DAMKAR')
  const picture = await driver.file(said.media?.fileId ?? '')
  await open.pop()?.close()
  const again = createWhatsAppDriver((await started(file)).url)
  expect(await again.messages('DAMKAR')).toEqual(before)
  expect((await again.file(said.media?.fileId ?? '')).equals(picture)).toBe(true)
  const next = await again.say('DAMKAR', { as: 'Budi', text: 'lagi' })
  expect(before.map(({ id }) => id)).not.toContain(next.id)
  expect(await again.people()).toHaveLength(2)
})

test('the journal is followed live, in the order of what happened', async () => {
  const driver = createWhatsAppDriver((await started()).url)
  await driver.createPerson({ name: 'Budi' })
  await driver.createGroup({ title: 'Damkar', members: ['Budi'] })
  const { seq } = await driver.status()
  const stop = new AbortController()
  const entries = driver.follow(seq, stop.signal)
  const said = await driver.say('Damkar', { as: 'Budi', text: '1' })
  await driver.edit('Damkar', said.id, '2')
  const seen = [await entries.next(), await entries.next()].map(({ value }) => value)
  stop.abort()
  expect(seen).toMatchObject([
    { kind: 'message', messageId: said.id, message: { text: '1' } },
    { kind: 'edit', messageId: said.id, before: '1', message: { text: '2' } },
  ])
})

test.each([
  ['unknown_chat', (driver: ReturnType<typeof createWhatsAppDriver>) => driver.say('X', { as: 'Budi', text: 'a' })],
  ['unknown_person', driver => driver.createGroup({ title: 'G', members: ['Tidak Ada'] })],
  ['phone_taken', driver => driver.createPerson({ name: 'Kembar', phone: '62000111222333' })],
  ['not_a_member', driver => driver.say('DAMKAR', { as: 'Sari', text: 'a' })],
  ['invalid_input', driver => driver.say('DAMKAR', { as: 'Budi' })],
  ['unknown_message', driver => driver.edit('DAMKAR', 'AC00', 'a')],
  ['no_qr_shown', driver => driver.link()],
  ['wrong_code', driver => driver.typeCode('ABCD2345')],
  ['not_linked', driver => driver.unlink()],
  ['unknown_fault', driver => driver.removeFault(7)],
  ['label_taken', driver => driver.addLabel('DAMKAR', 'damkar')],
] satisfies [string, (driver: ReturnType<typeof createWhatsAppDriver>) => Promise<unknown>][])(
  'refuses with %s',
  async (code, act) => {
    const driver = createWhatsAppDriver((await started()).url)
    await driver.createPerson({ name: 'Budi', phone: '62000111222333' })
    await driver.createPerson({ name: 'Sari' })
    await driver.createGroup({ title: 'Damkar', members: ['Budi'], labels: ['DAMKAR'] })
    const before = await driver.messages('DAMKAR')
    await expect(act(driver)).rejects.toMatchObject({ code })
    expect(await driver.messages('DAMKAR')).toEqual(before)
  },
)
