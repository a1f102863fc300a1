/** @import { Dialogs, PageMessage } from './page-types.d.ts' */
import { api } from './api.js'
import { h, sentenceOf } from './dom.js'
import { formatted } from './entities.js'
import { exactTime } from './format.js'
import { t } from './i18n.js'
import { store } from './store.js'

/**
 * @param {string} title
 * @param {HTMLElement} content
 */
function show(title, content) {
  const close = h('button', { type: 'button', class: 'icon', 'aria-label': t('cancel') }, '✕')
  const dialog = h('dialog', {}, h('header', {}, h('b', {}, title), close), content)
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close()
  })
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

/**
 * A form whose `submit` may refuse: the sentence is shown and the form stays.
 * @param {string} title
 * @param {HTMLElement[]} fields
 * @param {(data: FormData) => Promise<unknown>} submit
 */
function form(title, fields, submit) {
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true })
  const save = h('footer', {}, h('button', { class: 'primary', type: 'submit' }, t('save')))
  const body = h('form', {}, ...fields, problem, save)
  const dialog = show(title, body)
  body.addEventListener('submit', async event => {
    event.preventDefault()
    try {
      await submit(new FormData(body))
      dialog.close()
    } catch (error) {
      problem.textContent = sentenceOf(error)
      problem.hidden = false
    }
  })
}

/**
 * @param {string} word
 * @param {Record<string, unknown>} attributes
 */
const field = (word, attributes) => h('label', {}, t(word), h('input', attributes))

/** @type {Dialogs} */
export const dialogs = {
  newPerson() {
    const fields = [
      field('firstName', { name: 'firstName', required: true, maxlength: 64 }),
      field('lastName', { name: 'lastName', maxlength: 64 }),
      field('username', { name: 'username', pattern: '[A-Za-z][A-Za-z0-9_]{3,31}' }),
    ]
    form(t('newPerson'), fields, data =>
      api.createUser(Object.fromEntries([...data].filter(([, value]) => value !== ''))),
    )
  },

  newGroup() {
    const people = [...store.users.values()].map(user =>
      h('label', { class: 'check' }, h('input', { type: 'checkbox', name: 'members', value: user.id }), user.name),
    )
    const kinds = ['group', 'supergroup'].map(kind => h('option', { value: kind }, t(kind)))
    const fields = [
      field('title', { name: 'title', required: true, maxlength: 128 }),
      h('label', {}, t('kind'), h('select', { name: 'type' }, ...kinds)),
      h('fieldset', {}, h('legend', {}, t('people')), ...people),
    ]
    form(t('newGroup'), fields, async data => {
      const members = data.getAll('members').map(Number)
      const chat = await api.createChat({ title: data.get('title'), type: data.get('type'), members })
      store.tell('open', { chatId: chat.id })
    })
  },

  startPrivate() {
    const people = [...store.users.values()].map(user => {
      const choose = async () => {
        dialog.close()
        if (!store.chats.has(user.id)) await api.start(user.id)
        store.tell('open', { chatId: user.id })
      }
      const name = user.username === null ? undefined : h('span', {}, `@${user.username}`)
      return h('button', { type: 'button', class: 'person', onclick: choose }, user.name, name)
    })
    const nobody = people.length === 0 && h('p', {}, t('noPerson'))
    const dialog = show(t('whoStarts'), h('div', { class: 'persons' }, ...people, nobody))
  },
}

/**
 * Everything that a message has shown, oldest first.
 * @param {PageMessage} message
 */
export function historyDialog(message) {
  const versions = (message.versions ?? []).map(({ at, text, entities, buttons }, index) => {
    const labels = buttons.flat().map(button => h('span', {}, button.text))
    return h(
      'li',
      {},
      h('time', {}, exactTime(at), index === 0 && ` · ${t('first')}`),
      h('div', { class: 'text' }, ...formatted(text, entities)),
      labels.length > 0 && h('div', { class: 'labels' }, ...labels),
    )
  })
  show(t('editHistory'), h('ol', { class: 'history' }, ...versions))
}
