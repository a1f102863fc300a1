import type { Sentences } from '../lang/language.ts'

/** The server said no: its code, its sentence in both languages, and for bad input the fields that it names. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly code: string
  readonly sentences: Sentences | null
  readonly fields: string[]

  constructor(status: number, code: string, sentences: Sentences | null, fields: string[]) {
    super(`${status} ${code}`)
    this.status = status
    this.code = code
    this.sentences = sentences
    this.fields = fields
  }
}

/** No answer came: the line or the server is down. The same command may be sent again with the same key. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

export const isSignedOut = (error: unknown): boolean => error instanceof Refused && error.status === 401

export const isMissing = (error: unknown): boolean => error instanceof Refused && error.status === 404
