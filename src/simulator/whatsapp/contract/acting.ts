export interface StandInStatus {
  /** Names this run of the stand-in. */
  readonly epoch: string
  /** Whose phone links when nobody else is named. */
  readonly owner: { readonly phone: string; readonly name: string }
  readonly serviceNow: number
  readonly rate: number
  readonly seq: number
  /** No open call of the page and no event that it has not worked yet. */
  readonly idle: boolean
  readonly openCalls: number
  readonly unworkedEvents: number
  /** Pages that are open in some Chromium now. */
  readonly pages: number
  /** The account that a linked page is open for; null when none is. */
  readonly linkedAs: string | null
  /** What the newest QR code begins with, when a page shows one. */
  readonly qrShown: boolean
  /** The newest pairing code that waits to be typed on the phone. */
  readonly pairingCode: string | null
  readonly connected: boolean
  readonly faults: number
  /** What the library asked for and did not get, since the start. */
  readonly drift: readonly string[]
}
