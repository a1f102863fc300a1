import type { UpdateOf } from '../update.ts'
import { type RawMessage, typeOf } from './raw.ts'

/** Where and by whom, already normalised. */
export interface Scene {
  chat: string
  author: string
}

export const isGroup = (chat: string): boolean => chat.endsWith('@g.us')

/** Status broadcasts, broadcast lists and channels are nobody's message to us: they are never read. */
export const isConversation = (remote: string): boolean => /@(g\.us|c\.us|lid)$/.test(remote)

const place = ({ chat, author }: Scene, name: string, at: number) => ({
  chat,
  group: isGroup(chat),
  at,
  author: { id: author, name },
})

/** A message of somebody, in our own words. */
export const toMessage = (raw: RawMessage, scene: Scene): UpdateOf<'message'> => {
  const hasFile = Boolean(raw.directPath)
  const { lat, lng } = raw
  return {
    kind: 'message',
    ...place(scene, raw.notifyName ?? '', raw.t * 1000),
    id: raw.id.id,
    key: raw.id._serialized,
    type: typeOf(raw.type),
    body: bodyOf(raw, hasFile),
    quoted: raw.quotedStanzaID ?? null,
    ...(raw.quotedMsg?.body ? { quotedText: raw.quotedMsg.body } : {}),
    hasFile,
    ...(hasFile && raw.mimetype ? { mime: raw.mimetype } : {}),
    ...(hasFile && typeof raw.size === 'number' ? { bytes: raw.size } : {}),
    ...(typeof lat === 'number' && typeof lng === 'number' ? { location: { lat, lng, name: raw.loc ?? '' } } : {}),
  }
}

/** Of a place the body is a picture, of a file its preview: never words. */
const bodyOf = (raw: RawMessage, hasFile: boolean): string => {
  if (hasFile || raw.type === 'location') return raw.caption ?? ''
  return raw.body ?? raw.pollName ?? ''
}

export const toEdited = (raw: RawMessage, body: string, scene: Scene): UpdateOf<'edited'> => ({
  kind: 'edited',
  ...place(scene, raw.notifyName ?? '', raw.latestEditSenderTimestampMs ?? raw.t * 1000),
  id: raw.id.id,
  key: raw.id._serialized,
  body,
})

export const toDeleted = (raw: RawMessage, scene: Scene): UpdateOf<'deleted'> => ({
  kind: 'deleted',
  ...place(scene, raw.notifyName ?? '', raw.t * 1000),
  id: raw.id.id,
  key: raw.id._serialized,
})

export const toVote = (poll: string, options: string[], at: number, scene: Scene): UpdateOf<'vote'> => ({
  kind: 'vote',
  ...place(scene, '', at),
  id: poll,
  options,
})

export const toReaction = (message: string, emoji: string, at: number, scene: Scene): UpdateOf<'reaction'> => ({
  kind: 'reaction',
  ...place(scene, '', at),
  id: message,
  emoji,
})

export const toMembership = (isIn: boolean, at: number, scene: Scene): UpdateOf<'membership'> => ({
  kind: 'membership',
  ...place(scene, '', at),
  isIn,
})

export const toRead = (id: string, at: number, chat: string): UpdateOf<'read'> => ({
  ...{ kind: 'read', chat, group: isGroup(chat), at, id },
})

export const toTitle = (title: string, at: number, scene: Scene): UpdateOf<'title'> => ({
  kind: 'title',
  ...place(scene, '', at),
  title,
})
