import type { IntakeAnswers } from '../../admin-api/contract/index.ts'
import { Refused } from '../api/errors.ts'
import type { Sentences } from '../lang/language.ts'

export type IntakeField = keyof IntakeAnswers

/** saved: the server has everything; unsaved: waiting for a pause in typing; offline: the line is down, tried again. */
export type DraftStatus = 'saved' | 'unsaved' | 'saving' | 'offline'

export interface DraftState {
  status: DraftStatus
  /** what the operator typed and the server does not have yet, or refused */
  answers: IntakeAnswers
  /** fields that the server refused, with its sentence */
  refused: Partial<Record<IntakeField, Sentences | null>>
}

/** One sending: the same answers go again with the same key until an answer comes. */
interface Batch {
  key: string
  answers: IntakeAnswers
}

export interface DraftDeps {
  /** where answers wait until the server has them, so that a closed or crashed page loses none */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  storageKey: string
  save: (answers: IntakeAnswers, key: string) => Promise<unknown>
  newKey: () => string
  /** runs something after so many milliseconds; returns how to call it off */
  after: (ms: number, run: () => void) => () => void
}

/** A pause in typing of this length saves. */
export const pauseMs = 500
/** While the line is down a batch is tried again this often. */
export const retryMs = 3_000

export type IntakeDraft = ReturnType<typeof createIntakeDraft>

/** The answers of one incident on their way to the server. */
export const createIntakeDraft = ({ storage, storageKey, save, newKey, after }: DraftDeps) => {
  const kept = restore(storage.getItem(storageKey))
  let pending: IntakeAnswers = kept.pending
  let batches: Batch[] = kept.batches
  let refusedAnswers: IntakeAnswers = {}
  let refused: DraftState['refused'] = {}
  let status: DraftStatus = batches.length > 0 || !isEmpty(pending) ? 'unsaved' : 'saved'
  let sending: Promise<void> | undefined
  let callOff = () => {}
  let state: DraftState = snapshot()
  const watchers = new Set<() => void>()

  function snapshot(): DraftState {
    return {
      status,
      answers: Object.assign({}, refusedAnswers, ...batches.map(batch => batch.answers), pending),
      refused,
    }
  }

  const publish = (next: DraftStatus) => {
    status = next
    state = snapshot()
    if (batches.length === 0 && isEmpty(pending)) storage.removeItem(storageKey)
    else storage.setItem(storageKey, JSON.stringify({ pending, batches }))
    for (const watcher of watchers) watcher()
  }

  const saveSoon = (ms: number) => {
    callOff()
    callOff = after(ms, () => void flush())
  }

  const forgetRefusal = (field: IntakeField) => {
    const { [field]: _answer, ...otherAnswers } = refusedAnswers
    const { [field]: _sentence, ...otherSentences } = refused
    refusedAnswers = otherAnswers
    refused = otherSentences
  }

  /** Notes an answer; it is sent after a pause in typing. */
  const set = <Field extends IntakeField>(field: Field, answer: Exclude<IntakeAnswers[Field], undefined>) => {
    forgetRefusal(field)
    pending = { ...pending, [field]: answer }
    publish(status === 'offline' ? 'offline' : 'unsaved')
    saveSoon(pauseMs)
  }

  /** Sends what waits; resolves true when the server has all of it. */
  const flush = async (): Promise<boolean> => {
    callOff()
    while (batches.length > 0 || !isEmpty(pending)) {
      sending ??= sendNext().finally(() => {
        sending = undefined
      })
      await sending
      if (status === 'offline') return false
    }
    return isEmpty(refusedAnswers)
  }

  const sendNext = async (): Promise<void> => {
    if (batches.length === 0) {
      batches = [{ key: newKey(), answers: pending }]
      pending = {}
    }
    const [batch, ...later] = batches
    if (!batch) return
    publish('saving')
    try {
      await save(batch.answers, batch.key)
      batches = later
    } catch (error) {
      if (!isFinal(error)) {
        publish('offline')
        saveSoon(retryMs)
        return
      }
      batches = [...takeApart(batch, error), ...later]
    }
    publish(batches.length === 0 && isEmpty(pending) ? 'saved' : 'unsaved')
  }

  /** A refused batch of several answers goes again one by one: one bad answer must not hold back the good ones. */
  const takeApart = (batch: Batch, refusal: Refused): Batch[] => {
    const fields = Object.keys(batch.answers) as IntakeField[]
    if (fields.length > 1) {
      return fields.map(field => ({ key: newKey(), answers: { [field]: batch.answers[field] } as IntakeAnswers }))
    }
    for (const field of fields) refused = { ...refused, [field]: refusal.sentences }
    refusedAnswers = { ...refusedAnswers, ...batch.answers }
    return []
  }

  if (status === 'unsaved') saveSoon(0)

  return {
    set,
    flush,
    state: () => state,
    subscribe: (watcher: () => void) => {
      watchers.add(watcher)
      return () => {
        watchers.delete(watcher)
      }
    },
  }
}

/** A refusal of these very answers; another user, signed out, hurried or broken servers: they may be taken later. */
const isFinal = (error: unknown): error is Refused =>
  error instanceof Refused && error.status < 500 && ![401, 403, 429].includes(error.status) && error.code !== 'tryAgain'

const isEmpty = (answers: IntakeAnswers): boolean => Object.keys(answers).length === 0

const restore = (kept: string | null): { pending: IntakeAnswers; batches: Batch[] } => {
  if (kept === null) return { pending: {}, batches: [] }
  const { pending = {}, batches = [] } = JSON.parse(kept) as { pending?: IntakeAnswers; batches?: Batch[] }
  return { pending, batches }
}
