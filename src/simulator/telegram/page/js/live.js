/** @import { JournalEntry, StandInStatus } from '../../contract.ts' */
import { api, Refused } from './api.js'
import { store } from './store.js'

/** Machine ms between two looks at the state, and before a new try after the server went away. */
const STATUS_EVERY_MS = 3_000
const RETRY_MS = 1_500

/** Loads the world, follows it live, and starts over when the stand-in was restarted or too much was missed. */
export async function goLive() {
  try {
    listen(await store.load())
  } catch (error) {
    if (!isAway(error)) throw error
    store.setConnected(false)
    setTimeout(goLive, RETRY_MS)
  }
}

/** @param {number} since */
function listen(since) {
  const epoch = store.status?.epoch
  const source = new EventSource(`/sim/api/events?since=${since}`)
  const startOver = () => {
    source.close()
    store.setConnected(false)
    setTimeout(goLive, RETRY_MS)
  }
  source.addEventListener('hello', event => {
    /** @type {StandInStatus} */
    const status = JSON.parse(event.data)
    if (status.epoch !== epoch) {
      startOver()
      return
    }
    store.setStatus(status)
    store.setConnected(true)
  })
  source.addEventListener('reset', startOver)
  source.addEventListener('message', event => {
    /** @type {JournalEntry} */
    const entry = JSON.parse(event.data)
    store.apply(entry)
  })
  source.addEventListener('error', () => store.setConnected(false))
}

/** Keeps clock and counters current. */
export function watchStatus() {
  setInterval(async () => {
    if (!store.connected) return
    try {
      store.setStatus(await api.status())
    } catch (error) {
      if (!isAway(error)) throw error
      store.setConnected(false)
    }
  }, STATUS_EVERY_MS)
}

/**
 * A server that is away (no connection, or a refusal while it starts): the page says so and tries again.
 * @param {unknown} error
 */
const isAway = error => error instanceof TypeError || error instanceof Refused
