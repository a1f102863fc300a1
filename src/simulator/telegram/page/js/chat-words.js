/** @import { ChatView } from '../../contract.ts' */
import { t } from './i18n.js'
import { store } from './store.js'

/**
 * The line under a chat's name.
 * @param {ChatView} chat
 */
export function subtitle(chat) {
  const parts = [t(chat.type)]
  if (chat.userId === null) parts.push(`${chat.memberIds.length} ${t('members')}`)
  if (chat.bot === 'administrator') parts.push(t('botAdministrator'))
  return [...parts, ...chat.labels].join(' · ')
}

/** @type {Record<ChatView['bot'], string | undefined>} */
const BOT_TROUBLE = {
  kicked: 'botKicked',
  left: 'botLeft',
  restricted: 'botRestricted',
  administrator: undefined,
  member: undefined,
}

/**
 * What keeps the bot from reaching this chat, if anything.
 * @param {ChatView} chat
 */
export function troubleOf(chat) {
  if (chat.deleted) return t('deleted')
  if (chat.migratedTo !== null) return t('migrated')
  if (chat.userId !== null) {
    const user = store.users.get(chat.userId)
    return user?.deactivated ? t('accountInactive') : user?.blockedBot ? t('botBlocked') : undefined
  }
  const trouble = BOT_TROUBLE[chat.bot] ?? (chat.botMaySend.texts ? undefined : 'noTexts')
  return trouble === undefined ? undefined : t(trouble)
}
