/** @import { Platform, PlatformStatus } from './page-types.d.ts' */
import { Refused } from './platforms/call.js'
import { platforms } from './platforms/index.js'
import { store } from './store.js'

/** Machine ms between two looks at the state, and before a new try after the server went away. */
const STATUS_EVERY_MS = 3_000
const RETRY_MS = 1_500

/**
 * Loads a platform's world, follows it live, and starts over when the stand-in was restarted or too much was missed.
 * @param {Platform} platform
 */
export async function goLive(platform) {
  try {
    listen(platform, await store.load(platform))
  } catch (error) {
    if (!isAway(error)) throw error
    store.setConnected(platform.name, false)
    setTimeout(goLive, RETRY_MS, platform)
  }
}

/**
 * @param {Platform} platform
 * @param {number} since
 */
function listen(platform, since) {
  const { name, eventsUrl } = platform
  const epoch = store.statuses.get(name)?.epoch
  const source = new EventSource(`${eventsUrl}?since=${since}`)
  const startOver = () => {
    source.close()
    store.setConnected(name, false)
    setTimeout(goLive, RETRY_MS, platform)
  }
  source.addEventListener('hello', event => {
    /** @type {PlatformStatus} */
    const status = JSON.parse(event.data)
    if (status.epoch !== epoch) {
      startOver()
      return
    }
    store.setStatus(name, status)
    store.setConnected(name, true)
  })
  source.addEventListener('reset', startOver)
  source.addEventListener('message', event => store.apply(platform, JSON.parse(event.data)))
  source.addEventListener('error', () => store.setConnected(name, false))
}

/** Keeps clock and counters current. */
export function watchStatus() {
  setInterval(() => {
    for (const platform of platforms) if (store.connected.has(platform.name)) void look(platform)
  }, STATUS_EVERY_MS)
}

/** @param {Platform} platform */
async function look(platform) {
  try {
    store.setStatus(platform.name, await platform.status())
  } catch (error) {
    if (!isAway(error)) throw error
    store.setConnected(platform.name, false)
  }
}

/**
 * A server that is away (no connection, or a refusal while it starts): the page says so and tries again.
 * @param {unknown} error
 */
const isAway = error => error instanceof TypeError || error instanceof Refused
