import { COMMON_REFUSALS, type Refusals, StandInRefusal } from '../shared/control-error.ts'

/** Why the control API refuses, as data: one sentence for people, one status for HTTP. */
const REFUSALS = {
  ...COMMON_REFUSALS,
  unknown_user: { status: 404, message: 'Orang tidak ditemukan.' },
  unknown_button: { status: 404, message: 'Tidak ada tombol seperti itu pada pesan.' },
  unknown_topic: { status: 404, message: 'Topik tidak ditemukan.' },
  not_a_member: { status: 409, message: 'Orang ini sudah keluar atau dikeluarkan dari grup.' },
  not_started: { status: 409, message: 'Orang ini belum menekan Mulai pada bot.' },
  bot_blocked: { status: 409, message: 'Orang ini memblokir bot. Tekan Mulai untuk membuka blokir.' },
  chat_closed: { status: 409, message: 'Grup ini sudah dihapus atau pindah ke supergrup.' },
  deactivated: { status: 409, message: 'Akun orang ini sudah tidak aktif.' },
  wrong_chat_type: { status: 409, message: 'Tindakan ini tidak berlaku untuk jenis obrolan ini.' },
  id_taken: { status: 409, message: 'Nomor ini sudah dipakai.' },
} as const satisfies Refusals

export type ControlErrorCode = keyof typeof REFUSALS

/** A refusal of this stand-in's control API. */
export class ControlError extends StandInRefusal {
  constructor(code: ControlErrorCode, issues: readonly string[] = []) {
    super(code, REFUSALS[code], issues)
  }
}
