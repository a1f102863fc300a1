import type { WireChat, WireContact, WireMedia, WireMessage, WireWorld } from './contract/wire.ts'
import { ackOf } from './world/ack.ts'
import { textOf } from './world/content.ts'
import { idIn, idOf, otherSide, remoteOf } from './world/ids.ts'
import { ACK, type MessageContent, type Phone, type SimChat, type SimMedia, type SimMessage } from './world/state.ts'
import type { World } from './world/world.ts'

/** How many messages of a chat a page gets at its start; earlier ones it asks for. */
const NEWEST = 50

/** Everything that a linked page of this account has at its start. */
export function wireWorld(world: World, me: Phone): WireWorld {
  const chats = world.chatsOf(me)
  const person = world.person(me)
  const met = new Set(chats.flatMap(chat => [...chat.members.keys(), ...chat.former.keys()]))
  return {
    me: { pn: idOf(person, 'pn'), lid: idOf(person, 'lid'), name: person.name },
    chats: chats.map(chat => wireChat(world, chat, me)),
    contacts: wireContacts(world, [...met]),
    messages: chats.flatMap(chat => wireMessages(world, chat, me, null, NEWEST)),
  }
}

/** The newest `limit` messages of a chat before one of them, oldest first. */
export function wireMessages(
  world: World,
  chat: SimChat,
  me: Phone,
  before: string | null,
  limit: number,
): WireMessage[] {
  const left = chat.former.get(me) ?? Number.POSITIVE_INFINITY
  const all = [...chat.messages.values()].filter(message => message.at <= left)
  const end = before === null ? all.length : all.findIndex(message => message.id === before)
  return all.slice(Math.max(0, end - limit), Math.max(0, end)).map(message => wireMessage(world, chat, message, me))
}

export function wireChat(world: World, chat: SimChat, me: Phone): WireChat {
  return {
    id: remoteOf(world, chat, me),
    title: chat.kind === 'group' ? chat.title : world.person(otherSide(chat, me)).name,
    group: chat.kind === 'group' ? wireGroup(world, chat) : null,
  }
}

const wireGroup = (world: World, chat: SimChat): WireChat['group'] => ({
  members: [...chat.members.values()].map(({ phone, admin }) => ({ id: idIn(world, chat, phone), admin })),
  lids: chat.addressing === 'lid',
  announce: chat.announce,
  createdAt: seconds(chat.createdAt),
})

export const wireContacts = (world: World, phones: readonly Phone[]): WireContact[] =>
  phones.map(phone => wireContact(world, phone, world.person(phone).phoneShown === 'always'))

export function wireContact(world: World, phone: Phone, known: boolean): WireContact {
  const person = world.person(phone)
  return { pn: idOf(person, 'pn'), lid: idOf(person, 'lid'), name: person.name, known }
}

export function wireMessage(world: World, chat: SimChat, message: SimMessage, me: Phone): WireMessage {
  const fromMe = message.author === me
  const remote = remoteOf(world, chat, me)
  const myself = idIn(world, chat, me)
  const author = idIn(world, chat, message.author)
  const participant = chat.kind === 'group' ? author : null
  return {
    key: { fromMe, remote, id: message.id, participant },
    t: seconds(message.at),
    from: fromMe ? myself : remote,
    to: fromMe ? remote : myself,
    author: participant,
    notifyName: world.person(message.author).name,
    ack: fromMe ? ackOf(chat, message) : ACK.server,
    editedMs: message.versions.length > 1 ? (message.versions.at(-1)?.at ?? null) : null,
    mentions: message.mentions.map(phone => idIn(world, chat, phone)),
    reactions: [...message.reactions].map(([phone, text]) => ({ by: idIn(world, chat, phone), text })),
    votes: [...message.votes].map(([phone, options]) => ({ by: idIn(world, chat, phone), options })),
    ...(message.deletedAt === null ? said(world, chat, message) : DELETED),
  }
}

type Said = Pick<
  WireMessage,
  'type' | 'subtype' | 'body' | 'caption' | 'quote' | 'media' | 'poll' | 'place' | 'recipients'
>

const DELETED: Said = {
  type: 'revoked',
  subtype: null,
  body: '',
  caption: null,
  quote: null,
  media: null,
  poll: null,
  place: null,
  recipients: [],
}

function said(world: World, chat: SimChat, { content, quotes }: SimMessage): Said {
  const wordless = content.kind === 'media' || content.kind === 'poll'
  return {
    type: typeOf(content),
    subtype: content.kind === 'notice' ? content.change : null,
    body: wordless ? '' : textOf(content),
    caption: content.kind === 'media' && content.caption !== '' ? content.caption : null,
    quote: quoteOf(world, chat, quotes),
    media: content.kind === 'media' ? wireMedia(content.media) : null,
    poll: content.kind === 'poll' ? content.poll : null,
    place: content.kind === 'location' ? placeOf(content) : null,
    recipients: content.kind === 'notice' ? content.people.map(phone => idIn(world, chat, phone)) : [],
  }
}

const placeOf = ({ latitude, longitude, name }: Extract<MessageContent, { kind: 'location' }>) => ({
  latitude,
  longitude,
  name,
})

function quoteOf(world: World, chat: SimChat, id: string | null): WireMessage['quote'] {
  const quoted = id === null ? undefined : chat.messages.get(id)
  if (!quoted) return null
  return {
    id: quoted.id,
    participant: idIn(world, chat, quoted.author),
    type: typeOf(quoted.content),
    body: textOf(quoted.content),
  }
}

const wireMedia = ({ fileId, mime, size, name, seconds: length, gone }: SimMedia): WireMedia => ({
  fileId,
  mime,
  size,
  name,
  seconds: length,
  gone,
})

function typeOf(content: MessageContent): string {
  switch (content.kind) {
    case 'text':
      return 'chat'
    case 'media':
      return content.media.kind
    case 'poll':
      return 'poll_creation'
    case 'location':
      return 'location'
    case 'notice':
      return 'gp2'
  }
}

const seconds = (ms: number): number => Math.floor(ms / 1000)
