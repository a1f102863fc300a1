import { setTimeout as pause } from 'node:timers/promises'
import { ApiRefusal, type Desk } from '../../drill/api/desk.ts'
import { within } from '../../lib/within.ts'

/** Machine ms that one try may take, between two tries, and that anybody tries at all. */
const tryMs = 10_000
const betweenMs = 500
const patienceMs = 180_000

/** A desk whose user tries again, with the same key, until the app answers: the page does the same. */
export interface PatientDesk {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body?: unknown): Promise<T>
  patch<T>(path: string, body: unknown): Promise<T>
  /** one try, for what must not be asked twice; a failure is no matter */
  once(path: string, body: unknown): Promise<void>
}

/** @throws ApiRefusal when the app says no, Error when it never answers */
export const createPatientDesk = (desk: Desk, name: string): PatientDesk => {
  let commands = 0
  const untilAnswered = async <T>(what: string, ask: () => Promise<T>): Promise<T> => {
    const end = performance.now() + patienceMs
    for (;;) {
      try {
        return await within(tryMs, ask())
      } catch (error) {
        if (isAnswer(error)) throw error
        if (performance.now() > end) throw new Error(`${what} was never answered`, { cause: error })
        await pause(betweenMs)
      }
    }
  }
  const nextKey = (): string => {
    commands += 1
    return `chaos-${name}-${commands}`
  }
  return {
    get: path => untilAnswered(path, () => desk.get(path)),
    post: (path, body) => {
      const key = nextKey()
      return untilAnswered(path, () => desk.post(path, body, key))
    },
    patch: (path, body) => {
      const key = nextKey()
      return untilAnswered(path, () => desk.patch(path, body, key))
    },
    once: async (path, body) => {
      try {
        await within(tryMs, desk.post(path, body))
      } catch (error) {
        if (isAnswer(error)) throw error
      }
    },
  }
}

/**
 * The app's own no; whatever else went wrong may be well the next time. All that is asked for has an id that the app gave:
 * what is not found is not made yet, as an incident whose call was classified when the store was killed.
 */
const isAnswer = (error: unknown): error is ApiRefusal =>
  error instanceof ApiRefusal && error.status < 500 && error.status !== 404
