import { MsgKey } from '../entities/msg-key.js'
import { createWid, Wid } from '../entities/wid.js'
import { call } from '../server.js'
import { store, takeContacts } from '../store.js'

/** The other id of a person, as far as the page knows it. @param {Wid} wid */
const otherOf = wid => store.contacts.get(wid)?.other

/** @param {Wid} wid */
const phoneOf = wid => (wid.isLid() ? otherOf(wid) : wid)

/** @param {Wid} wid */
const lidOf = wid => (wid.isLid() ? wid : otherOf(wid))

/** Who is behind an id, asked from the server; nothing when nobody is on WhatsApp with it. @param {Wid} wid */
async function queryWidExists(wid) {
  const { contact } = await call('exists', { id: wid._serialized })
  if (!contact) return null
  takeContacts([contact])
  return { wid: createWid(wid.isLid() ? contact.lid : contact.pn) }
}

export const ids = {
  WAWebWidFactory: {
    createWid,
    createWidFromWidLike: createWid,
    asUserWidOrThrow: (/** @type {Wid} */ wid) => wid,
  },
  WAWebWidToJid: { widToUserJid: String, widToGroupJid: String },
  WAWebJidToWid: { userJidToUserWid: createWid },
  WAWebMsgKey: MsgKey,
  WAWebUserPrefsMeUser: {
    getMaybeMePnUser: () => store.me?.pn,
    getMaybeMeLidUser: () => store.me?.lid,
  },
  WAWebApiContact: { getPhoneNumber: phoneOf, getCurrentLid: lidOf, getAlternateUserWid: otherOf },
  WAWebLidMigrationUtils: { toPn: phoneOf, toLid: lidOf },
  WAWebQueryExistsJob: { queryWidExists },
  WAWebPhoneUtils: { formattedPhoneNumber: (/** @type {string} */ id) => `+${id.split('@')[0]}` },
}
