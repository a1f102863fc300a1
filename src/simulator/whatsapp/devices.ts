import { randomBytes, randomInt } from 'node:crypto'
import type { Phone } from './world/state.ts'

/** Letters and digits of pairing codes: none that are easily mistaken. */
const CODE_LETTERS = '123456789ABCDEFGHJKLMNPQRSTVWXYZ'

interface PairingCode {
  readonly code: string
  readonly phone: Phone
  readonly pageId: string
}

/** The linked devices: a device is a token that the page keeps in its browser profile. */
export class Devices {
  readonly #byToken = new Map<string, Phone>()
  #pairing: PairingCode | undefined

  link(phone: Phone): string {
    const token = randomBytes(24).toString('base64url')
    this.#byToken.set(token, phone)
    return token
  }

  restore(token: string, phone: Phone): void {
    this.#byToken.set(token, phone)
  }

  ownerOf(token: string | null): Phone | undefined {
    return token === null ? undefined : this.#byToken.get(token)
  }

  unlink(token: string): boolean {
    return this.#byToken.delete(token)
  }

  all(): (readonly [token: string, phone: Phone])[] {
    return [...this.#byToken]
  }

  /** A code to type on the phone with this number; an earlier one ends. */
  offerCode(phone: Phone, pageId: string): string {
    const code = Array.from({ length: 8 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')
    this.#pairing = { code, phone, pageId }
    return code
  }

  get pairingCode(): PairingCode | undefined {
    return this.#pairing
  }

  endPairing(): void {
    this.#pairing = undefined
  }

  /** The random first part of a QR code. */
  newRef(): string {
    return `2@${randomBytes(48).toString('base64')}`
  }
}
