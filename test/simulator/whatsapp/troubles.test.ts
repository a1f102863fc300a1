import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Client, Message } from 'whatsapp-web.js'
import { setAsideEscapedRejections } from '../../support/escaped-rejections.ts'
import { linked, next, type Rig, rig, until } from './linked-client.ts'

// What was seen to go wrong with the library in life; each story has a Chromium of its own, one after the other.
let at: Rig

setAsideEscapedRejections()

beforeEach(async () => {
  at = await rig()
  await at.driver.createPerson({ name: 'Budi' })
  await at.driver.createGroup({ title: 'Damkar', members: ['Budi'], labels: ['DAMKAR'] })
})

afterEach(async () => {
  await at.close()
})

/** Everything of these kinds that the library tells from now on, in order. */
function told(client: Client, ...events: readonly string[]): string[] {
  const seen: string[] = []
  for (const event of events) client.on(event, (what: unknown) => seen.push(`${event} ${what ?? ''}`.trim()))
  return seen
}

describe('linking', () => {
  test('a pairing code is typed on the phone with that number, and nowhere else', async () => {
    const phoneNumber = at.whatsapp.ownerPhone
    const client = at.client({ pairWithPhoneNumber: { phoneNumber, showNotification: true, intervalMs: 60_000 } })
    const code = next(client, 'code')
    const ready = next(client, 'ready')
    await client.initialize()
    const [shown] = (await code) as [string]
    expect(shown).toMatch(/^[1-9A-Z]{8}$/)
    await expect(at.driver.typeCode(shown, 'Budi')).rejects.toThrow('wrong_code')
    await at.driver.typeCode(shown)
    await ready
    expect(client.info.wid.user).toBe(phoneNumber)
  })

  test('an outdated QR code links nothing', async () => {
    const client = at.client()
    const shown = next(client, 'qr')
    await client.initialize()
    await shown
    await expect(at.driver.link({ qr: '2@gone,a,b,c,1' })).rejects.toThrow('wrong_qr')
  })

  test('a killed Chromium is linked still, right after the pairing too, and finds what it missed', async () => {
    const client = await linked(at)
    const gone = new Promise(resolve => client.pupBrowser?.once('disconnected', resolve))
    client.pupBrowser?.process()?.kill('SIGKILL')
    await gone
    const { chatId } = await at.driver.say('DAMKAR', { as: 'Budi', text: 'selagi mati' })
    const again = at.client()
    const codes = told(again, 'qr')
    const ready = next(again, 'ready')
    await again.initialize()
    await ready
    expect(codes).toEqual([])
    const fetched = await (await again.getChatById(chatId)).fetchMessages({ limit: 1 })
    expect(fetched.map(({ body }) => body)).toEqual(['selagi mati'])
  })
})

describe('a link', () => {
  test('that never reached the browser profile is lost with Chromium: a new code is shown', async () => {
    await at.driver.addFault({ call: 'start', effect: { kind: 'trouble', trouble: 'forgetful' } })
    const client = await linked(at)
    const gone = new Promise(resolve => client.pupBrowser?.once('disconnected', resolve))
    client.pupBrowser?.process()?.kill('SIGKILL')
    await gone
    const again = at.client()
    const qr = next(again, 'qr')
    await again.initialize()
    await qr
  })

  test('is made without anybody, when the phone scans at once', async () => {
    const training = await rig({ scansAtOnce: true })
    const client = training.client()
    const ready = next(client, 'ready')
    await client.initialize()
    await ready
    expect(client.info.wid.user).toBe(training.whatsapp.ownerPhone)
    await training.close()
  })
})

describe('a page that starts badly', () => {
  const trouble = (name: 'reload' | 'sync-early' | 'events-twice' | 'never-sync') =>
    at.driver.addFault({ call: 'start', effect: { kind: 'trouble', trouble: name } })

  beforeEach(async () => {
    const first = await linked(at)
    await first.destroy()
  })

  test('synced before anybody listened: no ready, until the page is nudged', async () => {
    await trouble('sync-early')
    const client = at.client()
    const seen = told(client, 'ready')
    await client.initialize()
    await at.driver.waitIdle(5_000)
    expect([await client.getState(), seen]).toEqual(['CONNECTED', []])
    const ready = next(client, 'ready')
    await client.pupPage?.evaluate('window.onAppStateHasSyncedEvent()')
    await ready
  })

  test('never synced: connected and no ready', async () => {
    await trouble('never-sync')
    const client = at.client()
    const seen = told(client, 'ready')
    await client.initialize()
    await at.driver.waitIdle(5_000)
    expect(seen).toEqual([])
  })

  test('attached twice: every message is told twice', async () => {
    await trouble('events-twice')
    const client = await linked(at)
    const heard: Message[] = []
    client.on('message', (message: Message) => heard.push(message))
    const said = await at.driver.say('DAMKAR', { as: 'Budi', text: '1' })
    await until('both', () => heard[1])
    expect(heard.map(({ id }) => id.id)).toEqual([said.id, said.id])
  })

  test('reloaded under the hands of the library: initialize fails', async () => {
    await trouble('reload')
    await expect(at.client().initialize()).rejects.toThrow(/Execution context was destroyed|detached|navigat/i)
  })
})

describe('a session that ends', () => {
  test('logout by the library: the device is gone and a code is shown next time', async () => {
    const client = await linked(at)
    await client.logout()
    await at.driver.waitFor(async () => ((await at.driver.status()).pages === 0 ? true : undefined), 10_000)
    const again = at.client()
    const qr = next(again, 'qr')
    await again.initialize()
    await qr
  })

  test('logout by the phone: disconnected with LOGOUT, and a new code on the same page', async () => {
    const client = await linked(at)
    const gone = next(client, 'disconnected')
    const qr = next(client, 'qr')
    await at.driver.unlink()
    expect(await gone).toEqual(['LOGOUT'])
    await qr
  })

  test.each(['UNPAIRED', 'CONFLICT', 'TOS_BLOCK'])('the state %s: disconnected, and Chromium ends', async state => {
    const client = await linked(at)
    const ended = new Promise(resolve => client.pupBrowser?.once('disconnected', resolve))
    const gone = next(client, 'disconnected')
    if (state === 'UNPAIRED') await at.driver.unlink('unpaired')
    else await at.driver.setState(state)
    expect(await gone).toEqual([state])
    await ended
  })

  test('the network goes and comes back: what was written goes out, what was missed comes in, once', async () => {
    const client = await linked(at)
    const { id } = await at.driver.chat('DAMKAR')
    const seen = told(client, 'change_state')
    await at.driver.disconnect()
    await until('away', () => seen[0])
    const heard: string[] = []
    client.on('message', ({ body }: Message) => heard.push(body))
    await at.driver.say('DAMKAR', { as: 'Budi', text: 'selagi putus' })
    const sent = await client.sendMessage(id, 'tulis dulu', { sendSeen: false })
    expect(sent.ack).toBe(0)
    await at.driver.reconnect()
    await until('the missed text', () => heard[0])
    const shown = await at.driver.waitFor(
      async () => (await at.driver.messages('DAMKAR')).find(({ text }) => text === 'tulis dulu'),
      10_000,
    )
    expect(shown.id).toBe(sent.id.id)
    await at.driver.waitIdle(5_000)
    expect([heard, seen]).toEqual([['selagi putus'], ['change_state OPENING', 'change_state CONNECTED']])
    expect((await at.driver.messages('DAMKAR')).filter(({ text }) => text === 'tulis dulu')).toHaveLength(1)
  })

  test('a reload in the middle of life: ready again, and every message once', async () => {
    const client = await linked(at)
    const ready = next(client, 'ready')
    await at.driver.reloadPage()
    await ready
    const heard: string[] = []
    client.on('message', ({ body }: Message) => heard.push(body))
    await at.driver.say('DAMKAR', { as: 'Budi', text: 'pertama' })
    await at.driver.say('DAMKAR', { as: 'Budi', text: 'kedua' })
    await until('both', () => heard[1])
    expect(heard).toEqual(['pertama', 'kedua'])
  })
})

describe('messages that meet a fault', () => {
  test('slow, unanswered, lost and refused, and the group shows what really came', async () => {
    const client = await linked(at)
    const { id } = await at.driver.chat('DAMKAR')
    const acks = new Map<string, number>()
    client.on('message_ack', ({ body }: Message, ack: number) => acks.set(body, ack))
    for (const kind of ['unanswered', 'lost', 'refused'] as const) {
      await at.driver.addFault({ call: 'send', chat: 'DAMKAR', effect: { kind } })
      await client.sendMessage(id, kind, { sendSeen: false })
      await at.driver.waitFor(
        async () => (await at.driver.journal()).entries.find(entry => entry.kind === 'fault' && entry.effect === kind),
        5_000,
      )
    }
    await at.driver.addFault({ call: 'send', effect: { kind: 'slow', ms: 300 } })
    await client.sendMessage(id, 'slow', { sendSeen: false })
    await until('the slow ticks', () => acks.get('slow'))
    await until('the refusal', () => acks.get('refused'))
    expect(Object.fromEntries(acks)).toEqual({ refused: -1, slow: 2 })
    const shown = await at.driver.messages('DAMKAR')
    expect(shown.filter(({ byDevice }) => byDevice).map(({ text }) => text)).toEqual(['unanswered', 'slow'])
  })

  test('an edit that is refused throws and changes nothing', async () => {
    const client = await linked(at)
    const { id } = await at.driver.chat('DAMKAR')
    const sent = await client.sendMessage(id, 'kartu', { waitUntilMsgSent: true })
    await at.driver.addFault({ call: 'edit', effect: { kind: 'refused' } })
    await expect(sent.edit('kartu baru', { linkPreview: false })).rejects.toThrow('fault')
    expect((await at.driver.messages('DAMKAR')).at(-1)?.text).toBe('kartu')
  })

  test('what the library asks in vain is written down', async () => {
    const client = await linked(at)
    await expect(client.createGroup('Baru', [])).resolves.toContain('CreateGroupError')
    expect((await at.driver.status()).drift).toEqual(['WAWebGroupCreateJob'])
  })
})
