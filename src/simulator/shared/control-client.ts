import type { ControlRefusal } from './control-error.ts'

/** A refusal of the stand-in's control API, or `timeout` when a condition never came true. */
export class DriverError extends Error {
  override readonly name = 'DriverError'
  readonly code: string

  constructor(code: string, message: string) {
    super(`${code}: ${message}`)
    this.code = code
  }
}

/** The longest look at the journal between two looks at a condition, in machine ms. */
const LOOK_MS = 1_000

/** Speaks HTTP with a stand-in's `/sim/api`. */
export class ControlClient {
  readonly #base: string

  constructor(baseUrl: string) {
    this.#base = `${baseUrl}/sim/api`
  }

  get<T>(path: string, query: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const pairs = Object.entries(query).filter(([, value]) => value !== undefined)
    const text = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()
    return this.#json(text === '' ? path : `${path}?${text}`, { method: 'GET' })
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return this.send('POST', path, body)
  }

  send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
    if (body === undefined) return this.#json(path, { method })
    return this.#json(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  }

  async bytes(path: string): Promise<Buffer> {
    const response = await fetch(this.#base + path)
    if (!response.ok) throw await refusal(response)
    return Buffer.from(await response.arrayBuffer())
  }

  async waitFor<T>(look: () => Promise<T | undefined>, ms: number, what: string): Promise<T> {
    const deadline = performance.now() + ms
    let { seq } = await this.get<{ seq: number }>('/status')
    for (;;) {
      const found = await look()
      if (found !== undefined) return found
      const left = deadline - performance.now()
      if (left <= 0) throw new DriverError('timeout', `${what} did not come about within ${ms} ms`)
      const wait = Math.ceil(Math.min(left, LOOK_MS))
      seq = (await this.get<{ nextSeq: number }>('/journal', { since: seq, wait })).nextSeq
    }
  }

  async #json<T>(path: string, init: RequestInit): Promise<T> {
    const response = await fetch(this.#base + path, init)
    if (!response.ok) throw await refusal(response)
    const text = await response.text()
    // The control API's answers are typed by each stand-in's contract, on both sides of the wire.
    return (text === '' ? undefined : JSON.parse(text)) as T
  }
}

async function refusal(response: Response): Promise<DriverError> {
  const text = await response.text()
  if (!text.startsWith('{"error"')) return new DriverError(`http_${response.status}`, text.slice(0, 200))
  const { error } = JSON.parse(text) as ControlRefusal
  return new DriverError(error.code, [error.message, ...(error.issues ?? [])].join(' '))
}
