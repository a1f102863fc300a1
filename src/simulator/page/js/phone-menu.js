/** @import { Notify, PageChat } from './page-types.d.ts' */
import { h, sentenceOf } from './dom.js'
import { t } from './i18n.js'
import { personOfPrivate } from './persons.js'
import { platformOf } from './platforms/index.js'

/**
 * The ⋮ menu of one phone: what can be done to us and to the chat from outside.
 * @param {PageChat} chat
 * @param {Notify} notify
 * @param {() => void} close
 */
export function phoneMenu(chat, notify, close) {
  const entries = platformOf(chat).menu(chat, personOfPrivate(chat))
  const buttons = entries.map(({ word, act, danger }) => {
    const onclick = () => {
      close()
      act().catch(error => notify(sentenceOf(error), 'trouble'))
    }
    return h('button', { type: 'button', role: 'menuitem', class: danger ? 'danger' : undefined, onclick }, t(word))
  })
  return h('div', { class: 'phone-menu', role: 'menu' }, ...buttons)
}
