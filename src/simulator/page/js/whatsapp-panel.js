/** @import { FaultEffect } from '../../whatsapp/contract.ts' */
import { h, sentenceOf } from './dom.js'
import { t } from './i18n.js'
import { whatsappStatus } from './own-sides.js'
import { whatsappApi as api } from './platforms/whatsapp-api.js'

/** What the phone and the network do to the linked device. @type {Record<string, () => Promise<unknown>>} */
const DEVICE = {
  logout: api.unlink,
  scan: api.link,
  cutNetwork: () => api.device('disconnect'),
  mendNetwork: () => api.device('reconnect'),
  reloadPage: () => api.device('reload'),
}

/** What meets our next message. @type {Record<string, FaultEffect>} */
const SENDING = {
  lateTick: { kind: 'slow', ms: 5_000 },
  noTick: { kind: 'unanswered' },
  lostMessage: { kind: 'lost' },
  refusedMessage: { kind: 'refused' },
}

/** WhatsApp's part of the panel on the right. */
export class WhatsAppPanel {
  constructor() {
    this.state = h('p', { class: 'hint' })
    this.problem = h('p', { class: 'problem', role: 'alert', hidden: true })
    const device = Object.entries(DEVICE).map(([word, act]) => this.#button(word, act))
    const sending = Object.entries(SENDING).map(([word, effect]) =>
      this.#button(word, () => api.addFault({ call: 'send', effect })),
    )
    this.element = h(
      'section',
      { class: 'whatsapp-panel' },
      h('h2', {}, 'WhatsApp'),
      this.state,
      h('div', { class: 'grid' }, ...device),
      h('h3', {}, t('nextMessage')),
      h('div', { class: 'grid' }, ...sending),
      this.problem,
    )
  }

  draw() {
    const status = whatsappStatus()
    if (!status) return
    const link = status.linkedAs === null ? t(status.qrShown ? 'qrShown' : 'notLinked') : t('linked')
    const network = status.connected ? '' : ` · ${t('networkCut')}`
    const waiting = status.faults > 0 ? ` · ${t('activeFaults')}: ${status.faults}` : ''
    this.state.textContent = `+${status.owner.phone} · ${link}${network}${waiting}`
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
      } catch (error) {
        this.problem.textContent = sentenceOf(error)
        this.problem.hidden = false
      }
    }
    return h('button', { type: 'button', onclick }, t(word))
  }
}
