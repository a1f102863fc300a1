/** Machine ms that the session waits for WhatsApp's page. */
export interface SessionWaits {
  /** a process without the lease looks at it again after */
  standbyMs: number
  /** Chromium and the page have so long to show a code or to know the device */
  startMs: number
  /** a device that is known has so long from one sign of progress to the next until it is ready */
  syncMs: number
  /** between two looks at a page that is not ready yet: did it sync before its listeners were there? */
  nudgeMs: number
  /** between two looks at a page that is */
  beatMs: number
  /** the page has so long to answer a look */
  answerMs: number
  /** Chromium has so long to close by itself */
  closeMs: number
  /** a number that WhatsApp refuses is tried again after */
  blockedMs: number
  /** a device that was just linked is not closed earlier: WhatsApp would forget it */
  settleMs: number
}

export const usualWaits: SessionWaits = {
  standbyMs: 3_000,
  startMs: 90_000,
  syncMs: 180_000,
  nudgeMs: 2_500,
  beatMs: 10_000,
  answerMs: 20_000,
  closeMs: 5_000,
  blockedMs: 600_000,
  settleMs: 3_000,
}
