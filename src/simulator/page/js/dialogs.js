/** @import { Dialogs, PageMessage, PlatformName } from './page-types.d.ts' */
import { h, sentenceOf } from './dom.js'
import { formatted } from './entities.js'
import { exactTime } from './format.js'
import { t } from './i18n.js'
import { platformMark } from './platform-mark.js'
import { platformOf, platforms } from './platforms/index.js'
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

/**
 * Which platform a new chat or person is of; `changed` hears every choice, and the first at once.
 * @param {(name: PlatformName) => void} changed
 */
function platformField(changed) {
  const options = platforms.map(({ name }) => h('option', { value: name }, t(name)))
  const select = h('select', { name: 'platform' }, ...options)
  const tell = () => changed(chosenPlatform(select.value))
  select.addEventListener('change', tell)
  tell()
  return h('label', { hidden: platforms.length === 1 }, t('platform'), select)
}

/**
 * @param {unknown} value
 * @returns {PlatformName}
 */
const chosenPlatform = value => (value === 'whatsapp' ? 'whatsapp' : 'telegram')

/** @param {PlatformName} name */
const peopleOf = name => [...store.people.values()].filter(({ platform }) => platform === name)

/** @type {Dialogs} */
export const dialogs = {
  newPerson() {
    const username = field('username', { name: 'username', pattern: '[A-Za-z][A-Za-z0-9_]{3,31}' })
    const platform = platformField(name => {
      username.hidden = name !== 'telegram'
    })
    const fields = [
      platform,
      field('firstName', { name: 'firstName', required: true, maxlength: 64 }),
      field('lastName', { name: 'lastName', maxlength: 64 }),
      username,
    ]
    form(t('newPerson'), fields, data => {
      const given = [...data].flatMap(([name, value]) =>
        value === '' || name === 'platform' ? [] : [[name, String(value)]],
      )
      return platformOf({ platform: chosenPlatform(data.get('platform')) }).createPerson(Object.fromEntries(given))
    })
  },

  newGroup() {
    const people = h('fieldset', {})
    const kinds = ['group', 'supergroup'].map(kind => h('option', { value: kind }, t(kind)))
    const kindField = h('label', {}, t('kind'), h('select', { name: 'type' }, ...kinds))
    const platform = platformField(name => {
      const choices = peopleOf(name).map(person =>
        h(
          'label',
          { class: 'check' },
          h('input', { type: 'checkbox', name: 'members', value: person.id }),
          person.name,
        ),
      )
      people.replaceChildren(h('legend', {}, t('people')), ...choices)
      kindField.hidden = name !== 'telegram'
    })
    const fields = [platform, field('title', { name: 'title', required: true, maxlength: 128 }), kindField, people]
    form(t('newGroup'), fields, async data => {
      const chat = await platformOf({ platform: chosenPlatform(data.get('platform')) }).createGroup({
        title: String(data.get('title')),
        kind: String(data.get('type')),
        members: data.getAll('members').map(String),
      })
      store.tell('open', { chatId: chat.id })
    })
  },

  startPrivate() {
    const people = [...store.people.values()].map(person => {
      const choose = async () => {
        dialog.close()
        const known = [...store.chats.values()].find(({ userId }) => userId === person.id)
        store.tell('open', { chatId: known?.id ?? (await platformOf(person).openPrivate(person.id)) })
      }
      const handle = person.handle === null ? undefined : h('span', {}, person.handle)
      const name = h('span', { class: 'named' }, platformMark(person), person.name)
      return h('button', { type: 'button', class: 'person', onclick: choose }, name, handle)
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
