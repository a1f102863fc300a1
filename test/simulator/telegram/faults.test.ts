import { Api, HttpError } from 'grammy'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FaultEffect } from '../../../src/simulator/telegram/index.ts'
import { type Rig, refusalOf, rig, TOKEN } from './stand-in.ts'

let sim: Rig
let group: number

beforeEach(async () => {
  sim = await rig()
  group = (await sim.driver.createChat({ title: 'Damkar', labels: ['agency: DAMKAR'] })).id
  // Nobody polls here: the update about the new group would keep the stand-in from being idle.
  await sim.api.deleteWebhook({ drop_pending_updates: true })
})

/** What a send under this fault brings the caller, and what the group shows afterwards. */
async function sendUnder(effect: FaultEffect): Promise<{ caller: string; shown: string[] }> {
  await sim.driver.addFault({ methods: ['sendMessage'], effect })
  const impatient = new Api(TOKEN, { apiRoot: sim.telegram.apiRoot, timeoutSeconds: 1 })
  const caller = await impatient.sendMessage(group, 'KEBAKARAN').then(
    () => 'sent',
    (error: unknown) => {
      if (error instanceof HttpError) return 'connection lost'
      return error instanceof Error && 'description' in error ? String(error.description) : String(error)
    },
  )
  const shown = (await sim.driver.messages(group)).filter(message => message.kind === 'text').map(({ text }) => text)
  return { caller, shown }
}

describe('scripted faults', () => {
  it.each<[string, FaultEffect, string, boolean]>([
    ['429', { kind: 'error', code: 429, retryAfter: 7 }, 'Too Many Requests: retry after 7', false],
    ['500 without effect', { kind: 'error', code: 500 }, 'Internal Server Error', false],
    ['502 with effect', { kind: 'error', code: 502, executed: true }, 'Bad Gateway', true],
    [
      'own words',
      { kind: 'error', code: 400, description: 'Bad Request: CHAT_SOMETHING' },
      'Bad Request: CHAT_SOMETHING',
      false,
    ],
    ['accepted, then cut', { kind: 'drop' }, 'connection lost', true],
    ['cut before', { kind: 'reset' }, 'connection lost', false],
    ['hangs', { kind: 'hang' }, 'connection lost', false],
    ['accepted, then hangs', { kind: 'hang', executed: true }, 'connection lost', true],
    ['slow', { kind: 'slow', ms: 50 }, 'sent', true],
    ['a broken gateway', { kind: 'garbage', code: 502 }, 'connection lost', false],
  ])('%s', async (_name, effect, caller, isShown) => {
    expect(await sendUnder(effect)).toEqual({ caller, shown: isShown ? ['KEBAKARAN'] : [] })
    expect(await refusalOf(sim.api.sendMessage(group, 'lagi'))).toBe('no refusal')
    expect(await sim.driver.faults()).toEqual([])
    expect((await sim.driver.waitIdle(2_000)).idle).toBe(true)
  })

  it('meets only its chat and method, as often as told, and can be taken back', async () => {
    const other = (await sim.driver.createChat({ title: 'PMI' })).id
    const fault = await sim.driver.addFault({
      methods: ['sendMessage'],
      chat: 'agency: DAMKAR',
      times: 3,
      effect: { kind: 'error', code: 503 },
    })
    expect(await refusalOf(sim.api.sendMessage(other, 'x'))).toBe('no refusal')
    expect(await refusalOf(sim.api.sendLocation(group, 1, 1))).toBe('no refusal')
    expect(await refusalOf(sim.api.sendMessage(group, 'x'))).toBe('503 Service Unavailable')
    expect(await sim.driver.faults()).toMatchObject([{ id: fault.id, left: 2 }])
    await sim.driver.removeFault(fault.id)
    expect(await refusalOf(sim.api.sendMessage(group, 'x'))).toBe('no refusal')
    expect((await sim.driver.status()).refusals).toMatchObject({ fault: 1 })
  })

  it('meets only calls that show its words', async () => {
    await sim.driver.addFault({ words: 'BELUM DIJAWAB', effect: { kind: 'error', code: 503 } })
    expect(await refusalOf(sim.api.sendMessage(group, 'PENGINGAT'))).toBe('no refusal')
    expect(await refusalOf(sim.api.sendLocation(group, 1, 1))).toBe('no refusal')
    expect(await refusalOf(sim.api.sendMessage(group, 'KEBAKARAN\nStatus: BELUM DIJAWAB'))).toBe(
      '503 Service Unavailable',
    )
  })

  it('spares polling unless it is named', async () => {
    await sim.driver.addFault({ times: 2, effect: { kind: 'error', code: 500 } })
    expect(await refusalOf(sim.api.getUpdates())).toBe('no refusal')
    expect(await refusalOf(sim.api.getMe())).toBe('no refusal')
    await sim.driver.clearFaults()
    await sim.driver.addFault({ methods: ['getUpdates'], effect: { kind: 'error', code: 502 } })
    expect(await refusalOf(sim.api.getUpdates())).toBe('502 Bad Gateway')
  })

  it('breaks file downloads when named', async () => {
    const sari = (await sim.driver.createUser({ firstName: 'Sari' })).id
    await sim.driver.start(sari)
    await sim.driver.say(sari, { as: sari, photo: 'kebakaran' })
    const [update] = await sim.api.getUpdates({ offset: -1 })
    const file = await sim.api.getFile(update?.message?.photo?.at(-1)?.file_id ?? '')
    const url = `${sim.telegram.apiRoot}/file/bot${TOKEN}/${file.file_path}`
    await sim.driver.addFault({ methods: ['file'], effect: { kind: 'error', code: 404 } })
    expect((await fetch(url)).status).toBe(404)
    expect((await fetch(url)).status).toBe(200)
  })

  it('refuses a fault that means nothing', async () => {
    const wrong = JSON.parse('{"effect":{"kind":"explode"}}')
    await expect(sim.driver.addFault(wrong)).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(sim.driver.addFault({ chat: 'none', effect: { kind: 'drop' } })).rejects.toMatchObject({
      code: 'unknown_chat',
    })
    await expect(sim.driver.removeFault(99)).rejects.toMatchObject({ code: 'unknown_fault' })
  })
})

describe('disturbed updates', () => {
  const texts = async (offset = 0): Promise<[number, string | undefined][]> =>
    (await sim.api.getUpdates({ offset })).map(update => [update.update_id, update.message?.text])

  it('hands an update out twice, also after it was confirmed', async () => {
    const sari = (await sim.driver.createUser({ firstName: 'Sari' })).id
    await sim.driver.duplicateUpdates(1)
    await sim.driver.start(sari)
    const [first] = await texts()
    const id = first?.[0] ?? 0
    expect(await texts(id + 1)).toEqual([[id, '/start']])
    expect(await texts(id + 1)).toEqual([])
  })

  it('holds updates and hands them out in reverse order', async () => {
    const sari = (await sim.driver.createUser({ firstName: 'Sari' })).id
    await sim.driver.reorderUpdates(3)
    await sim.driver.start(sari)
    await sim.driver.say(sari, { as: sari, text: 'dua' })
    expect(await texts()).toEqual([])
    expect(await sim.driver.status()).toMatchObject({ idle: false, heldUpdates: 2 })
    await sim.driver.say(sari, { as: sari, text: 'tiga' })
    expect((await texts()).map(([, text]) => text)).toEqual(['tiga', 'dua', '/start'])
    await sim.driver.reorderUpdates(5)
    await sim.driver.say(sari, { as: sari, text: 'empat' })
    await sim.driver.releaseUpdates()
    expect((await texts()).at(-1)?.[1]).toBe('empat')
  })
})
