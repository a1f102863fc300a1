import type { ChatView, MediaView, MessageView, PersonView } from './contract.ts'
import { ackOf } from './world/ack.ts'
import { textOf } from './world/content.ts'
import { idOf } from './world/ids.ts'
import type { SimChat, SimMedia, SimMessage, SimPerson } from './world/state.ts'
import type { World } from './world/world.ts'

export const viewPerson = (person: SimPerson): PersonView => ({
  phone: person.phone,
  pn: idOf(person, 'pn'),
  lid: idOf(person, 'lid'),
  name: person.name,
  addressing: person.addressing,
  phoneShown: person.phoneShown,
  online: person.online,
})

export function viewChat(world: World, chat: SimChat): ChatView {
  const messages = [...chat.messages.values()]
  const last = messages.findLast(({ content }) => content.kind !== 'notice')
  return {
    ...viewGroup(world, chat),
    lastSeq: messages.reduce((newest, { seq }) => Math.max(newest, seq), 0),
    last: last ? viewMessage(world, chat, last) : null,
  }
}

const viewGroup = (world: World, chat: SimChat): Omit<ChatView, 'lastSeq' | 'last'> => ({
  id: chat.id,
  kind: chat.kind,
  title: chat.title,
  addressing: chat.addressing,
  announce: chat.announce,
  members: [...chat.members.values()].map(({ phone, admin }) => ({ phone, name: world.person(phone).name, admin })),
  labels: [...chat.labels],
})

const viewMedia = ({ kind, fileId, mime, size, name, seconds, gone }: SimMedia): MediaView => ({
  kind,
  fileId,
  mime,
  size,
  name,
  seconds,
  gone,
})

/** A message as people see it now. */
export function viewMessage(world: World, chat: SimChat, message: SimMessage): MessageView {
  const { content } = message
  const deleted = message.deletedAt !== null
  return {
    id: message.id,
    chatId: chat.id,
    seq: message.seq,
    author: message.author,
    authorName: world.person(message.author).name,
    byDevice: message.byDevice,
    at: message.at,
    kind: content.kind,
    text: deleted ? '' : textOf(content),
    notice:
      content.kind === 'notice'
        ? { change: content.change, people: content.people.map(phone => world.person(phone).name) }
        : null,
    media: content.kind === 'media' && !deleted ? viewMedia(content.media) : null,
    poll: content.kind === 'poll' ? { options: content.poll.options, single: content.poll.single } : null,
    place: content.kind === 'location' ? { latitude: content.latitude, longitude: content.longitude } : null,
    quotes: message.quotes,
    mentions: message.mentions,
    edited: message.versions.length > 1,
    deleted,
    ack: ackOf(chat, message),
    reactions: Object.fromEntries(message.reactions),
    votes: Object.fromEntries([...message.votes].map(([phone, options]) => [phone, wordsOf(message, options)])),
    versions: [...message.versions],
  }
}

const wordsOf = ({ content }: SimMessage, options: readonly number[]): string[] =>
  content.kind === 'poll' ? options.flatMap(option => content.poll.options[option] ?? []) : []
