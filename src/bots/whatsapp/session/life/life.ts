import type { Client } from 'whatsapp-web.js'
import type { Log } from '../../../../application/ports/signals.ts'
import { describeError } from '../../../../lib/describe-error.ts'
import { within } from '../../../../lib/within.ts'
import type { PairingOffer } from '../session.ts'
import { catchEscaped } from './escaped-rejections.ts'
import { type ChromiumOptions, createClient, type Library } from './library.ts'
import { endOf, type LifeEnd } from './life-end.ts'
import type { SessionWaits } from './waits.ts'
import { watchPage } from './watch-page.ts'

/** What a life tells while it lasts. */
export interface LifeListener {
  /** somebody must scan or type this */
  pairing(offer: Omit<Extract<PairingOffer, { kind: 'qr' }>, 'until'> | { kind: 'code'; code: string }): void
  /** the device is known, the page catches up */
  syncing(): void
  /** messages go and come */
  linked(client: Client): void
  /** the page has lost WhatsApp for a moment, and mends that itself */
  interrupted(state: string): void
}

export interface Life {
  /** the library's client, also before it is linked: its events are listened to from the beginning */
  client: Client
  /** process id of Chromium; null before it runs */
  pid(): number | null
  ended: Promise<LifeEnd>
  end(end: LifeEnd): void
  /** ends the link itself: WhatsApp takes the device from the phone's list. @throws when the page does not do it */
  logout(): Promise<void>
}

export interface LifeParts {
  library: Library
  chromium: ChromiumOptions
  waits: SessionWaits
  listener: LifeListener
  log: Log
}

const unreachable = 'WhatsApp Web tidak menjawab.'

/** Starts Chromium with the library in it, and watches it until it ends; nothing is started again here. */
export const startLife = ({ library, chromium, waits, listener, log }: LifeParts): Life => {
  let over: LifeEnd | null = null
  let settle: (end: LifeEnd) => void = () => undefined
  const settled = new Promise<LifeEnd>(resolve => {
    settle = resolve
  })
  const end = (reason: LifeEnd): void => {
    over ??= reason
    settle(over)
  }
  let isLeaving = false
  const failed = (detail: string): void => end(isLeaving ? endOf('LOGOUT') : { why: 'failed', detail })

  const client = createClient(library, chromium, {
    browserOpened: browser => {
      browser.on('disconnected', () => failed('Chromium berhenti.'))
      // ended while it was still starting: what waits for its page goes on with an error
      if (over) void browser.close()
    },
    failed: error => {
      if (over) return
      log.warn({ error: describeError(error) }, 'a step of the WhatsApp library failed')
      failed(unreachable)
    },
  })
  const watch = watchPage(client, { waits, listener, failed })
  client.on('qr', content => {
    watch.waitsForPerson()
    listener.pairing({ kind: 'qr', content })
  })
  client.on('code', code => listener.pairing({ kind: 'code', code }))
  client.on('loading_screen', () => watch.progressed())
  client.on('authenticated', () => {
    watch.progressed()
    listener.syncing()
  })
  client.on('ready', () => {
    watch.ready()
    listener.linked(client)
  })
  client.on('change_state', state => watch.stateIs(state))
  client.on('auth_failure', () => end(endOf('UNPAIRED')))
  client.on('disconnected', reason => end(endOf(reason)))
  const release = catchEscaped(reason => {
    if (!over) log.warn({ error: describeError(reason) }, 'a rejection escaped from the WhatsApp library')
  })

  const open = async (): Promise<void> => {
    try {
      await within(waits.startMs, client.initialize())
      if (!over) watch.start()
    } catch (error) {
      if (over) return
      log.warn({ error: describeError(error) }, 'WhatsApp Web did not start')
      failed(client.pupBrowser ? unreachable : 'Chromium tidak bisa dijalankan (CHROMIUM_PATH).')
    }
  }
  const opened = open()

  const close = async (): Promise<LifeEnd> => {
    const reason = await settled
    watch.stop()
    await closeBrowser(client, waits.closeMs)
    await opened
    release()
    return reason
  }

  const logout = async (): Promise<void> => {
    isLeaving = true
    await within(waits.answerMs, client.logout())
    end(endOf('LOGOUT'))
  }

  return { client, pid: () => client.pupBrowser?.process()?.pid ?? null, ended: close(), end, logout }
}

/** Chromium that does not close by itself is killed. */
const closeBrowser = async (client: Client, ms: number): Promise<void> => {
  const browser = client.pupBrowser
  try {
    await within(ms, client.destroy())
  } catch {
    // it is killed below
  }
  const chromium = browser?.process()
  if (chromium && chromium.exitCode === null && chromium.signalCode === null) chromium.kill('SIGKILL')
}
