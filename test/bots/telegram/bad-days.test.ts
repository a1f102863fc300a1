import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { FaultEffect } from '../../../src/simulator/telegram/contract.ts'
import { operator } from '../../support/desk.ts'
import { ChatStory } from '../../support/telegram-driver.ts'
import { Crews } from './crews.ts'

/**
 * What Telegram refuses or loses, row by row of our table of its errors, and what people see of it: the whole application,
 * real grammY and the stand-in. `rows.test.ts` names the rows that other files make happen.
 */

let crews: Crews
let supervisor: ChatStory

const bindPrivate = async (id: string, person: string, audience: Parameters<typeof bind>[2]) => {
  const { people } = crews.world
  const { id: user } = await people.createUser({ firstName: person })
  const { chat } = await people.start(user)
  await bind(id, String(chat.id), audience)
  return { story: new ChatStory(people, chat.id, user), person: user }
}

const onDuty = () => bindPrivate('chat-officer', 'Piket', { kind: 'contact', agency: 'DAMKAR', duty: 'dutyOfficer' })

const bind = async (
  id: string,
  chat: string,
  audience: Parameters<Crews['world']['stores']['chats']['bind']>[0]['audience'],
  thread?: number,
) =>
  crews.world.stores.chats.bind({
    id,
    centre: 'SMG',
    channel: 'telegram',
    address: { chat, ...(thread === undefined ? {} : { thread }) },
    title: id,
    audience,
    pairedAt: crews.world.service.now(),
    pairedBy: operator,
    health: { status: 'ok' },
  })

beforeAll(async () => {
  crews = await Crews.start()
  const { directory } = crews.world.stores
  const siti = { id: 'siti', name: 'Siti', role: 'supervisor', centres: ['SMG'], active: true, onDuty: true } as const
  await directory.putUser({ ...siti, centres: ['SMG'], passwordHash: null })
  supervisor = (await bindPrivate('chat-siti', 'Siti', { kind: 'user', user: 'siti' })).story
})
afterEach(async () => {
  await crews.world.stores.chats.unbind('chat-officer')
  await crews.world.people.clearFaults()
  await crews.world.application.chats.chatHealth('telegram', { chat: String(crews.damkar.story.chat) }, { ok: true })
  await sweeps()
  expect(crews.world.failures).toEqual([])
})
afterAll(() => crews.stop())

const sweeps = async (): Promise<void> => {
  await crews.world.settled()
  await crews.world.application.work.sweep.forgotten()
  await crews.world.settled()
}

/** Waits for what comes by itself: pauses and backoffs run on the machine's own time. */
const comes = <T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> =>
  crews.world.people.waitFor(
    async () => {
      await sweeps()
      return (await look()) || undefined
    },
    30_000,
    what,
  )

const meets = (effect: FaultEffect, method = 'sendMessage', times = 1) =>
  crews.world.people.addFault({ methods: [method], chat: crews.damkar.story.chat, times, effect })

const error = (code: number, description: string): FaultEffect => ({ kind: 'error', code, description })

const fire = async (...agencies: string[]) => crews.fire({}, agencies.length ? agencies : ['DAMKAR'])

const cards = async (number: string, group = crews.damkar.story) =>
  (await group.fromBot()).filter(({ text }) => text.includes(number))

const health = async (id: string) => (await crews.world.stores.chats.byId(id))?.health

const toPhone = async (incident: { id: string }) =>
  (await crews.view(incident)).phoneTasks.filter(({ done }) => !done).map(({ agency, cause }) => `${agency} ${cause}`)

/** Everything that happened at Telegram since. */
const since = async () => {
  const { seq } = await crews.world.people.status()
  return async () => (await crews.world.people.journal(seq, { limit: 5000 })).entries
}

describe('429 Too Many Requests: retry after N', () => {
  test('this chat only is paused; the same message goes again after N seconds, never earlier', async () => {
    const happened = await since()
    await meets({ kind: 'error', code: 429, retryAfter: 2 })
    const { number } = await fire('DAMKAR', 'DINKES')
    expect(await cards(number, crews.dinkes.story)).toHaveLength(1)
    expect(await cards(number)).toEqual([])
    await comes('the alert', async () => (await cards(number)).length === 1)
    const entries = await happened()
    const refused = entries.find(({ kind }) => kind === 'refusal')
    const shown = entries.find(
      entry => entry.kind === 'message' && entry.byBot && String(entry.chatId) === String(crews.damkar.story.chat),
    )
    expect((shown?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(2000)
    expect(entries.filter(({ kind }) => kind === 'refusal')).toHaveLength(1)
  })

  test('on an edit: an alert of the same chat waits with it', async () => {
    const first = await fire()
    const happened = await since()
    const refusals = async () => (await happened()).filter(({ kind }) => kind === 'refusal')
    await meets({ kind: 'error', code: 429, retryAfter: 2 }, 'editMessageText')
    await crews.damkar.story.sees(first.number).presses('Kami tangani')
    await comes('the refusal', async () => (await refusals()).length === 1)
    const second = await fire()
    expect(await cards(second.number)).toEqual([])
    await comes('the alert', async () => (await cards(second.number)).length === 1)
    await comes('the edit', async () => (await cards(first.number))[0]?.text.includes('KAMI TANGANI'))
    expect(await refusals()).toHaveLength(1)
  })
})

describe('400 group chat was upgraded to a supergroup chat', () => {
  test.each(['before', 'after'] as const)(
    'the service message %s the error: the group is bound anew, the alert goes there, nobody is told',
    async announce => {
      const told = (await supervisor.fromBot()).length
      const { story } = crews.dinkes
      const from = await crews.world.people.createChat({ title: `DINKES ${announce}`, members: crews.dinkes.people })
      await crews.world.stores.chats.unbind('chat-DINKES')
      await bind('chat-DINKES', String(from.id), { kind: 'agency', agency: 'DINKES' })
      const moved = await crews.world.people.migrate(from.id, announce)
      const { number, id } = await fire('DINKES')
      const there = new ChatStory(crews.world.people, moved.id, crews.dinkes.people[0] ?? 0)
      await there.sees(number, { with: 'Kami tangani' }).presses('Kami tangani')
      expect((await crews.view({ id })).assignments[0]?.status).toBe('acknowledged')
      expect((await crews.world.stores.chats.byId('chat-DINKES'))?.address.chat).toBe(String(moved.id))
      await sweeps()
      expect(await supervisor.fromBot()).toHaveLength(told)
      await bind('chat-DINKES', String(story.chat), { kind: 'agency', agency: 'DINKES' })
    },
  )
})

describe('400 message to edit not found, message can’t be edited', () => {
  test('a card that was deleted comes anew, with live buttons', async () => {
    const { number, id } = await fire()
    const card = await crews.damkar.story.sees(number)
    await crews.world.people.deleteMessage(card.chatId, card.messageId)
    const { incidents } = crews.world.application
    const assignment = (await crews.view({ id })).assignments[0]?.id ?? ''
    await incidents.recordAction(crews.sender(), id, assignment, { action: 'acknowledge' })
    await crews.world.settled()
    await crews.damkar.story.sees(`KAMI TANGANI`, { with: 'Meluncur' }).presses('Meluncur')
    expect((await crews.view({ id })).assignments[0]?.status).toBe('enRoute')
  })

  test('a card that Telegram lets nobody edit comes anew', async () => {
    const { number } = await fire()
    await meets(error(400, "Bad Request: message can't be edited"), 'editMessageText')
    await crews.damkar.story.sees(number).presses('Kami tangani')
    await crews.world.settled()
    expect(await cards(number)).toHaveLength(2)
    expect((await cards(number)).at(-1)?.text).toContain('KAMI TANGANI')
  })
})

describe('the channel of a chat is down: next rung, red on the page, those who mind it told once', () => {
  test.each([
    [400, 'Bad Request: chat not found'],
    [400, 'Bad Request: not enough rights to send text messages to the chat'],
    [400, 'Bad Request: message thread not found'],
    [403, 'Forbidden: bot was kicked from the group chat'],
    [403, 'Forbidden: bot was kicked from the supergroup chat'],
    [403, 'Forbidden: bot is not a member of the supergroup chat'],
    [403, 'Forbidden: the group chat was deleted'],
  ])('%s %s', async (code, description) => {
    const before = (await supervisor.fromBot()).length
    await meets(error(code, description))
    const incident = await fire()
    expect(await health('chat-DAMKAR')).toMatchObject({ status: 'down', detail: `${code} ${description}` })
    expect(await toPhone(incident)).toEqual(['DAMKAR unreachable'])
    await sweeps()
    const told = (await supervisor.fromBot()).slice(before).map(({ text }) => text)
    expect(told.filter(text => text.includes('🔴 SALURAN PUTUS'))).toHaveLength(1)
    expect(told.filter(text => text.includes('📵 DAMKAR TIDAK TERJANGKAU'))).toHaveLength(1)
    expect(told.join()).toContain(description)
  })

  test.each([
    'Forbidden: bot was blocked by the user',
    'Forbidden: user is deactivated',
    "Forbidden: bot can't initiate conversation with a user",
  ])('403 %s: the duty officer is passed over', async description => {
    const officer = await onDuty()
    const chat = officer.story.chat
    await crews.world.people.addFault({ methods: ['sendMessage'], chat, effect: error(403, description) })
    await meets(error(403, 'Forbidden: the group chat was deleted'))
    const incident = await fire()
    expect(await toPhone(incident)).toEqual(['DAMKAR unreachable'])
    expect(await health('chat-officer')).toMatchObject({ status: 'down', detail: `403 ${description}` })
  })

  test('a topic that somebody deleted', async () => {
    const { people } = crews.world
    const forum = await people.createChat({ title: 'OPD', type: 'supergroup', forum: true, bot: 'administrator' })
    const topic = await people.createTopic(forum.id, 'PLN')
    const { directory } = crews.world.stores
    const dinkes = await directory.agency('SMG', 'DINKES')
    if (!dinkes) throw new Error('no DINKES')
    await directory.putAgency({ ...dinkes, code: 'PLN', name: 'PLN' })
    await bind('chat-PLN', String(forum.id), { kind: 'agency', agency: 'PLN' }, topic.id)
    const shown = await fire('PLN')
    expect((await people.messages(forum.id, { topic: topic.id })).some(({ text }) => text.includes(shown.number))).toBe(
      true,
    )
    await people.changeTopic(forum.id, topic.id, { deleted: true })
    expect(await toPhone(await fire('PLN'))).toEqual(['PLN unreachable'])
    expect(await health('chat-PLN')).toMatchObject({ detail: '400 Bad Request: message thread not found' })
  })
})

describe('5xx on an edit', () => {
  test('is temporary: the edit is made a little later, nothing is repeated', async () => {
    const { number } = await fire()
    await meets(error(500, 'Internal Server Error'), 'editMessageText')
    await crews.damkar.story.sees(number).presses('Kami tangani')
    await comes('the edit', async () => (await cards(number))[0]?.text.includes('KAMI TANGANI'))
    expect(await cards(number)).toHaveLength(1)
  })
})

describe('any other 4xx on an alert', () => {
  test('it goes once more, short and plain, with its buttons', async () => {
    await meets(error(400, 'Bad Request: something nobody knows'))
    const { number } = await fire()
    const [card, ...more] = await cards(number)
    expect(more).toEqual([])
    expect(card?.entities.filter(({ type }) => type === 'bold' || type === 'text_link')).toEqual([])
    expect(card?.buttons.flat().length).toBeGreaterThan(0)
  })

  test('refused again: the next rung and an alarm, the chat stays well', async () => {
    await meets(error(418, 'Teapot'), 'sendMessage', 2)
    const incident = await fire()
    expect(await toPhone(incident)).toEqual(['DAMKAR unreachable'])
    await supervisor.sees('📵 DAMKAR TIDAK TERJANGKAU')
    expect(await health('chat-DAMKAR')).toEqual({ status: 'ok' })
  })
})

describe('a send whose end nobody knows goes again and says so', () => {
  test.each<[string, FaultEffect, number]>([
    ['500, though it was shown', { kind: 'error', code: 500, executed: true }, 2],
    ['502 with a page of HTML', { kind: 'garbage', code: 502 }, 1],
    ['the connection is cut after the request', { kind: 'reset' }, 1],
    ['the connection is cut after it was shown', { kind: 'drop' }, 2],
  ])('%s', async (_name, effect, copies) => {
    const happened = await since()
    await meets(effect)
    const { number } = await fire()
    await comes('the repeat', async () =>
      (await cards(number)).some(({ text }) => text.includes('ULANG, mungkin ganda')),
    )
    expect(await cards(number)).toHaveLength(copies)
    // grammY has sent nothing behind our back: one request each time
    const sent = (await happened()).filter(entry => entry.kind === 'message' && entry.byBot)
    expect(sent.filter(entry => entry.kind === 'message' && entry.message.text.includes(number))).toHaveLength(copies)
    const [first] = await cards(number)
    const press = { as: crews.damkar.people[0] ?? 0, message: first?.messageId ?? 0, button: 'Kami tangani' }
    expect((await crews.world.people.press(first?.chatId ?? 0, press)).text).toBe('Tercatat: Kami tangani.')
    await sweeps()
    for (const { text } of await cards(number)) expect(text).toContain('KAMI TANGANI')
  })
})

describe('my_chat_member', () => {
  test('the bot is put out: red and told before any send fails; back again: well, told, and the alert comes', async () => {
    const { people } = crews.world
    const happened = await since()
    await people.setBot(crews.damkar.story.chat, 'kicked')
    await sweeps()
    expect(await health('chat-DAMKAR')).toMatchObject({ status: 'down', detail: 'bot dikeluarkan' })
    await supervisor.sees('bot dikeluarkan')
    expect((await happened()).filter(({ kind }) => kind === 'refusal')).toEqual([])
    const incident = await fire()
    expect(await toPhone(incident)).toEqual(['DAMKAR unreachable'])
    await people.setBot(crews.damkar.story.chat, 'member')
    await sweeps()
    expect(await health('chat-DAMKAR')).toEqual({ status: 'ok' })
    await supervisor.sees('🟢 SALURAN PULIH')
    await crews.damkar.story.sees(incident.number, { with: 'Kami tangani' })
    expect(await toPhone(incident)).toEqual([])
  })

  test('a person blocks the bot and opens the chat again', async () => {
    const officer = await onDuty()
    await crews.world.people.setBlocked(officer.person, true)
    await sweeps()
    expect(await health('chat-officer')).toMatchObject({ status: 'down', detail: 'bot diblokir' })
    await crews.world.people.setBlocked(officer.person, false)
    await crews.world.people.start(officer.person, 'open')
    await sweeps()
    expect(await health('chat-officer')).toEqual({ status: 'ok' })
  })
})
