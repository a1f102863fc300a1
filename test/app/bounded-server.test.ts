import { once } from 'node:events'
import type { RequestListener, Server, ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { createBoundedServer, serverLimits } from '../../src/app/bounded-server.ts'

const limits = { headersTimeout: 50, requestTimeout: 100, connectionsCheckingInterval: 10, maxConnections: 2 }
let server: Server
const visitors: Socket[] = []

const listens = async (listener: RequestListener) => {
  server = createBoundedServer(listener, limits)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
}
const visits = async (says: string): Promise<Socket> => {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  visitors.push(socket)
  await once(socket, 'connect')
  socket.write(says)
  return socket
}
afterEach(async () => {
  for (const socket of visitors.splice(0)) socket.destroy()
  server.close()
  await once(server, 'close')
})

test.each([
  ['its headers', 'GET / HTTP/1.1\r\nHost: x\r\n'],
  ['its body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf'],
])('who never ends %s is sent away', async (_, half) => {
  await listens(request => request.resume())
  expect(await text(await visits(half))).toMatch(/^HTTP\/1\.1 408/)
})

test('an answer may take longer than a request: a live stream goes on', async () => {
  const streams: ServerResponse[] = []
  await listens((request, response) => {
    if (request.method === 'POST') return request.resume()
    response.write('first')
    streams.push(response)
  })
  const answer = text(await visits('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'))
  // a request that began later is timed out already
  await text(await visits('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf'))
  streams[0]?.end('last')
  expect(await answer).toMatch(/first[\s\S]*last/)
})

test('one connection too many is closed, the others stay', async () => {
  await listens((_request, response) => void response.end('here'))
  const [first] = [await visits(''), await visits('')]
  const third = await visits('')
  await once(third, 'close')
  first?.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  expect(first && (await text(first))).toContain('here')
})

test('the service gives a request 30 seconds, its headers 10, and 2,000 connections', () => {
  expect(serverLimits).toMatchObject({ headersTimeout: 10_000, requestTimeout: 30_000, maxConnections: 2_000 })
})
