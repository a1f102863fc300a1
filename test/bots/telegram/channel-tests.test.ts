import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PairedChat } from '../../../src/application/ports/chats.ts'
import { changedSetting } from '../../../src/application/service-clock.ts'
import type { Actor } from '../../../src/dispatch/vocabulary.ts'
import { ok } from '../../support/desk.ts'
import { type ChatStory, groupStory } from '../../support/telegram-driver.ts'
import { startWorld, type World } from './world.ts'

const administrator: Actor = { kind: 'user', id: 'admin', name: 'Rina' }
const codes = ['DAMKAR', 'DINKES', 'BPBD'] as const
type Code = (typeof codes)[number]

let world: World
const groups = new Map<Code, ChatStory>()
let quiet = true
let count = 0

const from = () => {
  count += 1
  return { commandId: `command-${count}`, by: administrator }
}
const group = (code: Code): ChatStory => groups.get(code) as ChatStory
const paired = async (code: Code): Promise<PairedChat> => (await world.stores.chats.byId(`chat-${code}`)) as PairedChat

const bind = (id: string, chat: number, audience: PairedChat['audience']): Promise<void> =>
  world.stores.chats.bind({
    id,
    centre: 'SMG',
    channel: 'telegram',
    address: { chat: String(chat) },
    title: id,
    audience,
    pairedAt: world.service.now(),
    pairedBy: administrator,
    health: { status: 'ok' },
  })

/** Every chat is asked after, now. */
const checkAll = async (): Promise<void> => {
  ok(await world.application.channelTests.check('SMG'))
  await world.application.work.checkChats()
}

/** The bot's messages of all groups so far: a silent check adds none. */
const messages = async (): Promise<number> => {
  const all = await Promise.all([...groups.values()].map(story => story.fromBot()))
  return all.flat().length
}

const forward = async (ms: number): Promise<void> => {
  world.service.adopt(changedSetting(world.service, { now: Date.now }, { forwardMs: ms }))
  await world.application.work.tendTests()
  await world.application.work.sweep.forgotten()
  await world.settled()
}

/** A fire is reported, and the agency alerted. */
const alert = async (agency: Code): Promise<void> => {
  const { calls, incidents } = world.application
  const opened = ok(await calls.open(from(), { centre: 'SMG', callId: `call-${count}`, phone: null, name: null }))
  const { incident } = ok(await calls.classify(from(), opened.id, 'normal'))
  if (incident === null) throw new Error('the call opened no incident')
  await world.settled()
  const answers = { type: { known: 'KBK-BGN' }, location: { known: 'Bandarharjo' } }
  ok(await incidents.answerIntake(from(), incident, answers))
  ok(await incidents.dispatch(from(), incident, [{ agency, role: 'lead', duty: 'act' }]))
}

beforeAll(async () => {
  world = await startWorld({}, undefined, undefined, {
    slot: async () => 0,
    pause: async () => undefined,
    waiting: async () => new Set(),
    quiet: async () => quiet,
  })
  await world.stores.directory.putCentre({
    code: 'SMG',
    name: '112 Semarang',
    timeZone: 'Asia/Jakarta',
    profile: 'semarang',
  })
})
afterAll(() => world.stop())

beforeEach(async () => {
  quiet = true
  await world.people.clearFaults()
  for (const code of codes) {
    await world.stores.directory.putAgency({
      centre: 'SMG',
      code,
      name: `Dinas ${code}`,
      transports: false,
      dutyPhones: [],
      commanderPhone: null,
      answerSeconds: null,
      active: true,
    })
    const { story, chat } = await groupStory(world.people, code, [`Budi ${code}`, `Dewi ${code}`])
    groups.set(code, story)
    await bind(`chat-${code}`, chat.id, { kind: 'agency', agency: code })
  }
})

describe('the silent check (its bot takes no updates in, so nobody else can have told)', () => {
  test('finds the group that has put the bot out before any alert was sent, and shows nobody a message', async () => {
    await world.people.setBot(group('BPBD').chat, 'kicked')
    await checkAll()
    expect(await paired('BPBD')).toMatchObject({
      health: { status: 'down', detail: expect.stringContaining('bot was kicked') },
      check: { result: 'down', detail: expect.stringContaining('bot was kicked') },
    })
    for (const code of ['DAMKAR', 'DINKES'] as const) {
      expect(await paired(code)).toMatchObject({ health: { status: 'ok' }, check: { result: 'ok' } })
      expect((await paired(code)).checkAsked).toBeUndefined()
    }
    expect(await messages()).toBe(0)

    await world.people.setBot(group('BPBD').chat, 'member')
    await checkAll()
    expect(await paired('BPBD')).toMatchObject({ health: { status: 'ok' }, check: { result: 'ok' } })
    expect(await messages()).toBe(0)
  })

  test('sees that the group lets nobody write, and that it does again', async () => {
    const { chat } = group('DINKES')
    await world.people.setRights(chat, { texts: false })
    await checkAll()
    expect(await paired('DINKES')).toMatchObject({ health: { status: 'down', detail: 'no right to send messages' } })
    await world.people.setRights(chat, { texts: true })
    await checkAll()
    expect((await paired('DINKES')).health).toEqual({ status: 'ok' })
  })

  test('an administrator of the group may write whatever its members may not', async () => {
    await world.people.setBot(group('DINKES').chat, 'administrator')
    await world.people.setRights(group('DINKES').chat, { texts: false })
    await checkAll()
    expect((await paired('DINKES')).health).toEqual({ status: 'ok' })
  })

  test('follows a group that became a supergroup', async () => {
    const moved = await world.people.migrate(group('DAMKAR').chat, 'after')
    await checkAll()
    expect((await paired('DAMKAR')).address.chat).toBe(String(moved.id))
    await checkAll()
    expect(await paired('DAMKAR')).toMatchObject({ health: { status: 'ok' }, check: { result: 'ok' } })
  })

  test('sees that a person has blocked the bot, which only writing or "typing" can show', async () => {
    const officer = await world.people.createUser({ firstName: 'Piket' })
    const { chat } = await world.people.start(officer.id)
    await bind('officer', chat.id, { kind: 'contact', agency: 'DAMKAR', duty: 'dutyOfficer' })
    await world.people.setBlocked(officer.id, true)
    await checkAll()
    expect(await world.stores.chats.byId('officer')).toMatchObject({
      health: { status: 'down', detail: expect.stringContaining('blocked by the user') },
    })
    await world.people.setBlocked(officer.id, false)
    await checkAll()
    expect((await world.stores.chats.byId('officer'))?.health).toEqual({ status: 'ok' })
    await world.stores.chats.unbind('officer')
  })

  test('a platform that fails says nothing about the chat, which is asked after again in a minute', async () => {
    const effect = { kind: 'error', code: 500, description: 'Internal Server Error' } as const
    await world.people.addFault({ methods: ['sendChatAction'], chat: group('BPBD').chat, effect })
    await checkAll()
    expect(await paired('BPBD')).toMatchObject({ health: { status: 'ok' }, check: { result: 'unknown' } })
    const due = (at: number) =>
      world.stores.chats.checksDue(at, 100, ['telegram']).then(chats => chats.map(({ id }) => id))
    expect(await due(Date.now() + 61_000)).toEqual(['chat-BPBD'])
    expect((await due(Date.now() + 6 * 3_600_000)).sort()).toEqual(codes.map(code => `chat-${code}`).sort())
  })

  test('a platform that wants to wait is asked nothing more, and sent nothing, before its time', async () => {
    const effect = { kind: 'error', code: 429, description: 'Too Many Requests', retryAfter: 90 } as const
    await world.people.addFault({ methods: ['sendChatAction'], chat: group('BPBD').chat, effect })
    const at = Date.now()
    await checkAll()
    const { pausedUntil = 0, check } = await paired('BPBD')
    expect(pausedUntil).toBeGreaterThanOrEqual(at + 90_000)
    await checkAll()
    // the second round asked nothing: the fault is gone, and the check would have passed
    expect((await paired('BPBD')).check).toEqual(check)
    const [due] = (await world.stores.chats.checksDue(pausedUntil, 100, ['telegram'])).filter(
      ({ id }) => id === 'chat-BPBD',
    )
    expect(due).toEqual({ id: 'chat-BPBD', due: pausedUntil })
    await world.stores.chats.unbind('chat-BPBD')
  })

  test('a wrong token makes no chat red', async () => {
    const effect = { kind: 'error', code: 401, description: 'Unauthorized' } as const
    await world.people.addFault({ methods: ['sendChatAction'], times: codes.length, effect })
    await checkAll()
    for (const code of codes) {
      expect(await paired(code)).toMatchObject({ health: { status: 'ok' }, check: { result: 'unknown' } })
    }
  })

  test('new chats are spread over six hours; two workers at once ask after each chat once', async () => {
    const { chats } = world.stores
    for (const code of codes) {
      const known = await paired(code)
      await chats.unbind(known.id)
      await chats.bind({ ...known, health: { status: 'ok' } })
    }
    const now = Date.now()
    await world.application.work.checkChats()
    const hours = (await chats.checksDue(now + 6 * 3_600_000 + 60_000, 10, ['telegram'])).map(
      ({ due }) => ((due ?? 0) - now) / 3_600_000,
    )
    expect(hours.map(hour => Math.round(hour))).toEqual([2, 4, 6])

    const slow = { kind: 'slow', ms: 50 } as const
    await world.people.addFault({ methods: ['sendChatAction'], times: 100, effect: slow })
    const { seq } = await world.people.status()
    ok(await world.application.channelTests.check('SMG'))
    await Promise.all([world.application.work.checkChats(), world.application.work.checkChats()])
    const { entries } = await world.people.journal(seq, { limit: 1000 })
    expect(entries.filter(entry => entry.kind === 'fault' && entry.method === 'sendChatAction')).toHaveLength(
      codes.length,
    )
  })

  test('waits while others send, and for a chat that has something to send', async () => {
    quiet = false
    await checkAll()
    for (const code of codes) expect((await paired(code)).checkAsked).toBe(true)
    quiet = true
    await world.application.work.checkChats()
    for (const code of codes) expect((await paired(code)).checkAsked).toBeUndefined()
  })
})

describe('a channel test', () => {
  beforeAll(async () => {
    await world.bot.start()
  })

  test('two of three groups answer: who, after how many seconds; the third did not; its messages say so', async () => {
    const { channelTests } = world.application
    const begun = ok(await channelTests.start(from(), 'SMG', { minutes: 5 }))
    expect(begun.counts).toEqual({ agencies: 3, answered: 0 })
    await world.settled()
    expect((await channelTests.overview('SMG')).running?.agencies.flatMap(({ chats }) => chats)).toMatchObject(
      codes.map(() => ({ state: 'sent' })),
    )

    await forward(12_000)
    const first = await group('DAMKAR').sees('UJI COBA – bukan kejadian', { with: 'Diterima' }).presses('Diterima')
    expect(first.text).toBe('Tercatat: Diterima.')
    await group('DAMKAR').sees('✅ Diterima oleh Budi DAMKAR')
    await forward(18_000)
    await group('BPBD').sees('UJI COBA').presses('Diterima')
    await world.settled()

    const { running } = await channelTests.overview('SMG')
    const seconds = Object.fromEntries(running?.agencies.map(one => [one.agency, Math.floor(one.seconds ?? -1)]) ?? [])
    expect(seconds.DAMKAR).toBeGreaterThanOrEqual(12)
    expect(seconds.DAMKAR).toBeLessThan(18)
    expect(seconds.BPBD).toBeGreaterThanOrEqual(30)
    expect(seconds.BPBD).toBeLessThan(40)
    expect(seconds.DINKES).toBe(-1)

    await forward(5 * 60_000)
    const { running: none, past, trend } = await channelTests.overview('SMG')
    expect(none).toBeNull()
    expect(past[0]).toMatchObject({ id: begun.id, endedBy: null, counts: { agencies: 3, answered: 2 } })
    const dinkes = past[0]?.agencies.find(({ agency }) => agency === 'DINKES')
    expect(dinkes?.chats).toMatchObject([{ state: 'notAnswered', answeredBy: null }])
    expect(trend.find(({ agency }) => agency === 'DAMKAR')).toMatchObject({ tests: 1, answered: 1 })
    expect(trend.find(({ agency }) => agency === 'DINKES')).toMatchObject({ answered: 0, medianSeconds: null })
    const late = await group('DINKES').sees('⌛ Uji coba selesai tanpa jawaban')
    expect(late.buttons).toEqual([])
    expect(await messages()).toBe(3)
    expect(world.failures).toEqual([])
  })

  test('a second press learns who answered; a press after the end learns that it is over', async () => {
    const { channelTests } = world.application
    const { id } = ok(await channelTests.start(from(), 'SMG', { agencies: ['DAMKAR', 'DINKES'] }))
    await world.settled()
    const card = await group('DAMKAR').sees('UJI COBA')
    const late = await group('DINKES').sees('UJI COBA')
    await group('DAMKAR').sees('UJI COBA').presses('Diterima')
    await world.settled()
    const token = card.buttons[0]?.[0]?.data?.split(':')[0] ?? ''
    const presser = (code: Code, name: string) => ({
      channel: 'telegram' as const,
      address: { chat: String(group(code).chat) },
      personId: '77',
      personName: name,
    })
    const again = { token, verb: 'receive', messageId: String(card.messageId) } as const
    expect(await world.application.chats.press('p1', presser('DAMKAR', 'Dewi'), again)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'alreadyDone', params: { by: 'Budi DAMKAR' } },
    })
    ok(await channelTests.end(from(), 'SMG', id))
    await world.settled()
    const lateToken = late.buttons[0]?.[0]?.data?.split(':')[0] ?? ''
    const tooLate = { token: lateToken, verb: 'receive', messageId: String(late.messageId) } as const
    expect(await world.application.chats.press('p2', presser('DINKES', 'Eko'), tooLate)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'testEnded' },
    })
    const [ended] = (await channelTests.overview('SMG')).past
    expect(ended).toMatchObject({ id, endedBy: 'Rina', counts: { agencies: 2, answered: 1 } })
  })

  test('a double click starts one test; another start meanwhile is refused; a centre without chats, too', async () => {
    const { channelTests } = world.application
    const sender = from()
    const [one, two] = await Promise.all([
      channelTests.start(sender, 'SMG', { agencies: ['BPBD'] }),
      channelTests.start(sender, 'SMG', { agencies: ['BPBD'] }),
    ])
    expect(ok(one).id).toBe(ok(two).id)
    await world.settled()
    expect(await messages()).toBe(1)
    expect(await channelTests.start(from(), 'SMG', {})).toMatchObject({ ok: false, refusal: { code: 'testRunning' } })
    ok(await channelTests.end(from(), 'SMG', ok(one).id))
    ok(await channelTests.end(from(), 'SMG', ok(one).id))
    expect(await channelTests.start(from(), 'SMG', { agencies: ['TNI'] })).toMatchObject({
      refusal: { code: 'unknownAgency' },
    })
    await world.stores.chats.unbind('chat-BPBD')
    expect(await channelTests.start(from(), 'SMG', { agencies: ['BPBD'] })).toMatchObject({
      refusal: { code: 'noChannel' },
    })
    expect(await channelTests.end(from(), 'CLG', ok(one).id)).toMatchObject({ refusal: { code: 'notFound' } })
    await world.settled()
    expect(await messages()).toBe(1)
  })

  test('a chat that cannot be reached fails with its reason and turns red', async () => {
    const { channelTests } = world.application
    const description = 'Forbidden: bot was kicked from the group chat'
    await world.people.addFault({
      methods: ['sendMessage'],
      chat: group('DINKES').chat,
      effect: { kind: 'error', code: 403, description },
    })
    const { id } = ok(await channelTests.start(from(), 'SMG', { agencies: ['DINKES'] }))
    await world.settled()
    const { running } = await channelTests.overview('SMG')
    expect(running?.agencies[0]?.chats).toMatchObject([{ state: 'failed', failure: `403 ${description}` }])
    expect((await paired('DINKES')).health.status).toBe('down')
    ok(await channelTests.end(from(), 'SMG', id))
  })

  test('alerts go first: the drill waits while the channel is busy, also in its own chat; ended meanwhile, it never comes', async () => {
    const { channelTests } = world.application
    quiet = false
    const { id } = ok(await channelTests.start(from(), 'SMG', { agencies: ['DAMKAR'] }))
    await world.settled()
    await alert('DAMKAR')
    await world.settled()
    await group('DAMKAR').sees('BELUM DIJAWAB', { with: 'Kami tangani' })
    expect((await group('DAMKAR').fromBot()).filter(({ text }) => text.includes('UJI COBA'))).toEqual([])
    expect((await channelTests.overview('SMG')).running?.agencies[0]?.chats).toMatchObject([{ state: 'queued' }])

    quiet = true
    await world.application.work.sweep.forgotten()
    await world.settled()
    await group('DAMKAR').sees('UJI COBA')
    ok(await channelTests.end(from(), 'SMG', id))

    quiet = false
    const next = ok(await channelTests.start(from(), 'SMG', { agencies: ['BPBD'] }))
    ok(await channelTests.end(from(), 'SMG', next.id))
    quiet = true
    await world.application.work.sweep.forgotten()
    await world.settled()
    expect(await group('BPBD').fromBot()).toEqual([])
    expect((await channelTests.overview('SMG')).past[0]?.agencies[0]?.chats).toMatchObject([
      { state: 'notSent', failure: null },
    ])
  })

  test('a process that died between writing the test down and sending: the next one hands it out', async () => {
    const { channelTests } = world.stores
    const startedAt = world.service.now()
    const lost = { id: 'lost', centre: 'SMG', startedAt, startedBy: administrator, agencies: ['DAMKAR'], minutes: 5 }
    await channelTests.begin({ ...lost, endsAt: startedAt + 300_000, ended: null, handedOut: false })
    await world.application.work.tendTests()
    await world.application.work.tendTests()
    await world.settled()
    await group('DAMKAR').sees('UJI COBA')
    expect(await messages()).toBe(1)
    expect(await channelTests.open(5)).toMatchObject([{ id: 'lost', handedOut: true }])
  })
})
