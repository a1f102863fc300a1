import type { Response } from 'express'
import type { WireEvent } from './contract/wire.ts'
import type { Phone } from './world/state.ts'

/** One page that is open in a Chromium, with its stream of events. */
export interface OpenPage {
  /** Made by the page at its load: a reload has another. */
  readonly id: string
  readonly stream: Response
  /** The account it is linked to. */
  phone: Phone | null
  token: string | null
  /** What its QR code begins with. */
  ref: string
  /** Events sent, and those that the page said it has worked. */
  sent: number
  worked: number
}

/** The open pages, and whether the network is there for them. */
export class Pages {
  readonly #open = new Set<OpenPage>()
  /** Calls of pages that wait for their answer. */
  openCalls = 0
  /** False while the connection is lost for everyone. */
  connected = true

  get open(): readonly OpenPage[] {
    return [...this.#open]
  }

  /** Events that open pages have not worked yet. */
  get unworked(): number {
    return this.open.reduce((sum, page) => sum + page.sent - page.worked, 0)
  }

  add(page: OpenPage): void {
    this.#open.add(page)
  }

  remove(page: OpenPage): void {
    this.#open.delete(page)
  }

  byId(id: string): OpenPage | undefined {
    return this.open.findLast(page => page.id === id)
  }

  /** The page that was opened last and shows a QR code. */
  unlinked(): OpenPage | undefined {
    return this.open.findLast(page => page.phone === null)
  }

  of(phone: Phone): OpenPage[] {
    return this.open.filter(page => page.phone === phone)
  }

  send(page: OpenPage, event: WireEvent): void {
    page.sent += 1
    page.stream.write(`id: ${page.sent}\ndata: ${JSON.stringify(event)}\n\n`)
  }

  /** Ends every stream; pages come back by themselves once the network is there. */
  cut(): void {
    for (const page of this.open) page.stream.end()
  }
}
