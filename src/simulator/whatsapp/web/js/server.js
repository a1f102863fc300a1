/** @import { WireCall, WireCalls, WireEvent } from '../../contract/wire.ts' */

/** The server said no: the library knows the page's errors by this name. */
export class Refused extends Error {
  /** @param {string} reason */
  constructor(reason) {
    super(reason)
    this.name = 'ServerStatusCodeError'
    this.reason = reason
  }
}

/** The network is away. */
export class Offline extends Error {}

/** Machine ms between two tries to get through, and before worked events are confirmed. */
const RETRY_MS = 250
const CONFIRM_MS = 50

/** This load of the page; a reload has another. */
const pageId = crypto.randomUUID()

/**
 * @template {WireCall} Call
 * @param {Call} name
 * @param {WireCalls[Call]['given']} given
 * @returns {Promise<WireCalls[Call]['answer']>}
 * @throws Refused, Offline
 */
export async function call(name, given) {
  const response = await reach(`/wa/${name}?page=${pageId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(given),
  })
  if (response.status === 409) throw new Refused((await response.json()).reason)
  if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`)
  return response.json()
}

/**
 * As `call`, but tries again until it gets through: what a person wrote waits for the network.
 * @template {WireCall} Call
 * @param {Call} name
 * @param {WireCalls[Call]['given']} given
 * @returns {Promise<WireCalls[Call]['answer']>}
 * @throws Refused
 */
export async function callUntilThrough(name, given) {
  for (;;) {
    try {
      return await call(name, given)
    } catch (error) {
      if (!(error instanceof Offline)) throw error
      await new Promise(resolve => setTimeout(resolve, RETRY_MS))
    }
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [init]
 * @returns {Promise<Response>}
 * @throws Offline
 */
export async function reach(path, init) {
  /** @type {Response} */
  let response
  try {
    response = await fetch(path, init)
  } catch {
    throw new Offline('the stand-in is away')
  }
  if (response.status === 503) throw new Offline('the network is away')
  return response
}

/**
 * Follows what happens, and comes back by itself after the connection was lost.
 * @param {{ token: () => string | null, work: (event: WireEvent) => void, lost: () => void }} page
 */
export function follow(page) {
  const query = new URLSearchParams({ page: pageId, token: page.token() ?? '' })
  const source = new EventSource(`/wa/stream?${query}`)
  source.addEventListener('message', ({ data, lastEventId }) => {
    page.work(JSON.parse(data))
    confirmLater(Number(lastEventId))
  })
  source.addEventListener('error', () => {
    source.close()
    page.lost()
    setTimeout(() => follow(page), RETRY_MS)
  })
}

let worked = 0
let confirming = false

/** @param {number} seq */
function confirmLater(seq) {
  worked = seq
  if (confirming) return
  confirming = true
  setTimeout(async () => {
    confirming = false
    try {
      await call('worked', { seq: worked })
    } catch (error) {
      if (!(error instanceof Offline)) throw error
    }
  }, CONFIRM_MS)
}
