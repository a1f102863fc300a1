/** @import { ChatView, JournalEntry, MessageView, ShownVersion, StandInStatus, UserView } from '../../../telegram/contract.ts' */
/** @import { MenuEntry, PageChat, PageMessage, PagePerson, Platform } from '../page-types.d.ts' */
import { telegramApi as api } from './telegram-api.js'

/** The chats of the stand-in of the Bot API. @type {Platform<StandInStatus>} */
export const telegram = {
  name: 'telegram',
  eventsUrl: '/sim/api/events',
  status: api.status,
  chats: async () => (await api.chats()).map(toChat),
  people: async () => (await api.users()).map(toPerson),
  messages: async chat => (await api.messages(Number(chat))).map(message => toMessage(message, message.versions)),
  read: (value, known) => {
    const entry = /** @type {JournalEntry} */ (value)
    switch (entry.kind) {
      case 'message':
        return [{ kind: 'message', message: toMessage(entry.message, [versionOf(entry.message)]), fresh: true }]
      case 'edit': {
        const before = known(entry.chatId, entry.messageId)?.versions ?? [entry.before]
        return [
          { kind: 'message', message: toMessage(entry.message, [...before, versionOf(entry.message)]), fresh: false },
        ]
      }
      case 'delete':
        return [{ kind: 'deleted', chatId: entry.chatId, messageId: entry.messageId }]
      case 'chat':
        return [{ kind: 'chat', chat: toChat(entry.chat), migrated: entry.change === 'migrated' }]
      case 'user':
        return [{ kind: 'person', person: toPerson(entry.user) }]
      case 'fault':
        return [{ kind: 'fault' }]
      default:
        return []
    }
  },
  say: async (chat, wish) => ((await api.say(Number(chat), wish)).seenByBot ? undefined : 'unseenByBot'),
  createPerson: fields => api.createUser(fields),
  createGroup: async ({ title, kind, members }) =>
    toChat(await api.createChat({ title, type: kind, members: members.map(Number) })),
  openPrivate: async person => (await api.start(Number(person))).chat.id,
  menu: ({ telegram: chat }, person) =>
    person?.telegram ? privateEntries(person.telegram) : chat ? groupEntries(chat) : [],
  notes: ({ telegram: chat }) => (chat?.bot === 'administrator' ? ['botAdministrator'] : []),
  troubleOf: ({ telegram: chat }, person) => chat && troubleOf(chat, person?.telegram),
}

/**
 * @param {ChatView} chat
 * @returns {PageChat}
 */
function toChat(chat) {
  const { id, type, title, userId, memberIds, labels, topics, migratedTo, lastSeq, last } = chat
  const shared = { id, type, title, userId, memberIds, labels, topics, migratedTo, lastSeq, last }
  return { platform: 'telegram', ...shared, telegram: chat }
}

/**
 * @param {UserView} user
 * @returns {PagePerson}
 */
function toPerson(user) {
  const { id, name, username } = user
  return { platform: 'telegram', id, name, handle: username === null ? null : `@${username}`, telegram: user }
}

/**
 * @param {MessageView} message
 * @param {readonly ShownVersion[]} versions
 * @returns {PageMessage}
 */
function toMessage(message, versions) {
  const { photo } = message
  const size = photo && { width: photo.width, height: photo.height }
  return { ...message, photo: photo && size && { url: photo.url, size }, versions }
}

/**
 * @param {MessageView} message
 * @returns {ShownVersion}
 */
const versionOf = message => ({
  at: message.editedAt ?? message.at,
  text: message.text,
  entities: message.entities,
  buttons: message.buttons,
})

/** @type {Record<ChatView['bot'], string | undefined>} */
const BOT_TROUBLE = {
  kicked: 'botKicked',
  left: 'botLeft',
  restricted: 'botRestricted',
  administrator: undefined,
  member: undefined,
}

/**
 * @param {ChatView} chat
 * @param {UserView | undefined} user
 * @returns {string | undefined}
 */
function troubleOf({ deleted, migratedTo, userId, bot, botMaySend }, user) {
  if (deleted) return 'deleted'
  if (migratedTo !== null) return 'migrated'
  if (userId === null) return BOT_TROUBLE[bot] ?? (botMaySend.texts ? undefined : 'noTexts')
  return user?.deactivated ? 'accountInactive' : user?.blockedBot ? 'botBlocked' : undefined
}

/**
 * @param {UserView} user
 * @returns {MenuEntry[]}
 */
function privateEntries({ id, blockedBot, deactivated }) {
  return [
    blockedBot
      ? { word: 'unblockBot', act: () => api.block(id, false) }
      : { word: 'blockBot', act: () => api.block(id, true), danger: true },
    deactivated
      ? { word: 'activate', act: () => api.deactivate(id, false) }
      : { word: 'deactivate', act: () => api.deactivate(id, true), danger: true },
  ]
}

/**
 * @param {ChatView} chat
 * @returns {MenuEntry[]}
 */
function groupEntries({ id, type, bot, deleted, migratedTo }) {
  if (deleted || migratedTo !== null) return []
  const present = bot !== 'left' && bot !== 'kicked'
  const setBot = (/** @type {string} */ status) => () => api.setBot(id, status)
  /** @type {(MenuEntry & { when: boolean })[]} */
  const entries = [
    { when: !present, word: 'addBot', act: setBot('member') },
    { when: present && bot !== 'administrator', word: 'promoteBot', act: setBot('administrator') },
    { when: present && bot !== 'member', word: 'demoteBot', act: setBot('member') },
    { when: present && bot !== 'restricted', word: 'restrictBot', act: setBot('restricted'), danger: true },
    { when: present, word: 'kickBot', act: setBot('kicked'), danger: true },
    { when: type === 'group', word: 'migrate', act: () => api.migrate(id, 'before') },
    { when: type === 'group', word: 'migrateAfter', act: () => api.migrate(id, 'after') },
    { when: true, word: 'deleteGroup', act: () => api.deleteGroup(id), danger: true },
  ]
  return entries.filter(entry => entry.when)
}
