import type { ServiceClock } from '../shared/clock.ts'

/** How a stand-in is started. */
export interface WhatsAppStandInOptions {
  /** TCP port on 127.0.0.1 of the control API and its page; 0 (the default) takes any free one. */
  readonly port?: number
  /** TCP port on 127.0.0.1 of the page that Chromium opens as web.whatsapp.com; 0 (the default) takes any free one. */
  readonly webPort?: number
  /** Whose phone links the device when nobody else is named. */
  readonly owner?: { readonly phone: string; readonly name: string }
  /** The owner's phone scans every QR code as soon as a page shows it: nobody has to link in a training. Off by default. */
  readonly scansAtOnce?: boolean
  /** Service time of messages and of the windows for edits; the machine's clock by default. */
  readonly clock?: ServiceClock
  /** Where the world is kept over restarts; nothing is kept without it. */
  readonly stateFile?: string
}

export const DEFAULT_OWNER = { phone: '62000112112112', name: 'Tanggap 112' } as const
