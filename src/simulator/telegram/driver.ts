import { ControlClient } from '../shared/control-client.ts'
import { followJournal } from '../shared/follow-journal.ts'
import type {
  ChatView,
  FaultRule,
  FaultView,
  JournalEntry,
  JournalPage,
  MessageHistory,
  PressOutcome,
  SentByPerson,
  StandInStatus,
  UserView,
} from './contract.ts'
import type { LimitOptions } from './limits.ts'

export { DriverError } from '../shared/control-client.ts'

/** A chat by id or label, a person by id or user name. */
export type Reference = number | string
export type BotPlace = 'administrator' | 'member' | 'restricted' | 'left' | 'kicked'

export interface NewChatWish {
  readonly type?: 'group' | 'supergroup'
  readonly title: string
  readonly id?: number
  readonly forum?: boolean
  readonly members?: readonly Reference[]
  /** The bot's place from the start; `member` by default. */
  readonly bot?: BotPlace
  readonly labels?: readonly string[]
}

export interface NewUserWish {
  readonly id?: number
  readonly firstName: string
  readonly lastName?: string
  readonly username?: string
  readonly languageCode?: string
}

/** What a person sends: exactly one of the kinds (a venue goes with a location). */
export interface SayWish {
  readonly as: Reference | { readonly anonymous: true }
  readonly text?: string
  readonly photo?: string | { readonly base64: string }
  readonly document?: { readonly name: string; readonly mime: string; readonly base64: string }
  readonly voice?: { readonly seconds: number }
  readonly sticker?: { readonly emoji: string }
  /** `livePeriod` in seconds makes it a live location */
  readonly location?: { readonly latitude: number; readonly longitude: number; readonly livePeriod?: number }
  readonly venue?: { readonly title: string; readonly address: string }
  readonly contact?: { readonly phone: string; readonly firstName: string }
  readonly caption?: string
  readonly replyTo?: number
  readonly topic?: number
  readonly album?: string
}

export interface PressWish {
  readonly as: Reference
  /** Without it the newest message in the chat that has the button. */
  readonly message?: number
  /** The label, or its letters alone. */
  readonly button?: string
  readonly data?: string
  readonly forged?: boolean
  readonly inaccessible?: boolean
  /** Machine seconds to wait for the bot's answer (5 by default); 0 returns at once. */
  readonly wait?: number
}

/**
 * What people in the simulated chats do and see, over the control API. Every refusal is a DriverError with the
 * stand-in's code and sentence.
 */
export interface TelegramDriver {
  readonly baseUrl: string
  status(): Promise<StandInStatus>
  /** Waits until no update and no call is under way, at most `ms` of machine time; look at `idle` of the answer. */
  waitIdle(ms: number): Promise<StandInStatus>
  createUser(wish: NewUserWish): Promise<UserView>
  users(): Promise<UserView[]>
  user(who: Reference): Promise<UserView>
  /** Opens the private chat and presses "start", with a deep link's payload. */
  start(who: Reference, payload?: string): Promise<SentByPerson & { readonly chat: ChatView }>
  setBlocked(who: Reference, blocked: boolean): Promise<UserView>
  setDeactivated(who: Reference, deactivated: boolean): Promise<UserView>
  createChat(wish: NewChatWish): Promise<ChatView>
  chats(): Promise<ChatView[]>
  chat(chat: Reference): Promise<ChatView>
  /** The chat as it looks now, oldest first; a supergroup shows its group's messages too. */
  messages(chat: Reference, options?: { limit?: number; topic?: number; deleted?: boolean }): Promise<MessageHistory[]>
  addLabel(chat: Reference, label: string): Promise<ChatView>
  removeLabel(chat: Reference, label: string): Promise<ChatView>
  createTopic(chat: Reference, name: string, as?: Reference): Promise<{ id: number; name: string; closed: boolean }>
  changeTopic(chat: Reference, topic: number, change: { closed?: boolean; deleted?: boolean }): Promise<void>
  setBot(chat: Reference, status: BotPlace, by?: Reference): Promise<ChatView>
  setRights(chat: Reference, rights: { texts?: boolean; photos?: boolean }): Promise<ChatView>
  setMember(chat: Reference, user: Reference, status: 'member' | 'left' | 'kicked', by?: Reference): Promise<ChatView>
  /** The group becomes a supergroup; the service messages come before or after the bot's first refused call. */
  migrate(chat: Reference, announce?: 'before' | 'after'): Promise<ChatView>
  deleteGroup(chat: Reference): Promise<ChatView>
  say(chat: Reference, wish: SayWish): Promise<SentByPerson>
  press(chat: Reference, wish: PressWish): Promise<PressOutcome>
  edit(chat: Reference, message: number, text: string, as?: Reference): Promise<MessageHistory>
  /** A live location moves; `stop` ends it there. */
  moveLive(
    chat: Reference,
    message: number,
    to: { latitude: number; longitude: number; stop?: boolean },
  ): Promise<MessageHistory>
  deleteMessage(chat: Reference, message: number): Promise<void>
  addFault(rule: FaultRule): Promise<FaultView>
  faults(): Promise<FaultView[]>
  removeFault(id: number): Promise<void>
  clearFaults(): Promise<void>
  duplicateUpdates(times?: number): Promise<void>
  /** Holds the next `count` updates back and hands them out in reverse order. */
  reorderUpdates(count: number): Promise<void>
  releaseUpdates(): Promise<void>
  /** Makes every open press too old to be answered. */
  expirePresses(): Promise<{ expired: number }>
  setLimits(limits: LimitOptions | 'off'): Promise<void>
  setPrivacy(on: boolean): Promise<void>
  /** What happened after entry `since`; waits up to `wait` machine ms for the first. */
  journal(since?: number, options?: { limit?: number; wait?: number }): Promise<JournalPage>
  /** Follows the journal live until the signal comes. */
  follow(since: number, signal: AbortSignal): AsyncGenerator<JournalEntry>
  file(fileId: string): Promise<Buffer>
  /**
   * Asks `look` at once and after every change until it returns something.
   * @throws DriverError `timeout` after `ms` of machine time
   */
  waitFor<T>(look: () => Promise<T | undefined>, ms: number, what?: string): Promise<T>
}

/** @param baseUrl the stand-in's `url`, without a slash at its end */
export function createTelegramDriver(baseUrl: string): TelegramDriver {
  const client = new ControlClient(baseUrl)
  const at = (reference: Reference): string => encodeURIComponent(String(reference))
  const inChat = (chat: Reference, rest = ''): string => `/chats/${at(chat)}${rest}`
  const journal: TelegramDriver['journal'] = (since = 0, options = {}) => client.get('/journal', { since, ...options })
  return {
    baseUrl,
    status: () => client.get('/status'),
    waitIdle: ms => client.get('/idle', { wait: ms }),
    createUser: wish => client.post('/users', wish),
    users: () => client.get('/users'),
    user: who => client.get(`/users/${at(who)}`),
    start: (who, payload) => client.post(`/users/${at(who)}/start`, payload === undefined ? {} : { payload }),
    setBlocked: (who, value) => client.post(`/users/${at(who)}/blocked`, { value }),
    setDeactivated: (who, value) => client.post(`/users/${at(who)}/deactivated`, { value }),
    createChat: wish => client.post('/chats', wish),
    chats: () => client.get('/chats'),
    chat: chat => client.get(inChat(chat)),
    messages: (chat, options = {}) => client.get(inChat(chat, '/messages'), options),
    addLabel: (chat, label) => client.post(inChat(chat, '/labels'), { label }),
    removeLabel: (chat, label) => client.send('DELETE', inChat(chat, `/labels/${at(label)}`)),
    createTopic: (chat, name, as) => client.post(inChat(chat, '/topics'), { name, as }),
    changeTopic: (chat, topic, change) => client.send('PATCH', inChat(chat, `/topics/${topic}`), change),
    setBot: (chat, status, by) => client.post(inChat(chat, '/bot'), { status, by }),
    setRights: (chat, rights) => client.post(inChat(chat, '/rights'), rights),
    setMember: (chat, user, status, by) => client.post(inChat(chat, '/members'), { user, status, by }),
    migrate: (chat, announce = 'before') => client.post(inChat(chat, '/migrate'), { announce }),
    deleteGroup: chat => client.send('DELETE', inChat(chat)),
    say: (chat, wish) => client.post(inChat(chat, '/say'), wish),
    press: (chat, wish) => client.post(inChat(chat, '/press'), wish),
    edit: (chat, message, text, as) => client.send('PATCH', inChat(chat, `/messages/${message}`), { text, as }),
    moveLive: (chat, message, to) => client.post(inChat(chat, `/messages/${message}/move`), to),
    deleteMessage: (chat, message) => client.send('DELETE', inChat(chat, `/messages/${message}`)),
    addFault: rule => client.post('/faults', rule),
    faults: () => client.get('/faults'),
    removeFault: id => client.send('DELETE', `/faults/${id}`),
    clearFaults: () => client.send('DELETE', '/faults'),
    duplicateUpdates: (times = 1) => client.post('/updates/duplicate', { times }),
    reorderUpdates: times => client.post('/updates/reorder', { times }),
    releaseUpdates: () => client.post('/updates/release', {}),
    expirePresses: () => client.post('/presses/expire', {}),
    setLimits: limits => client.send('PUT', '/limits', { limits }),
    setPrivacy: value => client.send('PUT', '/privacy', { value }),
    journal,
    follow: (since, signal) => followJournal(journal, since, signal),
    file: fileId => client.bytes(`/files/${at(fileId)}`),
    waitFor: (look, ms, what = 'condition') => client.waitFor(look, ms, what),
  }
}
