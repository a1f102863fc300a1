/** @import { MediaView, MessageView } from '../../../whatsapp/contract.ts' */
/** @import { PageMessage } from '../page-types.d.ts' */
import { t } from '../i18n.js'
import { readMarks } from './whatsapp-marks.js'

/** @type {Record<MediaView['kind'], PageMessage['kind']>} */
const MEDIA_KINDS = {
  image: 'photo',
  ptt: 'voice',
  audio: 'voice',
  video: 'document',
  document: 'document',
  sticker: 'sticker',
}

/**
 * A message of WhatsApp in the page's words.
 * @param {MessageView} view
 * @param {(message: string) => PageMessage | undefined} quoted
 * @param {(phone: string) => string} nameOf
 * @returns {PageMessage}
 */
export function toMessage(view, quoted, nameOf) {
  const { id, chatId, seq, at, author, authorName, byDevice, media, place } = view
  const kind = kindOf(view)
  const shown = kind === 'service' ? { text: noticeOf(view), entities: [] } : readMarks(view.text)
  return {
    chatId,
    messageId: id,
    seq,
    at,
    from: { id: author, name: authorName, isBot: byDevice },
    kind,
    ...(kind === 'location' ? { text: '', entities: [] } : shown),
    replyTo: quoteOf(view, quoted),
    edits: view.versions.length - 1,
    editedAt: view.edited ? (view.versions.at(-1)?.at ?? null) : null,
    versions: view.versions.map(version => ({ at: version.at, ...readMarks(version.text), buttons: [] })),
    photo: kind === 'photo' && media ? { url: `/sim/whatsapp/api/files/${media.fileId}` } : null,
    file: media && { name: media.name },
    location: place,
    venue: place && view.text !== '' ? { title: view.text, address: '' } : null,
    ...(byDevice ? { ticks: view.ack } : {}),
    reactions: reactionsOf(view, nameOf),
    ...pollOf(view, nameOf),
    topicId: null,
    buttons: [],
    forceReply: null,
    deletedAt: null,
    silent: false,
    albumId: null,
  }
}

/** @param {MessageView} view */
function kindOf({ kind, media, deleted }) {
  if (deleted) return 'deletedMessage'
  if (kind === 'notice') return 'service'
  return kind === 'media' && media ? MEDIA_KINDS[media.kind] : kind === 'media' ? 'document' : kind
}

/** @param {MessageView} view */
function noticeOf({ notice, text, authorName }) {
  if (!notice) return ''
  const about = notice.people.length > 0 ? notice.people.join(', ') : text
  return `${authorName} ${t(`notice-${notice.change}`)} ${about}`
}

/**
 * @param {MessageView} view
 * @param {(message: string) => PageMessage | undefined} quoted
 */
function quoteOf({ quotes }, quoted) {
  if (quotes === null) return null
  const original = quoted(quotes)
  const text = original ? original.text || t(original.kind) : ''
  return { messageId: quotes, name: original?.from.name ?? '', text: text.slice(0, 120) }
}

/**
 * @param {MessageView} view
 * @param {(phone: string) => string} nameOf
 */
function reactionsOf({ reactions }, nameOf) {
  const emojis = [...new Set(Object.values(reactions))]
  return emojis.map(emoji => {
    const names = Object.entries(reactions).flatMap(([phone, chosen]) => (chosen === emoji ? nameOf(phone) : []))
    return { emoji, names }
  })
}

/**
 * @param {MessageView} view
 * @param {(phone: string) => string} nameOf
 */
function pollOf({ poll, votes }, nameOf) {
  if (!poll) return {}
  const options = poll.options.map(text => {
    const voters = Object.entries(votes).filter(([, chosen]) => chosen.includes(text))
    return { text, voters: voters.map(([id]) => ({ id, name: nameOf(id) })) }
  })
  return { poll: { single: poll.single, options } }
}
