import { noteServiceTime } from '../time/service-time.ts'
import { Refused, Unreachable } from './errors.ts'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** Milliseconds before each further try of a command whose answer was lost; its key makes repeats harmless. */
const retryDelays = [300, 1_000, 2_500]
/** Answers of a proxy or of a server that is starting: as good as none. */
const unreachableStatuses = [502, 503, 504]
const timeoutMs = 15_000

/** Reads a resource. @throws Refused, Unreachable */
export const read = async <T>(path: string): Promise<T> => exchange<T>('GET', path)

/** Reads by a question whose words must not stand in an address. @throws Refused, Unreachable */
export const ask = async <T>(path: string, body: object): Promise<T> => exchange<T>('POST', path, { body })

/**
 * Sends a command; when no answer comes it is sent again with the same key, four times in all.
 * @throws Refused when the server says no, Unreachable when it never answered
 */
export const command = async <T>(method: Exclude<Method, 'GET'>, path: string, key: string, body: object = {}) => {
  for (const delay of retryDelays) {
    try {
      return await exchange<T>(method, path, { key, body })
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      await new Promise(resolve => setTimeout(resolve, delay))
    }
  }
  return exchange<T>(method, path, { key, body })
}

const exchange = async <T>(method: Method, path: string, sent?: { key?: string; body: object }): Promise<T> => {
  const response = await reach(path, {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      ...(sent && { 'Content-Type': 'application/json' }),
      ...(sent?.key !== undefined && { 'Idempotency-Key': sent.key }),
    },
    ...(sent && { body: JSON.stringify(sent.body) }),
  })
  noteServiceTime(response.headers)
  if (response.status === 204) return undefined as T
  const body: unknown = await response.json().catch(cause => {
    // Cut off half-way, or no JSON at all: either way not an answer of the service.
    throw new Unreachable('answer unreadable', { cause })
  })
  if (!response.ok) throw toRefused(response.status, body)
  return body as T
}

const reach = async (path: string, init: RequestInit): Promise<Response> => {
  const response = await fetch(path, { ...init, signal: AbortSignal.timeout(timeoutMs) }).catch(cause => {
    throw new Unreachable('no answer', { cause })
  })
  if (unreachableStatuses.includes(response.status)) throw new Unreachable(`answer ${response.status}`)
  return response
}

interface ErrorBody {
  error?: {
    code?: string
    message?: { id?: string; en?: string }
    issues?: { path?: string | (string | number)[] }[]
  }
  issues?: { path?: string | (string | number)[] }[]
}

const toRefused = (status: number, body: unknown): Refused => {
  const { error, issues = error?.issues ?? [] } = (body ?? {}) as ErrorBody
  const { id, en } = error?.message ?? {}
  const sentences = id && en ? { id, en } : null
  return new Refused(
    status,
    error?.code ?? 'unknown',
    sentences,
    issues.map(issue => [issue.path ?? ''].flat().join('.')),
  )
}
