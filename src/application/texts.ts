import { createHash } from 'node:crypto'
import type { TextRef } from '../dispatch/vocabulary.ts'
import type { Outcome } from './application.ts'
import type { ApplicationDeps } from './context.ts'

/** Longest free text, in characters. */
export const maxTextLength = 4000

export interface TextOwner {
  centre: string
  /** the call or incident that it belongs to */
  subject: string
}

/**
 * Keeps a free text and gives back its reference. The reference follows from subject, kind and words, so that the same
 * words sent twice are one record and a repeated command changes nothing.
 */
export const createKeepText = ({ stores, serviceClock }: ApplicationDeps) => {
  return async ({ centre, subject }: TextOwner, kind: string, text: string): Promise<Outcome<TextRef>> => {
    if (text.trim() === '') return { ok: false, refusal: { code: 'textEmpty', params: { field: kind } } }
    if (text.length > maxTextLength) {
      return {
        ok: false,
        refusal: { code: 'textTooLong', params: { field: kind, length: text.length, limit: maxTextLength } },
      }
    }
    const ref = createHash('sha256').update(`${subject}\0${kind}\0${text}`).digest('base64url').slice(0, 22)
    await stores.texts.put({ ref, centre, subject, kind, text, at: serviceClock.now() })
    return { ok: true, value: ref }
  }
}

export type KeepText = ReturnType<typeof createKeepText>
