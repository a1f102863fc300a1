/** Why the control API refuses, as data: one sentence for people, one status for HTTP. */
const REFUSALS = {
  invalid_input: { status: 400, message: 'Masukan tidak sesuai.' },
  unknown_chat: { status: 404, message: 'Obrolan tidak ditemukan.' },
  unknown_person: { status: 404, message: 'Orang tidak ditemukan.' },
  unknown_message: { status: 404, message: 'Pesan tidak ditemukan.' },
  unknown_option: { status: 404, message: 'Pilihan ini tidak ada pada jajak pendapat.' },
  unknown_file: { status: 404, message: 'Berkas tidak ditemukan.' },
  unknown_fault: { status: 404, message: 'Gangguan tidak ditemukan.' },
  unknown_route: { status: 404, message: 'Alamat kendali ini tidak ada.' },
  no_qr_shown: { status: 409, message: 'Tidak ada kode QR yang sedang ditampilkan.' },
  wrong_qr: { status: 409, message: 'Kode QR ini tidak berlaku lagi.' },
  wrong_code: { status: 409, message: 'Kode penautan ini tidak berlaku untuk nomor ini.' },
  not_linked: { status: 409, message: 'Tidak ada perangkat yang tertaut.' },
  not_a_member: { status: 409, message: 'Orang ini bukan anggota obrolan ini.' },
  not_your_message: { status: 409, message: 'Hanya penulis yang dapat mengubah pesannya.' },
  wrong_message_kind: { status: 409, message: 'Tindakan ini tidak berlaku untuk jenis pesan ini.' },
  too_late: { status: 409, message: 'Batas waktu untuk mengubah pesan ini sudah lewat.' },
  phone_taken: { status: 409, message: 'Nomor ini sudah dipakai.' },
  label_taken: { status: 409, message: 'Label ini sudah dipakai obrolan lain.' },
  not_loopback: { status: 403, message: 'Kendali simulator hanya dari komputer ini.' },
} as const satisfies Record<string, { status: number; message: string }>

export type ControlErrorCode = keyof typeof REFUSALS

/** A refusal of the control API: `{ error: { code, message, issues? } }`. It changed nothing. */
export class ControlError extends Error {
  override readonly name = 'ControlError'
  readonly code: ControlErrorCode
  readonly status: number
  readonly issues: readonly string[]

  constructor(code: ControlErrorCode, issues: readonly string[] = []) {
    super(REFUSALS[code].message)
    this.code = code
    this.status = REFUSALS[code].status
    this.issues = issues
  }
}
