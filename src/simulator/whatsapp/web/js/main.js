import { Socket } from './connection.js'
import { addons } from './modules/addons.js'
import { collections } from './modules/collections.js'
import { ids } from './modules/ids.js'
import { linking } from './modules/linking.js'
import { looking } from './modules/looking.js'
import { media } from './modules/media.js'
import { quiet } from './modules/quiet.js'
import { sending } from './modules/sending.js'
import { createRequire } from './require.js'
import { openSession } from './session.js'

/** The version that the page says it is: the library chooses its ways by it. */
const VERSION = '2.3000.1112112112'

Object.assign(window, {
  Debug: { VERSION },
  require: createRequire({ ...collections, ...ids, ...linking, ...sending, ...looking, ...media, ...addons, ...quiet }),
})

Socket.on('change:state', (_socket, state) => {
  const shown = document.querySelector('#state')
  if (shown) shown.textContent = state
})

await openSession()
