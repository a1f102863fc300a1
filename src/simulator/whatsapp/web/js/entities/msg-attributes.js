/** @import { WireMedia, WireMessage } from '../../../contract/wire.ts' */
import { keyFromWire } from './msg-key.js'
import { createWid } from './wid.js'

/**
 * A message's attributes under the names that the library reads.
 * @param {WireMessage} wire
 */
export function attributesOf(wire) {
  const { media, poll, place, quote } = wire
  const id = keyFromWire(wire.key)
  return {
    id,
    type: wire.type,
    body: wire.body,
    t: wire.t,
    from: createWid(wire.from),
    to: createWid(wire.to),
    notifyName: wire.notifyName,
    ack: wire.ack,
    star: false,
    broadcast: false,
    isForwarded: false,
    hasReaction: wire.reactions.length > 0,
    mentionedJidList: wire.mentions.map(createWid),
    groupMentions: [],
    ...(wire.author === null ? {} : { author: createWid(wire.author) }),
    ...(wire.subtype === null ? {} : { subtype: wire.subtype, recipients: wire.recipients }),
    ...(wire.caption === null ? {} : { caption: wire.caption }),
    ...(wire.editedMs === null ? {} : { latestEditSenderTimestampMs: wire.editedMs, latestEditMsgKey: id }),
    ...(wire.type === 'revoked' ? { protocolMessageKey: id } : {}),
    ...(quote && {
      quotedMsg: { type: quote.type, body: quote.body },
      quotedStanzaID: quote.id,
      quotedParticipant: createWid(quote.participant),
    }),
    ...(media && mediaAttributes(media, wire.t)),
    ...(poll && {
      pollName: poll.question,
      pollOptions: poll.options.map((name, localId) => ({ name, localId })),
      pollSelectableOptionsCount: poll.single ? 1 : 0,
    }),
    ...(place && { lat: place.latitude, lng: place.longitude, loc: place.name }),
  }
}

/**
 * @param {WireMedia} media
 * @param {number} t
 */
const mediaAttributes = (media, t) => ({
  directPath: `/wa/media/${media.fileId}`,
  mimetype: media.mime,
  size: media.size,
  mediaKey: btoa(media.fileId),
  filehash: btoa(`hash ${media.fileId}`),
  encFilehash: btoa(`enc ${media.fileId}`),
  mediaKeyTimestamp: t,
  ...(media.name === null ? {} : { filename: media.name }),
  ...(media.seconds === null ? {} : { duration: String(media.seconds) }),
})
