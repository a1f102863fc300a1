import { createServer } from 'node:net'
import type { Api, GrammyError } from 'grammy'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Channel, ChannelError, ChatAddress, OutgoingMessage } from '../../../src/application/ports/channel.ts'
import { createApi } from '../../../src/bots/telegram/api-options.ts'
import { BotIdentity } from '../../../src/bots/telegram/identity.ts'
import { createTelegramChannel } from '../../../src/bots/telegram/telegram-channel.ts'
import {
  createTelegramDriver,
  startTelegramStandIn,
  type TelegramDriver,
  type TelegramStandIn,
} from '../../../src/simulator/telegram/index.ts'

const token = '112000111:channel-test-token-000000000000000'

let standIn: TelegramStandIn
let people: TelegramDriver
let channel: Channel
let group: ChatAddress
const tokenProblems: string[] = []

const plain = (text: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  content: { text, spans: [] },
  buttons: [],
  ...more,
})

const failure = async (doing: Promise<unknown>): Promise<ChannelError> =>
  doing.then(
    () => {
      throw new Error('it did not fail')
    },
    error => error as ChannelError,
  )

const channelAt = (api: Api, onTokenWrong: (error: GrammyError) => void = () => undefined) =>
  createTelegramChannel(api, new BotIdentity(api), onTokenWrong)

beforeAll(async () => {
  standIn = await startTelegramStandIn({ token, botUsername: 'channel_test_bot', limits: 'off' })
  people = createTelegramDriver(standIn.url)
  // A short patience for the tests of lost answers; the app has 15 s.
  channel = channelAt(createApi(standIn, 0.5), error => tokenProblems.push(error.description))
})
afterAll(() => standIn.close())
afterEach(async () => {
  await people.clearFaults()
  tokenProblems.length = 0
})

const newGroup = async (): Promise<ChatAddress> => {
  const sari = await people.createUser({ firstName: 'Sari' })
  const chat = await people.createChat({ title: 'DAMKAR', members: [sari.id] })
  return { chat: String(chat.id) }
}

const seen = async ({ chat, thread }: ChatAddress) =>
  (await people.messages(Number(chat), thread === undefined ? {} : { topic: thread })).filter(
    ({ kind }) => kind !== 'service',
  )

describe('sending', () => {
  test('shows hostile text as typed, with its spans, buttons and no preview', async () => {
    group = await newGroup()
    const text = '😀 <b>&_*[x](y)~`>#+-=|{}.! @all /pasang\nBuka peta'
    const { messageId } = await channel.send(group, {
      content: {
        text,
        spans: [
          { kind: 'bold', offset: 0, length: 2 },
          { kind: 'link', offset: text.length - 9, length: 9, url: 'https://maps.google.com/?q=-6.9,110.4' },
        ],
      },
      buttons: [
        [
          { label: 'Kami tangani', data: 'tok_00000001:ak' },
          { label: 'Peta', url: 'https://example.org/' },
        ],
      ],
    })
    const [message] = await seen(group)
    expect(message).toMatchObject({ messageId: Number(messageId), text, silent: false })
    expect(message?.entities).toContainEqual({ type: 'bold', offset: 0, length: 2 })
    expect(message?.entities).toContainEqual(
      expect.objectContaining({ type: 'text_link', url: 'https://maps.google.com/?q=-6.9,110.4' }),
    )
    expect(message?.buttons).toEqual([
      [
        { text: 'Kami tangani', data: 'tok_00000001:ak' },
        { text: 'Peta', url: 'https://example.org/' },
      ],
    ])
  })

  test('mends half a character, which Telegram would refuse with all the rest', async () => {
    group = await newGroup()
    await channel.send(group, plain('a\ud83db\ude00 😀'))
    expect((await seen(group))[0]?.text).toBe('a\ufffdb\ufffd 😀')
  })

  test('asks for a reply, answers a message, and answers one that is gone, too', async () => {
    group = await newGroup()
    const first = await channel.send(group, plain('satu', { silent: true }))
    await channel.send(group, plain('laporan?', { askReply: { placeholder: 'Laporan' }, replyTo: first.messageId }))
    await channel.send(group, plain('hilang', { replyTo: '999999' }))
    const [one, two, three] = await seen(group)
    expect(one?.silent).toBe(true)
    expect(two).toMatchObject({ forceReply: { placeholder: 'Laporan' }, replyTo: { text: 'satu' } })
    expect(three?.replyTo).toBeNull()
  })

  test('opens the reply only for the person whom the text mentions', async () => {
    group = await newGroup()
    const spans = [{ kind: 'link' as const, offset: 0, length: 4, url: 'tg://user?id=4711' }]
    await channel.send(group, { content: { text: 'Budi, balas', spans }, buttons: [], askReply: { placeholder: 'x' } })
    const [message] = await seen(group)
    expect(message?.entities).toContainEqual(
      expect.objectContaining({ type: 'text_mention', user: expect.objectContaining({ id: 4711 }) }),
    )
  })

  test('goes to the forum topic that it is meant for', async () => {
    const sari = await people.createUser({ firstName: 'Sari' })
    const forum = await people.createChat({
      title: 'OPD',
      type: 'supergroup',
      forum: true,
      members: [sari.id],
      bot: 'administrator',
    })
    const topic = await people.createTopic(forum.id, 'DAMKAR')
    await channel.send({ chat: String(forum.id), thread: topic.id }, plain('ke topik'))
    expect(await seen({ chat: String(forum.id), thread: topic.id })).toMatchObject([{ text: 'ke topik' }])
  })
})

describe('editing', () => {
  test('replaces words and buttons, and takes the last buttons away', async () => {
    group = await newGroup()
    const { messageId } = await channel.send(
      group,
      plain('satu', { buttons: [[{ label: 'A', data: 'tok_00000001:ak' }]] }),
    )
    await channel.edit(group, messageId, plain('dua', { buttons: [[{ label: 'B', data: 'tok_00000001:dp' }]] }))
    expect((await seen(group))[0]).toMatchObject({ text: 'dua', buttons: [[{ text: 'B' }]] })
    await channel.edit(group, messageId, plain('dua'))
    expect((await seen(group))[0]).toMatchObject({ text: 'dua', buttons: [] })
  })

  test('to what is shown already is success', async () => {
    group = await newGroup()
    const { messageId } = await channel.send(group, plain('sama'))
    await expect(channel.edit(group, messageId, plain('sama'))).resolves.toBeUndefined()
  })

  test('of a message that is gone says so', async () => {
    group = await newGroup()
    expect(await failure(channel.edit(group, '424242', plain('x')))).toMatchObject({ kind: 'cardGone' })
    await people.addFault({ effect: { kind: 'error', code: 400, description: "Bad Request: message can't be edited" } })
    expect(await failure(channel.edit(group, '1', plain('x')))).toMatchObject({ kind: 'cardGone' })
  })
})

describe('what Telegram really does', () => {
  test('a group that became a supergroup names its new id', async () => {
    group = await newGroup()
    const moved = await people.migrate(Number(group.chat), 'after')
    expect(await failure(channel.send(group, plain('x')))).toMatchObject({
      kind: 'chatMoved',
      newChat: String(moved.id),
    })
  })

  test('a kicked bot, a deleted group, a blocking user and an unknown chat are permanent', async () => {
    group = await newGroup()
    await people.setBot(Number(group.chat), 'kicked')
    expect(await failure(channel.send(group, plain('x')))).toMatchObject({ kind: 'permanent' })

    group = await newGroup()
    await people.deleteGroup(Number(group.chat))
    expect(await failure(channel.send(group, plain('x')))).toMatchObject({ kind: 'permanent' })

    const dewi = await people.createUser({ firstName: 'Dewi' })
    const shy = await failure(channel.send({ chat: String(dewi.id) }, plain('x')))
    expect(shy).toMatchObject({
      kind: 'permanent',
      detail: "403 Forbidden: bot can't initiate conversation with a user",
    })
    await people.start(dewi.id)
    await people.setBlocked(dewi.id, true)
    expect(await failure(channel.send({ chat: String(dewi.id) }, plain('x')))).toMatchObject({ kind: 'permanent' })

    expect(await failure(channel.send({ chat: '-987654321' }, plain('x')))).toMatchObject({ kind: 'permanent' })
  })

  test('a group that may not be written to is permanent', async () => {
    group = await newGroup()
    await people.setRights(Number(group.chat), { texts: false })
    expect(await failure(channel.send(group, plain('x')))).toMatchObject({
      kind: 'permanent',
      detail: '400 Bad Request: not enough rights to send text messages to the chat',
    })
  })

  test('too many messages to one group are refused with the seconds to wait', async () => {
    group = await newGroup()
    await people.setLimits({})
    try {
      const kinds = await failure(
        (async () => {
          for (let count = 0; count < 30; count += 1) await channel.send(group, plain(`ke-${count}`))
        })(),
      )
      expect(kinds).toMatchObject({ kind: 'rateLimited', retryAfterSeconds: expect.any(Number) })
    } finally {
      await people.setLimits('off')
    }
  })

  test('a text that Telegram refuses is refused, never swallowed', async () => {
    group = await newGroup()
    expect(await failure(channel.send(group, plain('x'.repeat(4097))))).toMatchObject({ kind: 'refused' })
    expect(await failure(channel.send(group, plain('')))).toMatchObject({ kind: 'refused' })
  })
})

describe('each row of the table', () => {
  const error = (code: number, description?: string) =>
    ({ kind: 'error', code, ...(description === undefined ? {} : { description }) }) as const

  const rows: [string, Parameters<TelegramDriver['addFault']>[0]['effect'], string, string][] = [
    ['429 with seconds', { kind: 'error', code: 429, retryAfter: 7 }, 'rateLimited', 'rateLimited'],
    ['401', error(401), 'permanent', 'permanent'],
    ['404', error(404), 'permanent', 'permanent'],
    ['403', error(403, 'Forbidden: user is deactivated'), 'permanent', 'permanent'],
    ['400 chat not found', error(400, 'Bad Request: chat not found'), 'permanent', 'permanent'],
    ['400 thread not found', error(400, 'Bad Request: message thread not found'), 'permanent', 'permanent'],
    ['400 topic closed', error(400, 'Bad Request: TOPIC_CLOSED'), 'permanent', 'permanent'],
    ['400 can’t parse', error(400, "Bad Request: can't parse entities"), 'refused', 'refused'],
    ['400 of any other kind', error(400, 'Bad Request: something new'), 'refused', 'refused'],
    ['418', error(418, 'Teapot'), 'refused', 'refused'],
    ['500', error(500), 'ambiguous', 'temporary'],
    ['502 with a page of HTML', { kind: 'garbage', code: 502 }, 'ambiguous', 'temporary'],
    ['a cut before anything was done', { kind: 'reset' }, 'ambiguous', 'temporary'],
    ['a cut after it was done', { kind: 'drop' }, 'ambiguous', 'temporary'],
    ['no answer at all', { kind: 'hang' }, 'ambiguous', 'temporary'],
    ['no answer, but shown', { kind: 'hang', executed: true }, 'ambiguous', 'temporary'],
  ]

  test.each(rows)('%s', async (_name, effect, onSend, onEdit) => {
    group = await newGroup()
    const { messageId } = await channel.send(group, plain('kartu'))
    await people.addFault({ methods: ['sendMessage'], effect })
    const sending = await failure(channel.send(group, plain('lagi')))
    expect(sending.kind).toBe(onSend)
    await people.addFault({ methods: ['editMessageText'], effect })
    const editing = await failure(channel.edit(group, messageId, plain('diubah')))
    expect(editing.kind).toBe(onEdit)
    for (const { detail } of [sending, editing]) expect(detail).not.toContain(token.split(':')[1])
  })

  test('429 carries Telegram’s seconds', async () => {
    await people.addFault({ effect: { kind: 'error', code: 429, retryAfter: 7 } })
    expect(await failure(channel.send(group, plain('x')))).toMatchObject({ retryAfterSeconds: 7 })
  })

  test('a wrong token is told to the bot', async () => {
    await people.addFault({ effect: error(401) })
    await failure(channel.send(group, plain('x')))
    expect(tokenProblems).toEqual(['Unauthorized'])
  })

  test('a refused connection surely sent nothing', async () => {
    const port = await closedPort()
    const lost = channelAt(createApi({ token, apiRoot: `http://127.0.0.1:${port}` }))
    expect(await failure(lost.send({ chat: '1' }, plain('x')))).toMatchObject({
      kind: 'temporary',
      detail: 'network: ECONNREFUSED',
    })
  })

  test('a name that does not resolve surely sent nothing', async () => {
    const lost = channelAt(createApi({ token, apiRoot: 'http://api.invalid' }, 10))
    expect(await failure(lost.send({ chat: '1' }, plain('x')))).toMatchObject({ kind: 'temporary' })
  })
})

const closedPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
