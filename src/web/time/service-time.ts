/**
 * The service clock as this page reckons it between two readings: what it showed at a moment of the browser's own
 * monotonic clock, and how fast it runs (1 in live operation; training may scale, jump or hold it).
 */
interface Reading {
  service: number
  monotonic: number
  rate: number
}

/** Machine milliseconds that an answer may have been under way: smaller differences are no jump. */
const jitterMs = 400

let reading: Reading = { service: Date.now(), monotonic: performance.now(), rate: 1 }

/** Service time now, ms since 1970 UTC. */
export const serviceNow = (): number => reading.service + (performance.now() - reading.monotonic) * reading.rate

/** Takes over what the server says, unless it differs only by the way of the answer: clocks on screen must not stutter. */
export const setServiceTime = (service: number, rate: number = reading.rate): void => {
  const sameRate = rate === reading.rate
  if (sameRate && Math.abs(service - serviceNow()) < jitterMs * Math.max(1, rate)) return
  reading = { service, monotonic: performance.now(), rate }
}

/** Every answer of the API carries the service time and its rate. */
export const noteServiceTime = (headers: Headers): void => {
  const service = Number(headers.get('x-service-now') ?? Number.NaN)
  const rate = Number(headers.get('x-service-rate') ?? Number.NaN)
  if (Number.isFinite(service)) setServiceTime(service, Number.isFinite(rate) ? rate : undefined)
}
