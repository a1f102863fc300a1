import type { ChatChange } from '../contract.ts'
import { ControlError } from '../control-error.ts'
import type { Sim } from '../sim.ts'
import { viewChat } from '../views.ts'
import { deliver } from './deliver.ts'
import { setBotStatus } from './membership.ts'
import { addMessage } from './messages.ts'
import { toUser } from './names.ts'
import { type BotStatus, botUser, type SimChat, type SimTopic, type SimUser } from './state.ts'

export interface NewGroup {
  readonly type: 'group' | 'supergroup'
  readonly title: string
  readonly id?: number | undefined
  readonly forum?: boolean | undefined
  readonly members: readonly SimUser[]
  /** The bot's place at first; `left` means that nobody has added it yet. */
  readonly bot: BotStatus
  readonly labels: readonly string[]
  readonly migratedFrom?: number | undefined
}

/** Makes a group; a bot that is in it from the start is told as if its first member had added it. */
export function createGroup(sim: Sim, group: NewGroup): SimChat {
  const id = group.id ?? sim.world.nextChatId(group.type)
  if (sim.world.chats.has(id)) throw new ControlError('id_taken')
  const chat: SimChat = {
    id,
    type: group.type,
    title: group.title,
    forum: group.type === 'supergroup' && group.forum === true,
    userId: undefined,
    members: new Set(group.members.map(user => user.id)),
    banned: new Set(),
    botStatus: 'left',
    botMaySend: { texts: true, photos: true },
    deleted: false,
    migratedTo: undefined,
    migratedFrom: group.migratedFrom,
    migrationUntold: false,
    topics: [],
    labels: [],
    lastMessageId: 0,
    messages: new Map(),
  }
  for (const label of group.labels) claimLabel(sim, chat, label)
  sim.world.chats.set(id, chat)
  tellChat(sim, chat, 'created')
  if (group.bot !== 'left') setBotStatus(sim, chat, group.bot, group.members[0]?.id ?? sim.bot.id)
  return chat
}

export function addLabel(sim: Sim, chat: SimChat, label: string): void {
  claimLabel(sim, chat, label)
  tellChat(sim, chat, 'labels')
}

export function removeLabel(sim: Sim, chat: SimChat, label: string): void {
  chat.labels = chat.labels.filter(known => known.toLowerCase() !== label.toLowerCase())
  tellChat(sim, chat, 'labels')
}

function claimLabel(sim: Sim, chat: SimChat, label: string): void {
  const holder = sim.world.findChat(label)
  if (holder && holder !== chat) throw new ControlError('label_taken')
  if (!holder) chat.labels = [...chat.labels, label]
}

export function createTopic(sim: Sim, chat: SimChat, name: string, by: SimUser | undefined): SimTopic {
  if (!chat.forum) throw new ControlError('wrong_chat_type')
  const from = by ? toUser(by) : botUser(sim.bot)
  const record = addMessage(sim, chat, { from, content: { forum_topic_created: { name, icon_color: 0x6fb9f0 } } })
  const topic: SimTopic = { id: record.message.message_id, name, closed: false, deleted: false }
  record.message = { ...record.message, message_thread_id: topic.id, is_topic_message: true }
  chat.topics.push(topic)
  deliver(sim, chat, record)
  tellChat(sim, chat, 'topics')
  return topic
}

export function changeTopic(
  sim: Sim,
  chat: SimChat,
  id: number,
  change: { closed?: boolean | undefined; deleted?: boolean | undefined },
): SimTopic {
  const topic = chat.topics.find(known => known.id === id && !known.deleted)
  if (!topic) throw new ControlError('unknown_topic')
  topic.closed = change.closed ?? topic.closed
  topic.deleted = change.deleted ?? topic.deleted
  tellChat(sim, chat, 'topics')
  return topic
}

/** Puts a person into the group or out of it, with the service message about it. */
export function setMember(
  sim: Sim,
  chat: SimChat,
  user: SimUser,
  status: 'member' | 'left' | 'kicked',
  by: SimUser | undefined,
): void {
  if (chat.type === 'private') throw new ControlError('wrong_chat_type')
  const from = toUser(status === 'kicked' && by ? by : user)
  if (status === 'member') {
    chat.members.add(user.id)
    chat.banned.delete(user.id)
    deliver(
      sim,
      chat,
      addMessage(sim, chat, { from: toUser(by ?? user), content: { new_chat_members: [toUser(user)] } }),
    )
  } else {
    chat.members.delete(user.id)
    chat.banned.add(user.id)
    deliver(sim, chat, addMessage(sim, chat, { from, content: { left_chat_member: toUser(user) } }))
  }
  tellChat(sim, chat, 'members')
}

/** The group is deleted by its owner: every later send is refused. */
export function deleteGroup(sim: Sim, chat: SimChat): void {
  if (chat.type === 'private') throw new ControlError('wrong_chat_type')
  chat.deleted = true
  tellChat(sim, chat, 'deleted')
}

/** What ordinary members, the bot among them, may send by the group's own rules. Tells nobody, as at Telegram. */
export function setRights(
  sim: Sim,
  chat: SimChat,
  rights: { texts?: boolean | undefined; photos?: boolean | undefined },
): void {
  chat.botMaySend = { texts: rights.texts ?? chat.botMaySend.texts, photos: rights.photos ?? chat.botMaySend.photos }
  tellChat(sim, chat, 'rights')
}

export function tellChat(sim: Sim, chat: SimChat, change: ChatChange): void {
  sim.journal.add({ kind: 'chat', chatId: chat.id, change, chat: viewChat(chat) })
}
