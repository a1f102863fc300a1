import { randomUUID } from 'node:crypto'

/** An answer of the API that is no success: its status and its code. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal'
  readonly status: number
  readonly code: string

  constructor(request: string, status: number, code: string, sentence: string) {
    super(`${request}: ${status} ${code} ${sentence}`)
    this.status = status
    this.code = code
  }
}

/** One signed-in person at the page, as the API sees them. Every mutating request carries a key of its own. */
export interface Desk {
  get<T>(path: string): Promise<T>
  /** `key` is the command's id: the same key again is the same command */
  post<T>(path: string, body?: unknown, key?: string): Promise<T>
  patch<T>(path: string, body: unknown, key?: string): Promise<T>
  delete(path: string): Promise<void>
  /** length of what the address answers with, bytes, and its media type */
  download(path: string): Promise<{ bytes: number; mediaType: string }>
}

interface Link {
  role: string
  url: string
}

/** Signs in through the training link of the role, as a person would by opening it. */
export const signIn = async (baseUrl: string, role: string): Promise<Desk> => {
  const { links } = (await (await fetch(`${baseUrl}/api/training/links`)).json()) as { links: Link[] }
  const link = links.find(candidate => candidate.role === role)
  if (!link) throw new Error(`there is no sign-in link for the role ${role}`)
  const entered = await fetch(link.url, { redirect: 'manual' })
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0]
  if (entered.status !== 302 || cookie === undefined) throw new Error(`the link of ${role} let nobody in`)
  return createDesk(baseUrl, role, cookie)
}

const createDesk = (baseUrl: string, role: string, cookie: string): Desk => {
  // A desk of its own even when the same person signs in twice: a key that comes again is the same command.
  const desk = randomUUID().slice(0, 8)
  let commands = 0
  const nextKey = (): string => {
    commands += 1
    return `${role}-${desk}-${commands}`
  }
  const request = async (method: string, path: string, body?: unknown, key = nextKey()): Promise<Response> => {
    const mutating = method !== 'GET'
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { cookie, ...(mutating && { 'content-type': 'application/json', 'idempotency-key': key }) },
      ...(mutating && { body: JSON.stringify(body ?? {}) }),
    })
    if (response.ok) return response
    const { error } = (await response.json()) as { error: { code: string; message: { id: string } } }
    throw new ApiRefusal(`${method} ${path}`, response.status, error.code, error.message.id)
  }
  const json = async <T>(method: string, path: string, body?: unknown, key?: string): Promise<T> =>
    (await (await request(method, path, body, key)).json()) as T
  return {
    get: path => json('GET', path),
    post: (path, body, key) => json('POST', path, body, key),
    patch: (path, body, key) => json('PATCH', path, body, key),
    delete: async path => {
      await request('DELETE', path)
    },
    download: async path => {
      const response = await request('GET', path)
      const bytes = (await response.arrayBuffer()).byteLength
      return { bytes, mediaType: response.headers.get('content-type') ?? '' }
    },
  }
}
