/** @import { ChatList } from './chat-list.js' */
/** @import { FaultPanel } from './faults.js' */
/** @import { Phones } from './phones.js' */
import { h } from './dom.js'
import { exactTime } from './format.js'
import { language, switchLanguage, t } from './i18n.js'
import { ownBot, whatsappStatus } from './own-sides.js'
import { platforms } from './platforms/index.js'
import { store } from './store.js'

/** The band on top: what this is, whether it is live, what time it is there. */
export class Top {
  /**
   * @param {HTMLElement} root
   * @param {{ panel: FaultPanel, phones: Phones, list: ChatList }} parts
   */
  constructor(root, { panel, phones, list }) {
    this.light = h('span', { class: 'light', role: 'status' })
    this.clock = h('span', { class: 'clock' })
    this.rate = h('span', { class: 'rate' })
    this.bot = h('span', { class: 'bot' })
    this.number = h('span', { class: 'number', role: 'status' })
    const openAll = () => void phones.openAll(list.visible().map(chat => chat.id))
    const other = language === 'id' ? 'English' : 'Bahasa Indonesia'
    /**
     * @param {string} words
     * @param {() => void} act
     * @param {Record<string, unknown>} [more]
     */
    const tool = (words, act, more = {}) => h('button', { type: 'button', onclick: act, ...more }, words)
    root.append(
      h(
        'div',
        { class: 'brand' },
        h('img', { src: 'icon.svg', alt: '', width: 28, height: 28 }),
        h('b', {}, 'Tanggap 112'),
      ),
      h('div', { class: 'banner' }, h('b', {}, t('simulatorName')), h('span', {}, t('drill'))),
      this.bot,
      this.number,
      h('div', { class: 'time' }, this.clock, this.rate),
      this.light,
      h(
        'div',
        { class: 'tools' },
        tool(t('openAll'), openAll),
        tool(t('closeAll'), () => phones.closeAll()),
        tool(`⚡ ${t('faults')}`, () => panel.toggle(), { class: 'faults-button' }),
        tool(other, switchLanguage, { lang: language === 'id' ? 'en' : 'id' }),
      ),
    )
    setInterval(() => this.#tick(), 500)
    this.draw()
  }

  draw() {
    const live = platforms.every(({ name }) => store.connected.has(name))
    this.light.className = live ? 'light on' : 'light'
    this.light.textContent = live ? t('live') : t('offline')
    const bot = ownBot()
    this.bot.textContent = bot ? `@${bot.username}` : ''
    const { rate } = store
    this.#drawNumber()
    this.rate.textContent = rate === 1 ? '' : rate === 0 ? t('heldClock') : `${rate}× ${t('rate')}`
    this.#tick()
  }

  /** WhatsApp's own light: whether our number is linked. */
  #drawNumber() {
    const status = whatsappStatus()
    this.number.hidden = status === undefined
    if (!status) return
    const linked = status.linkedAs !== null && status.connected
    this.number.className = linked ? 'number on' : 'number'
    this.number.textContent = `WhatsApp ${t(linked ? 'linked' : 'notLinked')}`
    this.number.title = `+${status.owner.phone}`
  }

  #tick() {
    this.clock.textContent = exactTime(store.serviceNow())
  }
}
