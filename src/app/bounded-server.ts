import { createServer, type RequestListener, type Server } from 'node:http'

/** What one visitor may cost; machine ms. Streams are not cut: all times concern receiving a request, not its answer. */
export const serverLimits = {
  /** until the last header has come, ms */
  headersTimeout: 10_000,
  /** until the whole request has come, ms */
  requestTimeout: 30_000,
  /** how often the two above are looked at, ms */
  connectionsCheckingInterval: 5_000,
  /** open connections, live streams of the desks included; one more is closed at once */
  maxConnections: 2_000,
}

/** An HTTP server that lets nobody keep it busy by being slow, or by coming too often. */
export const createBoundedServer = (
  listener: RequestListener,
  { maxConnections, ...times }: typeof serverLimits = serverLimits,
): Server => {
  const server = createServer(times, listener)
  server.maxConnections = maxConnections
  return server
}
