import { get, type IncomingMessage } from 'node:http'
import type { Client } from './client.ts'

export interface ReadEvent {
  id: string | undefined
  event: string | undefined
  data: string | undefined
  /** a line that begins with a colon */
  comment: string | undefined
}

/** Reads a stream of server-sent events as a browser would, block by block. */
export class EventReader {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  #response: IncomingMessage
  #blocks: ReadEvent[] = []
  #ended = false
  #changed: () => void = () => undefined

  private constructor(response: IncomingMessage) {
    this.#response = response
    this.status = response.statusCode ?? 0
    this.headers = response.headers
    let text = ''
    response.setEncoding('utf8')
    response.on('data', (chunk: string) => {
      text += chunk
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      this.#blocks.push(...blocks.map(parse))
      this.#changed()
    })
    response.on('error', () => undefined)
    response.once('close', () => {
      this.#ended = true
      this.#changed()
    })
  }

  static open(client: Client, path: string, headers: Record<string, string> = {}): Promise<EventReader> {
    return new Promise((resolve, reject) => {
      get(`${client.url}${path}`, { headers: { Cookie: client.cookie ?? '', ...headers } }, response =>
        resolve(new EventReader(response)),
      ).once('error', reject)
    })
  }

  /** the next block for which this holds; blocks before it are passed over */
  async next(holds: (block: ReadEvent) => boolean): Promise<ReadEvent> {
    for (;;) {
      const at = this.#blocks.findIndex(holds)
      const found = this.#blocks[at]
      if (found) {
        this.#blocks.splice(0, at + 1)
        return found
      }
      if (this.#ended) throw new Error('the stream ended first')
      await this.#news()
    }
  }

  nextEvent = (): Promise<ReadEvent> => this.next(block => block.event !== undefined)
  nextId = async (): Promise<string> => (await this.next(block => block.id !== undefined)).id ?? ''

  async ended(): Promise<void> {
    while (!this.#ended) await this.#news()
  }

  close(): void {
    this.#response.destroy()
  }

  #news(): Promise<void> {
    return new Promise(resolve => {
      this.#changed = resolve
    })
  }
}

const parse = (block: string): ReadEvent => {
  const field = (name: string) =>
    block
      .split('\n')
      .find(line => line.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim()
  return { id: field('id'), event: field('event'), data: field('data'), comment: field('') }
}
