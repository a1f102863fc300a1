/** Why the control API refuses, as data: one sentence for people, one status for HTTP. */
const REFUSALS = {
  invalid_input: { status: 400, message: 'Masukan tidak sesuai.' },
  unknown_chat: { status: 404, message: 'Obrolan tidak ditemukan.' },
  unknown_user: { status: 404, message: 'Orang tidak ditemukan.' },
  unknown_message: { status: 404, message: 'Pesan tidak ditemukan.' },
  unknown_button: { status: 404, message: 'Tidak ada tombol seperti itu pada pesan.' },
  unknown_topic: { status: 404, message: 'Topik tidak ditemukan.' },
  unknown_file: { status: 404, message: 'Berkas tidak ditemukan.' },
  unknown_fault: { status: 404, message: 'Gangguan tidak ditemukan.' },
  unknown_route: { status: 404, message: 'Alamat kendali ini tidak ada.' },
  not_a_member: { status: 409, message: 'Orang ini sudah keluar atau dikeluarkan dari grup.' },
  not_your_message: { status: 409, message: 'Hanya penulis yang dapat mengubah pesannya.' },
  not_started: { status: 409, message: 'Orang ini belum menekan Mulai pada bot.' },
  bot_blocked: { status: 409, message: 'Orang ini memblokir bot. Tekan Mulai untuk membuka blokir.' },
  chat_closed: { status: 409, message: 'Grup ini sudah dihapus atau pindah ke supergrup.' },
  deactivated: { status: 409, message: 'Akun orang ini sudah tidak aktif.' },
  wrong_chat_type: { status: 409, message: 'Tindakan ini tidak berlaku untuk jenis obrolan ini.' },
  label_taken: { status: 409, message: 'Label ini sudah dipakai obrolan lain.' },
  id_taken: { status: 409, message: 'Nomor ini sudah dipakai.' },
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
