import type { Counters, SimChat, SimUser } from './state.ts'

/** Ranges of ids as Telegram gives them out: people ten digits, groups negative, supergroups from -100…. */
const FIRST_USER_ID = 5_112_000_000
const FIRST_GROUP_ID = -4_112_000_000
const FIRST_SUPERGROUP_ID = -1_002_112_000_000

/** The people and chats of the simulated Telegram, with the numbers it has given out. */
export class World {
  readonly users = new Map<number, SimUser>()
  readonly chats = new Map<number, SimChat>()
  readonly counters: Counters = { account: 0, user: 0, chat: 0, file: 0, query: 0 }

  nextUserId(): number {
    this.counters.user += 1
    return FIRST_USER_ID + this.counters.user
  }

  nextChatId(type: 'group' | 'supergroup'): number {
    this.counters.chat += 1
    return (type === 'group' ? FIRST_GROUP_ID : FIRST_SUPERGROUP_ID) - this.counters.chat
  }

  /** Supergroups number their messages themselves; all other chats share the bot account's counter. */
  nextMessageId(chat: SimChat): number {
    if (chat.type === 'supergroup') {
      chat.lastMessageId += 1
      return chat.lastMessageId
    }
    this.counters.account += 1
    return this.counters.account
  }

  /** A callback query's number: long, as Telegram's are, and text. */
  nextQueryId(botId: number): string {
    this.counters.query += 1
    return String((BigInt(botId) << 24n) + BigInt(this.counters.query))
  }

  nextFileNumber(): number {
    this.counters.file += 1
    return this.counters.file
  }

  /** A chat by id or label; labels are compared without case. */
  findChat(reference: number | string): SimChat | undefined {
    const id = typeof reference === 'number' ? reference : Number(reference)
    if (Number.isSafeInteger(id)) return this.chats.get(id)
    const label = String(reference).trim().toLowerCase()
    for (const chat of this.chats.values()) {
      if (chat.labels.some(known => known.toLowerCase() === label)) return chat
    }
    return undefined
  }

  /** A person by id or user name, with or without `@`. */
  findUser(reference: number | string): SimUser | undefined {
    const id = typeof reference === 'number' ? reference : Number(reference)
    if (Number.isSafeInteger(id)) return this.users.get(id)
    const name = String(reference).trim().replace(/^@/, '').toLowerCase()
    for (const user of this.users.values()) {
      if (user.username?.toLowerCase() === name) return user
    }
    return undefined
  }
}
