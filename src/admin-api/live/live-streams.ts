import { randomBytes } from 'node:crypto'
import type { Response } from 'express'
import type { LiveFeed, Log } from '../../application/ports/signals.ts'
import { createChangeBuffer, type NumberedChange } from './change-buffer.ts'

/** Changes that are kept for readers that come back. */
const keptChanges = 1000
/** Bytes that may wait for one slow reader before it is cut off; it comes back and is told what it missed. */
const longestBacklog = 1_000_000
/** Streams of one session: more pages than anybody has open. */
const mostOfSession = 20

export interface Stream {
  response: Response
  centre: string
  /** hash of the session that opened it */
  session: string
}

/** The live events of this process (SSE): who listens, and what they missed. */
export interface LiveStreams {
  /** starts the stream; `since` is the last event id that the reader saw */
  open(stream: Stream, since: string | undefined): void
  /** ends the streams of one session */
  endSession(session: string): void
  count(): number
  /** ends all streams and takes no new ones */
  close(): void
}

export interface LiveStreamsDependencies {
  live: LiveFeed
  log: Log
  /** whether a session still stands and its user belongs to the centre: asked at every heartbeat */
  mayFollow(session: string, centre: string): Promise<boolean>
  /** machine milliseconds */
  heartbeatMs: number
}

export const createLiveStreams = (dependencies: LiveStreamsDependencies): LiveStreams => {
  const { live, log, mayFollow, heartbeatMs } = dependencies
  const epoch = randomBytes(9).toString('base64url')
  const buffer = createChangeBuffer(keptChanges)
  const streams = new Set<Stream>()
  let closed = false

  const write = ({ response }: Stream, text: string): void => {
    if (response.writableLength > longestBacklog) response.destroy()
    else response.write(text)
  }
  const idOf = (sequence: number) => `id: ${epoch}:${sequence}\n`
  const eventOf = ({ sequence, topic, id }: NumberedChange) =>
    `${idOf(sequence)}event: change\ndata: ${JSON.stringify({ topic, id })}\n\n`
  const end = (which: (stream: Stream) => boolean): void => {
    for (const stream of [...streams].filter(which)) stream.response.end()
  }

  /** The oldest stream of a session that has too many gives way: its page may long be gone. */
  const makeRoom = (session: string): void => {
    const own = [...streams].filter(stream => stream.session === session)
    for (const oldest of own.slice(0, Math.max(0, own.length + 1 - mostOfSession))) {
      streams.delete(oldest)
      oldest.response.end()
    }
  }

  const missedSince = (since: string): NumberedChange[] | null => {
    const [from, sequence] = since.split(':')
    return from === epoch && /^\d{1,15}$/.test(sequence ?? '') ? buffer.after(Number(sequence)) : null
  }

  const unsubscribe = live.subscribe(change => {
    const numbered = buffer.add(change)
    for (const stream of streams) if (stream.centre === change.centre) write(stream, eventOf(numbered))
  })

  const beat = async (): Promise<void> => {
    for (const stream of streams) write(stream, ': ping\n\n')
    const asked = new Map([...streams].map(({ session, centre }) => [`${session} ${centre}`, { session, centre }]))
    for (const { session, centre } of asked.values()) {
      if (!(await mayFollow(session, centre))) end(stream => stream.session === session && stream.centre === centre)
    }
  }
  const heartbeat = setInterval(() => {
    // The store may be away for a moment; the next beat asks again.
    beat().catch(error =>
      log.warn({ kind: error instanceof Error ? error.name : typeof error }, 'heartbeat incomplete'),
    )
  }, heartbeatMs)
  heartbeat.unref()

  return {
    open(stream, since) {
      const { response } = stream
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
        // A stream's socket serves nothing else: it goes with the stream, so that the server can close.
        Connection: 'close',
      })
      if (closed) return void response.end()
      makeRoom(stream.session)
      streams.add(stream)
      response.once('close', () => streams.delete(stream))
      // An id without data makes no event, but a reader that is cut off before its first event knows where it was.
      const missed = since === undefined ? [] : missedSince(since)
      if (missed === null) write(stream, `retry: 2000\n${idOf(buffer.last())}event: reset\ndata: {}\n\n`)
      else {
        write(stream, 'retry: 2000\n\n')
        for (const change of missed) if (change.centre === stream.centre) write(stream, eventOf(change))
        write(stream, `${idOf(buffer.last())}\n`)
      }
    },
    endSession: session => end(stream => stream.session === session),
    count: () => streams.size,
    close() {
      closed = true
      unsubscribe()
      clearInterval(heartbeat)
      end(() => true)
    },
  }
}
