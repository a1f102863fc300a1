/** @import { StartTrouble, WireEvent, WireWorld } from '../../contract/wire.ts' */
import { Cmd, Conn, Socket } from './connection.js'
import { deviceToken, readToken, writeToken } from './device-token.js'
import { follow } from './server.js'
import { setClock, store, takeChat, takeContacts, takeMessage, takeWorld } from './store.js'

/** Machine ms that a logout takes before the page goes to its first screen. */
const LOGOUT_MS = 100

/** Whether this load of the page has been linked and connected before. */
let wasThere = false
/** Whether a new link goes into the browser profile. */
let forgetful = false

/** Opens the page: knows a linked device again, or shows a QR code. */
export async function openSession() {
  await readToken()
  follow({ token: deviceToken, work, lost: () => Socket.set({ state: 'OPENING' }) })
}

/** What each event does. @type {{ [Kind in WireEvent['kind']]: (event: Extract<WireEvent, { kind: Kind }>) => unknown }} */
const works = {
  hello: event => {
    setClock(event.serviceNow, event.rate)
    if (event.trouble === 'forgetful') forgetful = true
    if (event.linked) return connect(event.linked, event.trouble)
    Conn.set({ ref: event.ref })
    Socket.set({ state: 'UNPAIRED' })
  },
  ref: ({ ref }) => Conn.set({ ref }),
  pairing: () => Socket.set({ state: 'PAIRING' }),
  linked: async ({ token, world }) => {
    if (!forgetful) await writeToken(token)
    await connect(world, null)
  },
  message: event => {
    setClock(event.serviceNow)
    takeMessage(event.message, true)
  },
  chat: event => {
    takeContacts(event.contacts)
    takeChat(event.chat)
  },
  state: ({ state }) => Socket.set({ state }),
  reload: () => location.reload(),
  unlinked: async ({ how }) => {
    await writeToken(null)
    if (how === 'unpaired') Socket.set({ state: 'UNPAIRED' })
    else leave()
  },
}

/** @param {WireEvent} event */
function work(event) {
  // The table's row of this kind takes this kind; the compiler cannot follow that through the union.
  const row = /** @type {(event: WireEvent) => unknown} */ (works[event.kind])
  row(event)
}

/**
 * @param {WireWorld} world
 * @param {StartTrouble | null} trouble
 */
async function connect(world, trouble) {
  if (trouble === 'reload') return reloadWhileInjecting()
  if (trouble === 'events-twice') store.msgs.repeats()
  takeWorld(world, wasThere)
  wasThere = true
  Conn.set({ pushname: world.me.name })
  if (trouble === 'sync-early') Socket.set({ hasSynced: true })
  Socket.set({ state: 'CONNECTED' })
  if (trouble === 'never-sync' || Socket.hasSynced) return
  await Socket.listenedTo('change:hasSynced')
  Socket.set({ hasSynced: true })
}

/** The page reloads under the library's hands: it waits for the state to change, and its context goes. */
async function reloadWhileInjecting() {
  await Socket.listenedTo('change:state')
  location.reload()
}

/** The page as it is after a logout. */
function leave() {
  Cmd.trigger('logout')
  store.me = undefined
  setTimeout(() => location.replace('/?post_logout=1'), LOGOUT_MS)
}
