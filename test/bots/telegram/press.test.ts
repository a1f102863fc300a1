import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChatCommands } from '../../../src/application/application.ts'
import { writeActionData } from '../../../src/bots/action-data.ts'
import type { ChatStory } from '../../support/telegram-driver.ts'
import { groupStory } from '../../support/telegram-driver.ts'
import { startWorld, type World } from './world.ts'

/** What the application answers next; the bot must cope with all of it. */
let decide: ChatCommands['press']
let world: World
let group: ChatStory
const token = randomBytes(12).toString('base64url')

beforeAll(async () => {
  world = await startWorld({ press: (...given) => decide(...given) })
  ;({ story: group } = await groupStory(world.people, 'DAMKAR', ['Budi']))
  await world.bot.channel.send(
    { chat: String(group.chat) },
    {
      content: { text: 'kartu', spans: [] },
      buttons: [[{ label: 'Detail', data: writeActionData({ token, verb: 'detail' }) }]],
    },
  )
  await world.bot.start()
})
afterAll(() => world.stop())

const detail =
  (condition: string): ChatCommands['press'] =>
  async () => ({
    kind: 'done',
    code: 'detail',
    params: { number: 'SMG-1', phone: '+62 000 1', name: '', condition, injured: 2, dead: 0 },
  })

describe('Lihat detail', () => {
  const long = 'k'.repeat(300)

  test('that is short is a popup', async () => {
    decide = detail('Api <b>')
    expect(await group.sees('kartu').presses('Detail')).toMatchObject({
      alert: true,
      text: 'Nomor: SMG-1\nTelepon pelapor: +62 000 1\nKondisi: Api <b>\nKorban: 2 luka',
    })
  })

  test('that is long opens the private chat, where its link brings it', async () => {
    decide = detail(long)
    expect(await group.sees('kartu').presses('Detail')).toMatchObject({
      status: 'answered',
      text: null,
      url: `https://t.me/tanggap_test_bot?start=d-${token}`,
    })
  })

  test('goes to the private chat once there is one', async () => {
    const [budi] = (await world.people.chat(group.chat)).memberIds
    const { chat } = await world.people.start(budi ?? 0)
    await world.settled()
    expect(await group.sees('kartu').presses('Detail')).toMatchObject({
      text: 'Rincian dikirim ke chat pribadi Anda dengan bot ini.',
    })
    const shown = (await world.people.messages(chat.id)).filter(({ from }) => from.isBot).map(({ text }) => text)
    expect(shown).toEqual([`Nomor: SMG-1\nTelepon pelapor: +62 000 1\nKondisi: ${long}\nKorban: 2 luka`])
  })
})

describe('every press is answered', () => {
  test('at three seconds at the latest, whatever takes so long', async () => {
    decide = detail('k'.repeat(300))
    await world.people.addFault({ methods: ['sendMessage'], effect: { kind: 'slow', ms: 4000 } })
    const began = performance.now()
    const press = await group.sees('kartu').presses('Detail')
    expect(press).toMatchObject({ status: 'answered', text: 'Diproses… lihat kartunya sebentar lagi.', alert: false })
    expect(performance.now() - began).toBeLessThan(3900)
    await world.settled()
  })

  test('also when its working failed; then it is tried again, with the same command id', async () => {
    const ids: string[] = []
    decide = async commandId => {
      ids.push(commandId)
      if (ids.length === 1) throw new Error('the store is away')
      return { kind: 'done', code: 'acknowledge', params: {} }
    }
    expect(await group.sees('kartu').presses('Detail')).toMatchObject({
      text: 'Diproses… lihat kartunya sebentar lagi.',
    })
    await world.settled()
    expect(ids).toHaveLength(2)
    expect(ids[0]).toBe(ids[1])
  })

  test.each([
    ['refuses with 502', { kind: 'error', code: 502 }],
    ['asks for a pause', { kind: 'error', code: 429, retryAfter: 1 }],
    ['breaks the connection', { kind: 'reset' }],
  ] as const)('although the platform %s for a moment', async (_, effect) => {
    decide = async () => ({ kind: 'done', code: 'acknowledge', params: {} })
    await world.people.addFault({ methods: ['answerCallbackQuery'], times: 2, effect })
    expect(await group.sees('kartu').presses('Detail')).toMatchObject({ text: 'Tercatat: Kami tangani.' })
    await world.settled()
  })

  test('unless the platform refuses on and on: then it is noted, the press counts', async () => {
    let pressed = 0
    decide = async () => {
      pressed += 1
      return { kind: 'done', code: 'acknowledge', params: {} }
    }
    const effect = { kind: 'error', code: 502 } as const
    await world.people.addFault({ methods: ['answerCallbackQuery'], times: 100, effect })
    const before = world.log.lines.length
    await group.sees('kartu').presses('Detail', { wait: 0 })
    await world.settled()
    await world.people.clearFaults()
    expect(pressed).toBe(1)
    expect(world.log.lines.slice(before).map(line => JSON.stringify(line))).toEqual([
      expect.stringContaining('a press could not be answered'),
    ])
  })

  test('too late for an answer is no failure: the press counts', async () => {
    let pressed = 0
    decide = async () => {
      pressed += 1
      return { kind: 'done', code: 'acknowledge', params: {} }
    }
    const description = 'Bad Request: query is too old and response timeout expired or query ID is invalid'
    await world.people.addFault({ methods: ['answerCallbackQuery'], effect: { kind: 'error', code: 400, description } })
    const before = world.log.lines.length
    await group.sees('kartu').presses('Detail', { wait: 0 })
    await world.settled()
    expect(pressed).toBe(1)
    expect(world.log.lines.slice(before)).toEqual([])
    expect(await world.stores.inbox.countFailed()).toBe(0)
  })
})
