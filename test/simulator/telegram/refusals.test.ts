import { beforeEach, describe, expect, it } from 'vitest'
import { type Rig, refusalOf, rig } from './stand-in.ts'

/** Each row of the error table of MESSAGING.md, as grammY reports it. */

let sim: Rig
let sari: number

beforeEach(async () => {
  sim = await rig()
  sari = (await sim.driver.createUser({ firstName: 'Sari', username: 'sari' })).id
})

const newGroup = async (type: 'group' | 'supergroup' = 'group'): Promise<number> =>
  (await sim.driver.createChat({ type, title: 'Damkar', members: [sari] })).id

describe('groups', () => {
  it.each([
    ['group', 'kicked', '403 Forbidden: bot was kicked from the group chat'],
    ['group', 'left', '403 Forbidden: bot is not a member of the group chat'],
    ['supergroup', 'kicked', '403 Forbidden: bot was kicked from the supergroup chat'],
    ['supergroup', 'left', '403 Forbidden: bot is not a member of the supergroup chat'],
    ['group', 'restricted', '400 Bad Request: not enough rights to send text messages to the chat'],
    ['supergroup', 'restricted', '400 Bad Request: not enough rights to send text messages to the chat'],
  ] as const)('%s, bot %s', async (type, status, refusal) => {
    const group = await newGroup(type)
    await sim.driver.setBot(group, status, sari)
    expect(await refusalOf(sim.api.sendMessage(group, 'x'))).toBe(refusal)
    await sim.driver.setBot(group, 'member', sari)
    expect(await refusalOf(sim.api.sendMessage(group, 'x'))).toBe('no refusal')
  })

  it('deleted', async () => {
    const group = await newGroup()
    const supergroup = await newGroup('supergroup')
    await sim.driver.deleteGroup(group)
    await sim.driver.deleteGroup(supergroup)
    expect(await refusalOf(sim.api.sendMessage(group, 'x'))).toBe('403 Forbidden: the group chat was deleted')
    expect(await refusalOf(sim.api.sendMessage(supergroup, 'x'))).toBe('400 Bad Request: chat not found')
  })

  it('photos forbidden by the group, texts allowed', async () => {
    const group = await newGroup()
    await sim.driver.setRights(group, { photos: false })
    const shown = await sim.driver.say(group, { as: sari, photo: 'banjir', caption: '/lapor' })
    expect(shown.seenByBot).toBe(true)
    const [update] = (await sim.api.getUpdates({ offset: -1 })).slice(-1)
    const fileId = update?.message?.photo?.at(-1)?.file_id ?? ''
    expect(await refusalOf(sim.api.sendPhoto(group, fileId))).toBe(
      '400 Bad Request: not enough rights to send photos to the chat',
    )
    expect(await refusalOf(sim.api.sendMessage(group, 'x'))).toBe('no refusal')
  })
})

describe('topics', () => {
  it('shows a message in its topic, refuses a missing, closed or general one', async () => {
    const forum = (await sim.driver.createChat({ type: 'supergroup', title: 'Forum', forum: true, members: [sari] })).id
    const topic = await sim.driver.createTopic(forum, 'Pos Utara', sari)
    const sent = await sim.api.sendMessage(forum, 'x', { message_thread_id: topic.id })
    expect(sent).toMatchObject({ is_topic_message: true, message_thread_id: topic.id })
    expect(await sim.driver.messages(forum, { topic: topic.id })).toHaveLength(2)
    const send = (thread: number): Promise<string> =>
      refusalOf(sim.api.sendMessage(forum, 'x', { message_thread_id: thread }))
    expect(await send(9999)).toBe('400 Bad Request: message thread not found')
    expect(await send(1)).toBe('400 Bad Request: message thread not found')
    await sim.driver.changeTopic(forum, topic.id, { closed: true })
    expect(await send(topic.id)).toBe('400 Bad Request: TOPIC_CLOSED')
    await sim.driver.changeTopic(forum, topic.id, { deleted: true })
    expect(await send(topic.id)).toBe('400 Bad Request: message thread not found')
  })
})

describe('private chats', () => {
  it('not started, blocked, deactivated', async () => {
    expect(await refusalOf(sim.api.sendMessage(sari, 'x'))).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    )
    await sim.driver.start(sari)
    expect(await refusalOf(sim.api.sendMessage(sari, 'x'))).toBe('no refusal')
    await sim.driver.setBlocked(sari, true)
    expect(await refusalOf(sim.api.sendMessage(sari, 'x'))).toBe('403 Forbidden: bot was blocked by the user')
    await sim.driver.start('@sari')
    expect(await refusalOf(sim.api.sendMessage(sari, 'x'))).toBe('no refusal')
    await sim.driver.setDeactivated(sari, true)
    expect(await refusalOf(sim.api.sendMessage(sari, 'x'))).toBe('403 Forbidden: user is deactivated')
  })

  it('has no administrators and cannot be left', async () => {
    await sim.driver.start(sari)
    expect(await refusalOf(sim.api.getChatAdministrators(sari))).toBe(
      '400 Bad Request: there are no administrators in the private chat',
    )
    expect(await refusalOf(sim.api.leaveChat(sari))).toBe(
      "400 Bad Request: chat member status can't be changed in private chats",
    )
  })
})

describe('refusals in the journal', () => {
  it('names method, chat, cause and the text that was not shown', async () => {
    const group = await newGroup()
    await sim.driver.setBot(group, 'kicked', sari)
    await refusalOf(sim.api.sendMessage(group, 'KEBAKARAN'))
    const { entries } = await sim.driver.journal()
    expect(entries.at(-1)).toMatchObject({
      kind: 'refusal',
      method: 'sendMessage',
      chatId: group,
      code: 403,
      refusedBy: 'rule',
      text: 'KEBAKARAN',
    })
    expect((await sim.driver.status()).refusals).toEqual({ rule: 1, limit: 0, fault: 0 })
  })
})
