import { randomUUID } from 'node:crypto'
import type { RefusalBody } from '../../../src/admin-api/contract/index.ts'

export interface Answer {
  status: number
  headers: Headers
  body: unknown
}

export interface Sending {
  body?: unknown
  /** sent as it is instead of `body` */
  raw?: string
  key?: string
  headers?: Record<string, string>
}

/** A browser of one user: keeps the session cookie, sends what the page would send. */
export class Client {
  readonly url: string
  cookie: string | undefined

  constructor(url: string) {
    this.url = url
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, { headers })
  }
  post(path: string, body: unknown = {}, key: string = randomUUID()): Promise<Answer> {
    return this.send('POST', path, { body, key })
  }
  patch(path: string, body: unknown, key: string = randomUUID()): Promise<Answer> {
    return this.send('PATCH', path, { body, key })
  }
  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path, { body: {}, key: randomUUID() })
  }

  /** Opens a sign-in link, and presses the button of the page that a one-time link shows. */
  async enter(link: string): Promise<Answer> {
    const opened = await this.get(link)
    if (opened.status !== 200) return opened
    const [, kunci] = /name="kunci" value="([\w-]+)"/.exec(String(opened.body)) ?? []
    if (kunci === undefined) throw new Error(`no button on ${String(opened.body)}`)
    return this.send('POST', '/masuk', {
      raw: new URLSearchParams({ kunci }).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: this.url },
    })
  }

  async send(method: string, path: string, { body, raw, key, headers = {} }: Sending = {}): Promise<Answer> {
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(payload !== undefined && { 'Content-Type': 'application/json' }),
        ...(key !== undefined && { 'Idempotency-Key': key }),
        ...(this.cookie !== undefined && { Cookie: this.cookie }),
        ...headers,
      },
      ...(payload !== undefined && { body: payload }),
    })
    this.#keepCookie(response)
    const isJson = response.headers.get('content-type')?.includes('application/json')
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
  }

  #keepCookie(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      this.cookie = pair.endsWith('=') ? undefined : pair
    }
  }
}

/** The code of a refusal, and what else its body says. */
export const refusalOf = (answer: Answer): RefusalBody['error'] => {
  const body = answer.body
  if (typeof body !== 'object' || body === null || !('error' in body)) {
    throw new Error(`no refusal but ${answer.status} ${JSON.stringify(body)}`)
  }
  return (body as RefusalBody).error
}
