/** @import { PageChat } from './page-types.d.ts' */
import { t } from './i18n.js'
import { personOfPrivate } from './persons.js'
import { platformOf } from './platforms/index.js'

/**
 * The line under a chat's name.
 * @param {PageChat} chat
 */
export function subtitle(chat) {
  const parts = [t(chat.type)]
  if (chat.userId === null) parts.push(`${chat.memberIds.length} ${t('members')}`)
  else if (chat.platform === 'whatsapp') parts.push(personOfPrivate(chat)?.handle ?? '')
  return [...parts, ...platformOf(chat).notes(chat).map(t), ...chat.labels].join(' · ')
}

/**
 * What keeps us from reaching this chat, if anything.
 * @param {PageChat} chat
 */
export function troubleOf(chat) {
  const word = platformOf(chat).troubleOf(chat, personOfPrivate(chat))
  return word === undefined ? undefined : t(word)
}

/**
 * Whether nothing can be written here any more.
 * @param {PageChat} chat
 */
export const isClosed = chat => chat.migratedTo !== null || chat.telegram?.deleted === true
