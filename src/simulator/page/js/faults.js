/** @import { FaultEffect, FaultRule } from '../../telegram/contract.ts' */
/** @import { PageChat } from './page-types.d.ts' */
import { h, sentenceOf } from './dom.js'
import { t } from './i18n.js'
import { telegramStatus } from './own-sides.js'
import { platforms } from './platforms/index.js'
import { telegramApi as api } from './platforms/telegram-api.js'
import { store } from './store.js'
import { WhatsAppPanel } from './whatsapp-panel.js'

/** @type {Record<string, FaultEffect>} */
const EFFECTS = {
  fault429: { kind: 'error', code: 429, retryAfter: 10 },
  fault500: { kind: 'error', code: 500 },
  fault502: { kind: 'error', code: 502, executed: true },
  faultDrop: { kind: 'drop' },
  faultReset: { kind: 'reset' },
  faultHang: { kind: 'hang' },
  faultSlow: { kind: 'slow', ms: 3000 },
  faultNotFound: { kind: 'error', code: 400, description: 'Bad Request: chat not found' },
}

/** @type {Record<string, () => Promise<void>>} */
const UPDATES = {
  duplicate: () => api.updates('duplicate', { times: 1 }),
  reorder: () => api.updates('reorder', { times: 3 }),
  release: () => api.updates('release'),
  expire: () => api.expirePresses(),
}

/** The panel on the right: scripted faults and the stand-in's counters. */
export class FaultPanel {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root
    this.scope = h('select', { name: 'scope' })
    this.active = h('ul', { class: 'active' })
    this.counters = h('dl', {})
    this.problem = h('p', { class: 'problem', role: 'alert', hidden: true })
    this.whatsapp = platforms.some(({ name }) => name === 'whatsapp') ? new WhatsAppPanel() : undefined
    const effects = Object.entries(EFFECTS).map(([word, effect]) => this.#button(word, () => this.#add(effect)))
    const updates = Object.entries(UPDATES).map(([word, run]) => this.#button(word, run))
    root.append(
      h('h2', {}, t('faultsTitle')),
      h('p', { class: 'hint' }, t('faultsHint')),
      h('label', {}, t('scope'), this.scope),
      h('div', { class: 'grid' }, ...effects),
      this.problem,
      h('h3', {}, t('activeFaults')),
      this.active,
      h('h3', {}, t('updatesTitle')),
      h('div', { class: 'grid' }, ...updates),
      h('h3', {}, t('statusTitle')),
      this.counters,
    )
    if (this.whatsapp) root.append(this.whatsapp.element)
  }

  toggle() {
    this.root.hidden = !this.root.hidden
    void this.refresh()
  }

  /**
   * @param {string} word
   * @param {() => Promise<unknown>} run
   */
  #button(word, run) {
    const onclick = async () => {
      this.problem.hidden = true
      try {
        await run()
        await this.refresh()
      } catch (error) {
        this.problem.textContent = sentenceOf(error)
        this.problem.hidden = false
      }
    }
    return h('button', { type: 'button', onclick }, t(word))
  }

  /** @param {FaultEffect} effect */
  #add(effect) {
    const chat = Number(this.scope.value)
    return api.addFault(chat === 0 ? { effect } : { effect, chat })
  }

  async refresh() {
    if (this.root.hidden) return
    const chosen = this.scope.value
    const isReachable = (/** @type {PageChat} */ chat) => chat.platform === 'telegram' && chat.migratedTo === null
    const chats = [...store.chats.values()].filter(isReachable)
    const options = chats.map(chat => h('option', { value: chat.id }, chat.title))
    this.scope.replaceChildren(h('option', { value: 0 }, t('everyChat')), ...options)
    this.scope.value = chosen === '' ? '0' : chosen
    const faults = await api.faults()
    const entries = faults.map(({ id, rule, left }) => {
      const words = h('span', {}, `${describe(rule)} · ${t('left')} ${left}`)
      return h(
        'li',
        {},
        words,
        this.#button('remove', () => api.removeFault(id)),
      )
    })
    this.active.replaceChildren(...entries)
    if (entries.length === 0) this.active.append(h('li', { class: 'none' }, t('none')))
    if (entries.length > 1) this.active.append(h('li', {}, this.#button('clear', api.clearFaults)))
    this.drawCounters()
  }

  drawCounters() {
    const status = telegramStatus()
    this.whatsapp?.draw()
    if (this.root.hidden || !status) return
    const { rule, limit, fault } = status.refusals
    const listening = status.polling ? ['polling', '●'] : ['notListening', '○']
    const rows = [
      status.webhook === null ? listening : ['webhook', status.webhook],
      ['pending', status.pendingUpdates],
      ['held', status.heldUpdates],
      ['open', status.openCalls],
      ['refusals', `${rule} / ${limit} / ${fault}`],
    ]
    const cells = rows.flatMap(([word, value]) => [h('dt', {}, t(String(word))), h('dd', {}, String(value))])
    this.counters.replaceChildren(...cells)
  }
}

/** @param {FaultRule} rule */
function describe(rule) {
  const known = Object.entries(EFFECTS).find(([, effect]) => JSON.stringify(effect) === JSON.stringify(rule.effect))
  const what = known ? t(known[0]) : rule.effect.kind
  const chat = typeof rule.chat === 'number' ? store.chats.get(rule.chat)?.title : rule.chat
  return [what, rule.methods?.join(', '), chat].filter(Boolean).join(' · ')
}
