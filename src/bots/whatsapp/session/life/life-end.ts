import type { SessionHealth } from '../session.ts'

/** How the life of one Chromium ended; `detail` in plain words for the health page. */
export interface LifeEnd {
  why: /** we stop, or the lease is lost */
    | 'stopped'
    /** Chromium died, the page hung or crashed, WhatsApp was not reached: another try */
    | 'failed'
    /** the link was ended on the phone or by WhatsApp: another code must be scanned */
    | 'loggedOut'
    /** WhatsApp refuses the number or this program */
    | 'blocked'
  detail: string
}

const loggedOut = 'Tautan perangkat diputus dari ponsel. Pindai kode lagi.'

/** The library's reasons of `disconnected`: LOGOUT and the states of WhatsApp's socket. */
const reasons: Readonly<Record<string, LifeEnd>> = {
  LOGOUT: { why: 'loggedOut', detail: loggedOut },
  UNPAIRED: { why: 'loggedOut', detail: loggedOut },
  UNPAIRED_IDLE: { why: 'loggedOut', detail: loggedOut },
  TOS_BLOCK: { why: 'blocked', detail: 'WhatsApp memblokir nomor ini (ketentuan layanan).' },
  SMB_TOS_BLOCK: { why: 'blocked', detail: 'WhatsApp memblokir nomor ini (ketentuan layanan).' },
  PROXYBLOCK: { why: 'blocked', detail: 'WhatsApp menolak sambungan dari jaringan ini.' },
  DEPRECATED_VERSION: { why: 'blocked', detail: 'WhatsApp menolak versi ini; program perlu diperbarui.' },
  CONFLICT: { why: 'failed', detail: 'WhatsApp Web dibuka di tempat lain dengan perangkat yang sama.' },
}

export const endOf = (reason: string): LifeEnd =>
  reasons[reason] ?? { why: 'failed', detail: `WhatsApp memutus sambungan (${reason}).` }

/** What each end makes of the session, until the next life says otherwise. */
export const statusAfter = {
  stopped: 'off',
  failed: 'lost',
  loggedOut: 'linking',
  blocked: 'blocked',
} as const satisfies Record<LifeEnd['why'], SessionHealth['status']>
