import { Emitter } from './emitter.js'
import { Model } from './entities/model.js'
import { call, callUntilThrough } from './server.js'

/** Whether the page is linked and connected: UNPAIRED, PAIRING, OPENING, CONNECTED, CONFLICT, TIMEOUT … */
class SocketModel extends Model {
  state = 'OPENING'
  hasSynced = false

  logout() {
    return callUntilThrough('logout', {})
  }

  /** Takes the session back from another browser. */
  takeover() {
    return call('takeover', {})
  }
}

/** Who is linked, and the QR code's first part. */
class ConnModel extends Model {
  ref = ''
  pushname = ''
  platform = 'android'
}

export const Socket = new SocketModel()
export const Conn = new ConnModel()
/** The page's inner orders; the library listens for `logout`. */
export const Cmd = new Emitter()
