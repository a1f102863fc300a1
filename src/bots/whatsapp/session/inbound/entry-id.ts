import type { WhatsAppUpdate } from '../update.ts'

/**
 * The inbox knows repeats by this. A message comes once by itself and again when missed ones are fetched, its author now
 * under the number and now under the hidden id: chat and stanza id name it in every case.
 */
export const entryId = (update: WhatsAppUpdate): string => {
  const parts = ['whatsapp', update.chat, ...tail(update)]
  return parts.join('-')
}

const tail = (update: WhatsAppUpdate): (string | number)[] => {
  switch (update.kind) {
    case 'message':
    case 'deleted':
    case 'read':
      return [update.id, update.kind]
    case 'edited':
      return [update.id, update.kind, update.at]
    case 'vote':
    case 'reaction':
      return [update.id, update.kind, update.author.id, update.at]
    case 'membership':
      return [update.kind, String(update.isIn), update.at]
    case 'title':
      return [update.kind, update.at]
  }
}
