import { createHash } from 'node:crypto'
import type { TextRef } from '../dispatch/vocabulary.ts'
import type { Outcome } from './application.ts'
import type { ApplicationDeps } from './context.ts'
import type { TextRecord } from './ports/records.ts'

/** Longest free text, in UTF-16 units: as much as one Telegram message holds. */
export const maxTextLength = 4096

export interface TextOwner {
  centre: string
  /** the call or incident that it belongs to, and that refers to it */
  subject: string
  aggregate: 'calls' | 'incidents'
}

/**
 * Keeps a free text and gives back its reference. The reference follows from subject, kind and words, so that the same
 * words sent twice are one record and a repeated command changes nothing.
 */
export type KeepText = (kind: string, text: string) => Promise<Outcome<TextRef>>

/**
 * Words first, then the command that refers to them: a crash in between loses no words of an accepted command. What a
 * refused command brought goes again.
 */
export type WithTexts = <T>(owner: TextOwner, work: (keep: KeepText) => Promise<Outcome<T>>) => Promise<Outcome<T>>

export const createTexts = ({ stores, serviceClock }: Pick<ApplicationDeps, 'stores' | 'serviceClock'>): WithTexts => {
  const put = (records: Iterable<TextRecord>) => Promise.all(Array.from(records, record => stores.texts.put(record)))

  /**
   * Another command with the same words may be accepted at this very moment: whoever is accepted writes again what was
   * there before, and whoever removes looks afterwards whether an event refers to it. In every order one of both sees
   * the other.
   */
  const takeBack = async ({ subject, aggregate }: TextOwner, added: ReadonlyMap<TextRef, TextRecord>) => {
    if (!added.size) return
    const eventsNow = async () => JSON.stringify(await stores[aggregate].events(subject))
    const before = await eventsNow()
    const unused = [...added.values()].filter(({ ref }) => !before.includes(ref))
    if (!unused.length) return
    await stores.texts.remove(unused.map(({ ref }) => ref))
    const after = await eventsNow()
    await put(unused.filter(({ ref }) => after.includes(ref)))
  }

  return async (owner, work) => {
    const added = new Map<TextRef, TextRecord>()
    const known = new Map<TextRef, TextRecord>()
    const outcome = await work(async (kind, text) => {
      const refusal = refusalOf(kind, text)
      if (refusal) return refusal
      const record = recordOf(owner, kind, text, serviceClock.now())
      const isNew = await stores.texts.put(record)
      if (isNew) added.set(record.ref, record)
      else if (!added.has(record.ref)) known.set(record.ref, record)
      return { ok: true, value: record.ref }
    })
    await (outcome.ok ? put(known.values()) : takeBack(owner, added))
    return outcome
  }
}

const recordOf = ({ centre, subject }: TextOwner, kind: string, text: string, at: number): TextRecord => {
  return { ref: textRefOf(subject, kind, text), centre, subject, kind, text, at }
}

/** The reference of these words: the same words of one kind about one subject are one record. */
export const textRefOf = (subject: string, kind: string, text: string): TextRef =>
  createHash('sha256').update(`${subject}\0${kind}\0${text}`).digest('base64url').slice(0, 22)

const refusalOf = (kind: string, text: string): (Outcome<never> & { ok: false }) | null => {
  if (text.trim() === '') return { ok: false, refusal: { code: 'textEmpty', params: { field: kind } } }
  if (text.length <= maxTextLength) return null
  const params = { field: kind, length: text.length, limit: maxTextLength }
  return { ok: false, refusal: { code: 'textTooLong', params } }
}
