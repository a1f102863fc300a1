/** A refusal over HTTP: a code and a sentence. */
export interface ControlRefusal {
  readonly error: { readonly code: string; readonly message: string; readonly issues?: readonly string[] }
}

interface Refusal {
  readonly status: number
  /** one sentence for people */
  readonly message: string
}

/** Codes of a control API, each with its status for HTTP and its sentence. */
export type Refusals = Readonly<Record<string, Refusal>>

/** Why any stand-in's control API refuses. */
export const COMMON_REFUSALS = {
  invalid_input: { status: 400, message: 'Masukan tidak sesuai.' },
  unknown_chat: { status: 404, message: 'Obrolan tidak ditemukan.' },
  unknown_message: { status: 404, message: 'Pesan tidak ditemukan.' },
  unknown_file: { status: 404, message: 'Berkas tidak ditemukan.' },
  unknown_fault: { status: 404, message: 'Gangguan tidak ditemukan.' },
  unknown_route: { status: 404, message: 'Alamat kendali ini tidak ada.' },
  not_your_message: { status: 409, message: 'Hanya penulis yang dapat mengubah pesannya.' },
  label_taken: { status: 409, message: 'Label ini sudah dipakai obrolan lain.' },
  not_loopback: { status: 403, message: 'Kendali simulator hanya dari komputer ini.' },
} as const satisfies Refusals

/** A refusal of a control API: `{ error: { code, message, issues? } }`. It changed nothing. */
export class StandInRefusal extends Error {
  override readonly name = 'ControlError'
  readonly code: string
  readonly status: number
  readonly issues: readonly string[]

  constructor(code: string, { status, message }: Refusal, issues: readonly string[] = []) {
    super(message)
    this.code = code
    this.status = status
    this.issues = issues
  }
}

export const commonRefusal = (code: keyof typeof COMMON_REFUSALS, issues: readonly string[] = []): StandInRefusal =>
  new StandInRefusal(code, COMMON_REFUSALS[code], issues)
