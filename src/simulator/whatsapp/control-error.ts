import { COMMON_REFUSALS, type Refusals, StandInRefusal } from '../shared/control-error.ts'

/** Why the control API refuses, as data: one sentence for people, one status for HTTP. */
const REFUSALS = {
  ...COMMON_REFUSALS,
  unknown_person: { status: 404, message: 'Orang tidak ditemukan.' },
  unknown_option: { status: 404, message: 'Pilihan ini tidak ada pada jajak pendapat.' },
  no_qr_shown: { status: 409, message: 'Tidak ada kode QR yang sedang ditampilkan.' },
  wrong_qr: { status: 409, message: 'Kode QR ini tidak berlaku lagi.' },
  wrong_code: { status: 409, message: 'Kode penautan ini tidak berlaku untuk nomor ini.' },
  not_linked: { status: 409, message: 'Tidak ada perangkat yang tertaut.' },
  not_a_member: { status: 409, message: 'Orang ini bukan anggota obrolan ini.' },
  wrong_message_kind: { status: 409, message: 'Tindakan ini tidak berlaku untuk jenis pesan ini.' },
  too_late: { status: 409, message: 'Batas waktu untuk mengubah pesan ini sudah lewat.' },
  phone_taken: { status: 409, message: 'Nomor ini sudah dipakai.' },
} as const satisfies Refusals

export type ControlErrorCode = keyof typeof REFUSALS

/** A refusal of this stand-in's control API. */
export class ControlError extends StandInRefusal {
  constructor(code: ControlErrorCode, issues: readonly string[] = []) {
    super(code, REFUSALS[code], issues)
  }
}
