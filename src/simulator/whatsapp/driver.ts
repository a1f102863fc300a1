import { ControlClient } from '../shared/control-client.ts'
import { followJournal } from '../shared/follow-journal.ts'
import type {
  Addressing,
  ChatView,
  FaultRule,
  FaultView,
  JournalEntry,
  JournalPage,
  MediaGone,
  MessageView,
  PersonView,
  PhoneShown,
  StandInStatus,
} from './contract.ts'

export { DriverError } from '../shared/control-client.ts'

export interface NewPersonWish {
  readonly name: string
  /** Digits without `+`; one of the world's own without it. */
  readonly phone?: string
  /** How private chats with this person are addressed; `pn` by default. */
  readonly addressing?: Addressing
  /** When the page learns the number behind the `@lid`; `always` by default. */
  readonly phoneShown?: PhoneShown
}

export interface NewGroupWish {
  readonly title: string
  /** People by name or number. */
  readonly members?: readonly string[]
  readonly admins?: readonly string[]
  /** Whether the linked account is in it; yes by default. */
  readonly owner?: boolean
  /** `lid`: authors are `@lid` ids. */
  readonly addressing?: Addressing
  readonly announce?: boolean
  readonly labels?: readonly string[]
}

/** What a person sends: exactly one of the kinds. */
export interface SayWish {
  readonly as: string
  readonly text?: string
  /** A built-in picture (`kebakaran`, `banjir`, …) or bytes. */
  readonly photo?: string | { readonly base64: string; readonly mime?: string }
  readonly document?: { readonly name: string; readonly mime: string; readonly base64: string }
  readonly voice?: { readonly seconds: number }
  readonly sticker?: true
  readonly location?: { readonly latitude: number; readonly longitude: number; readonly name?: string }
  readonly poll?: { readonly question: string; readonly options: readonly string[]; readonly single: boolean }
  readonly caption?: string
  /** The stanza id of the message that it replies to; the library's serialized id will do. */
  readonly quote?: string
  readonly mentions?: readonly string[]
}

/**
 * What people do and see with their phones, over the control API. Chats are named by id, label or title, people by name or
 * number. Every refusal is a DriverError with the stand-in's code and sentence.
 */
export interface WhatsAppDriver {
  readonly baseUrl: string
  status(): Promise<StandInStatus>
  /** Waits until the page has worked every event and no call is open, at most `ms` of machine time; look at `idle`. */
  waitIdle(ms: number): Promise<StandInStatus>
  createPerson(wish: NewPersonWish): Promise<PersonView>
  people(): Promise<PersonView[]>
  person(who: string): Promise<PersonView>
  changePerson(
    who: string,
    change: { online?: boolean; addressing?: Addressing; phoneShown?: PhoneShown },
  ): Promise<PersonView>
  createGroup(wish: NewGroupWish): Promise<ChatView>
  /** The private chat of a person with the linked account (or with somebody else). */
  privateChat(person: string, other?: string): Promise<ChatView>
  chats(): Promise<ChatView[]>
  chat(chat: string): Promise<ChatView>
  /** The chat as it looks now, oldest first. */
  messages(chat: string, limit?: number): Promise<MessageView[]>
  changeGroup(chat: string, change: { title?: string; announce?: boolean; by: string }): Promise<ChatView>
  setMember(chat: string, person: string, status: 'member' | 'admin' | 'out', by?: string): Promise<ChatView>
  addLabel(chat: string, label: string): Promise<ChatView>
  say(chat: string, wish: SayWish): Promise<MessageView>
  edit(chat: string, message: string, text: string, as?: string): Promise<MessageView>
  deleteMessage(chat: string, message: string, as?: string): Promise<void>
  /** An empty emoji takes the reaction back. */
  react(chat: string, message: string, as: string, emoji: string): Promise<MessageView>
  /** No options withdraw the vote. */
  vote(chat: string, message: string, as: string, options: readonly string[]): Promise<MessageView>
  /** One member, or everybody, reads the chat. */
  read(chat: string, as?: string): Promise<void>
  /** The file of a message is gone from the server, or there again. */
  setMedia(chat: string, message: string, gone: MediaGone | null): Promise<MessageView>
  file(fileId: string): Promise<Buffer>
  /** The phone scans a QR code: the given one, or the one that a page shows now. */
  link(options?: { qr?: string; as?: string }): Promise<void>
  /** The pairing code is typed on the phone. */
  typeCode(code: string, as?: string): Promise<void>
  /** The phone removes its linked devices; the page goes to its first screen, or only falls back to UNPAIRED. */
  unlink(how?: 'logout' | 'unpaired'): Promise<void>
  /** Sets the page's connection state: CONFLICT, TIMEOUT, OPENING, PROXYBLOCK, TOS_BLOCK, CONNECTED … */
  setState(state: string): Promise<void>
  reloadPage(): Promise<void>
  /** The network goes, for every page, until `reconnect`. */
  disconnect(): Promise<void>
  reconnect(): Promise<void>
  addFault(rule: FaultRule): Promise<FaultView>
  faults(): Promise<FaultView[]>
  removeFault(id: number): Promise<void>
  clearFaults(): Promise<void>
  /** What happened after entry `since`; waits up to `wait` machine ms for the first. */
  journal(since?: number, options?: { limit?: number; wait?: number }): Promise<JournalPage>
  /** Follows the journal live until the signal comes. */
  follow(since: number, signal: AbortSignal): AsyncGenerator<JournalEntry>
  /**
   * Asks `look` at once and after every change until it returns something.
   * @throws DriverError `timeout` after `ms` of machine time
   */
  waitFor<T>(look: () => Promise<T | undefined>, ms: number, what?: string): Promise<T>
}

/** @param baseUrl the stand-in's `url`, without a slash at its end */
export function createWhatsAppDriver(baseUrl: string): WhatsAppDriver {
  const client = new ControlClient(baseUrl)
  const at = encodeURIComponent
  const inChat = (chat: string, rest = ''): string => `/chats/${at(chat)}${rest}`
  const onMessage = (chat: string, message: string, rest = ''): string =>
    inChat(chat, `/messages/${at(message)}${rest}`)
  const journal: WhatsAppDriver['journal'] = (since = 0, options = {}) => client.get('/journal', { since, ...options })
  return {
    baseUrl,
    status: () => client.get('/status'),
    waitIdle: ms => client.get('/idle', { wait: ms }),
    createPerson: wish => client.post('/people', wish),
    people: () => client.get('/people'),
    person: who => client.get(`/people/${at(who)}`),
    changePerson: (who, change) => client.send('PATCH', `/people/${at(who)}`, change),
    createGroup: wish => client.post('/chats', wish),
    privateChat: (person, other) => client.post('/chats/private', { person, with: other }),
    chats: () => client.get('/chats'),
    chat: chat => client.get(inChat(chat)),
    messages: (chat, limit) => client.get(inChat(chat, '/messages'), { limit }),
    changeGroup: (chat, change) => client.send('PATCH', inChat(chat), change),
    setMember: (chat, person, status, by) => client.post(inChat(chat, '/members'), { person, status, by }),
    addLabel: (chat, label) => client.post(inChat(chat, '/labels'), { label }),
    say: (chat, wish) => client.post(inChat(chat, '/say'), wish),
    edit: (chat, message, text, as) => client.send('PATCH', onMessage(chat, message), { text, as }),
    deleteMessage: (chat, message, as) => client.send('DELETE', onMessage(chat, message), { as }),
    react: (chat, message, as, emoji) => client.post(onMessage(chat, message, '/reaction'), { as, emoji }),
    vote: (chat, message, as, options) => client.post(onMessage(chat, message, '/vote'), { as, options }),
    read: (chat, as) => client.post(inChat(chat, '/read'), { as }),
    setMedia: (chat, message, gone) => client.send('PUT', onMessage(chat, message, '/media'), { gone }),
    file: fileId => client.bytes(`/files/${at(fileId)}`),
    link: ({ qr, as } = {}) => client.post('/link', { qr, as }),
    typeCode: (code, as) => client.post('/link', { code, as }),
    unlink: how => client.post('/unlink', { how }),
    setState: state => client.post('/device/state', { state }),
    reloadPage: () => client.post('/device/reload', {}),
    disconnect: () => client.post('/device/disconnect', {}),
    reconnect: () => client.post('/device/reconnect', {}),
    addFault: rule => client.post('/faults', rule),
    faults: () => client.get('/faults'),
    removeFault: id => client.send('DELETE', `/faults/${id}`),
    clearFaults: () => client.send('DELETE', '/faults'),
    journal,
    follow: (since, signal) => followJournal(journal, since, signal),
    waitFor: (look, ms, what = 'condition') => client.waitFor(look, ms, what),
  }
}
