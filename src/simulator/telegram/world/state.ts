import type { Message, MessageEntity, Update, User } from '@grammyjs/types'
import type { ShownButton } from '../contract.ts'

/** A message of a private chat, group or supergroup: there are no channels in this world. */
export type ChatMessage = Message & Update.NonChannel

export interface SimUser {
  readonly id: number
  readonly firstName: string
  readonly lastName: string | undefined
  readonly username: string | undefined
  readonly languageCode: string
  /** Pressed "start": until then the bot cannot write to this person. */
  started: boolean
  blockedBot: boolean
  deactivated: boolean
}

export type BotStatus = 'administrator' | 'member' | 'restricted' | 'left' | 'kicked'

export interface SimTopic {
  readonly id: number
  name: string
  closed: boolean
  deleted: boolean
}

/** One text that a message has shown, from its first to its last edit. */
export interface MessageVersion {
  /** Service ms. */
  readonly at: number
  readonly text: string
  readonly entities: readonly MessageEntity[]
  readonly buttons: readonly (readonly ShownButton[])[]
}

export interface ForceReplyRequest {
  readonly selective: boolean
  readonly placeholder: string | undefined
  /** Whose reply box opens; empty means everyone's. */
  readonly forUserIds: readonly number[]
}

export interface SimMessage {
  message: ChatMessage
  /** Service ms of the sending. */
  readonly at: number
  readonly silent: boolean
  readonly forceReply: ForceReplyRequest | undefined
  readonly versions: MessageVersion[]
  deletedAt: number | undefined
  /** The journal's number of the last change. */
  seq: number
}

export interface SimChat {
  readonly id: number
  readonly type: 'private' | 'group' | 'supergroup'
  title: string
  readonly forum: boolean
  /** The person of a private chat. */
  readonly userId: number | undefined
  readonly members: Set<number>
  /** Whom the chat's administrators put out: they cannot come back by themselves. */
  readonly banned: Set<number>
  botStatus: BotStatus
  /** What the bot may send; a group may forbid texts or photos to its ordinary members. */
  botMaySend: { texts: boolean; photos: boolean }
  deleted: boolean
  migratedTo: number | undefined
  readonly migratedFrom: number | undefined
  /** The move to a supergroup is told to the bot only after its first refused call. */
  migrationUntold: boolean
  readonly topics: SimTopic[]
  labels: string[]
  /** The last message number given in a supergroup; other chats share the account's own. */
  lastMessageId: number
  readonly messages: Map<number, SimMessage>
}

/** The bot itself, as other people see it. */
export interface SimBot {
  readonly id: number
  readonly username: string
  readonly firstName: string
  /** In groups the bot sees only commands, replies to it and mentions of it. */
  privacy: boolean
  commands: { command: string; description: string }[]
  loggedOut: boolean
}

export interface Counters {
  account: number
  user: number
  chat: number
  file: number
  query: number
}

export const botUser = (bot: SimBot): User => ({
  id: bot.id,
  is_bot: true,
  first_name: bot.firstName,
  username: bot.username,
})

/** What stands in `from` when an administrator writes in the group's own name. */
export const GROUP_ANONYMOUS_BOT: User = {
  id: 1087968824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}
