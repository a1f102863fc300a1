/** @import { ChatView, UserView } from '../../contract.ts' */
/** @import { Notify } from './page-types.d.ts' */
import { api } from './api.js'
import { h, sentenceOf } from './dom.js'
import { t } from './i18n.js'
import { store } from './store.js'

/** @typedef {{ word: string, act: () => Promise<unknown>, danger?: boolean }} Entry */

/**
 * The ⋮ menu of one phone: what can be done to the bot and the chat from outside.
 * @param {ChatView} chat
 * @param {Notify} notify
 * @param {() => void} close
 */
export function phoneMenu(chat, notify, close) {
  const user = chat.userId === null ? undefined : store.users.get(chat.userId)
  const entries = user ? privateEntries(user) : groupEntries(chat)
  const buttons = entries.map(({ word, act, danger }) => {
    const onclick = () => {
      close()
      act().catch(error => notify(sentenceOf(error), 'trouble'))
    }
    return h('button', { type: 'button', role: 'menuitem', class: danger ? 'danger' : undefined, onclick }, t(word))
  })
  return h('div', { class: 'phone-menu', role: 'menu' }, ...buttons)
}

/**
 * @param {UserView} user
 * @returns {Entry[]}
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
 * @returns {Entry[]}
 */
function groupEntries({ id, type, bot, deleted, migratedTo }) {
  if (deleted || migratedTo !== null) return []
  const present = bot !== 'left' && bot !== 'kicked'
  const setBot = (/** @type {string} */ status) => () => api.setBot(id, status)
  /** @type {(Entry & { when: boolean })[]} */
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
