import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'whatsapp-web.js'
import type { MachineClock } from '../../../../application/ports/clocks.ts'
import type { Log } from '../../../../application/ports/signals.ts'
import { describeError } from '../../../../lib/describe-error.ts'
import type { KeptLease } from '../../../kept-lease.ts'
import { backoffMs, pause } from '../../../pause.ts'
import type { SessionState } from '../state.ts'
import { freeProfile, memoryOfTree } from './chromium-process.ts'
import { type ChromiumOptions, type Library, loadLibrary } from './library.ts'
import { type Life, startLife } from './life.ts'
import { type LifeEnd, statusAfter } from './life-end.ts'
import type { SessionWaits } from './waits.ts'

export interface LivesParts {
  chromium: ChromiumOptions
  /** `onLost` must call `interrupt` */
  lease: Pick<KeptLease, 'hold' | 'release'>
  state: SessionState
  waits: SessionWaits
  machine: MachineClock
  log: Log
  /** a new client, before it starts: whoever listens to its events begins here */
  born(client: Client): void
  /** messages go and come through this client, until `gone` */
  linked(client: Client, library: Library): void
  gone(): void
  /** the lease was taken, or given back */
  holds(isOurs: boolean): void
}

/** QR codes are good for twenty seconds, the first one for a minute; codes to type for three minutes. Machine ms. */
const offerMs = { qr: 60_000, code: 180_000 } as const

/** A life that was linked for so long did well: the next failure is a first one again. Machine ms. */
const didWellMs = 60_000

/** One Chromium after the other, as long as the lease is ours: what ends a life says when the next one begins. */
export class Lives {
  readonly #parts: LivesParts
  #stopping = new AbortController()
  #running: Promise<void> | undefined
  #waiting = new AbortController()
  #life: Life | undefined
  #linkedAt: number | undefined
  #failures = 0
  /** the number whose pairing code is shown instead of the QR code */
  #codeFor: string | null = null

  constructor(parts: LivesParts) {
    this.#parts = parts
  }

  start(): void {
    if (this.#running) return
    this.#stopping = new AbortController()
    this.#running = this.#run()
  }

  /** Closes Chromium and gives the lease back. A device that was linked a moment ago is given time to settle. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    const young = this.#linkedAt === undefined ? 0 : this.#linkedAt + this.#parts.waits.settleMs - performance.now()
    if (young > 0) await pause(young, new AbortController().signal)
    this.interrupt()
    await this.#running
    this.#running = undefined
  }

  /** Ends the present life, or a waiting; the next round looks at the lease again. */
  interrupt(): void {
    this.#life?.end({ why: 'stopped', detail: '' })
    this.#waiting.abort()
  }

  async #run(): Promise<void> {
    const { lease, state, holds, log } = this.#parts
    while (!this.#stopping.signal.aborted) {
      try {
        if (await lease.hold()) await this.#round()
        else {
          holds(false)
          state.set('standby', 'Proses lain memegang sesi WhatsApp.')
          await this.#pause(this.#parts.waits.standbyMs)
        }
      } catch (error) {
        log.error({ error: describeError(error) }, 'the WhatsApp session met a fault; it is tried again')
        await this.#meet({ why: 'failed', detail: 'Sesi WhatsApp mengalami kesalahan program.' })
      }
    }
    holds(false)
    await lease.release()
    state.set('off', '')
  }

  async #round(): Promise<void> {
    const { chromium, state, holds } = this.#parts
    holds(true)
    const profile = join(chromium.folder, 'session')
    await mkdir(chromium.folder, { recursive: true })
    await freeProfile(profile)
    if (state.current.status !== 'lost' && state.current.status !== 'blocked') state.set('starting', '')
    const end = await this.#live()
    // What is left of a link that was ended would only be refused.
    if (end.why === 'loggedOut') await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    await this.#meet(end)
  }

  async #live(): Promise<LifeEnd> {
    const { chromium, waits, machine, state, log, born, linked, gone } = this.#parts
    const library = await loadLibrary()
    const life = startLife({
      library,
      chromium,
      waits,
      log,
      listener: {
        pairing: offer => {
          if (offer.kind === 'qr' && this.#codeFor !== null) return
          const until = machine.now() + offerMs[offer.kind]
          const full = offer.kind === 'qr' ? { ...offer, until } : { ...offer, until, phone: this.#codeFor ?? '' }
          state.set('linking', 'Menunggu ponsel menautkan perangkat.', full)
        },
        syncing: () => {
          gone()
          this.#linkedAt = undefined
          if (state.current.status !== 'lost') state.set('starting', 'Menyinkronkan.')
        },
        linked: client => {
          this.#linkedAt ??= performance.now()
          state.linkedAs(client.info.wid.user)
          state.set('linked', '')
          linked(client, library)
        },
        interrupted: status => {
          gone()
          state.set('lost', `WhatsApp terputus (${status}).`)
        },
      },
    })
    this.#life = life
    this.#codeFor = null
    born(life.client)
    const memory = setInterval(async () => {
      const pid = life.pid()
      state.memoryIs(pid === null ? null : await memoryOfTree(pid))
    }, waits.beatMs)
    try {
      return await life.ended
    } finally {
      clearInterval(memory)
      this.#life = undefined
      gone()
      state.memoryIs(null)
    }
  }

  /**
   * A code to type on the phone with this number (digits), in place of the QR code.
   * @returns false while no code can be had: the device is linked, or the page is not there yet
   */
  async askCode(phone: string): Promise<boolean> {
    if (!this.#life || this.#parts.state.current.status !== 'linking') return false
    this.#codeFor = phone
    await this.#life.client.requestPairingCode(phone)
    return true
  }

  /** Back to the QR code. */
  async askQr(): Promise<void> {
    if (!this.#life || this.#codeFor === null) return
    this.#codeFor = null
    await this.#life.client.cancelPairingCode()
  }

  /** Ends the link, so that another number can be linked. @throws when the page does not do it */
  async unlink(): Promise<void> {
    if (this.#linkedAt !== undefined) await this.#life?.logout()
  }

  /** What an end means for the status, and how long until the next life. */
  async #meet({ why, detail }: LifeEnd): Promise<void> {
    const { state, waits } = this.#parts
    const didWell = this.#linkedAt !== undefined && performance.now() - this.#linkedAt > didWellMs
    this.#linkedAt = undefined
    if (why === 'stopped') return
    this.#failures = why === 'failed' && !didWell ? this.#failures + 1 : 1
    state.set(statusAfter[why], detail)
    if (why === 'blocked') await this.#pause(waits.blockedMs)
    if (why === 'failed') await this.#pause(backoffMs(this.#failures))
  }

  async #pause(ms: number): Promise<void> {
    this.#waiting = new AbortController()
    if (this.#stopping.signal.aborted) return
    await pause(ms, this.#waiting.signal)
  }
}
