import type { AcquaintanceStore } from '../../../application/ports/acquaintances.ts'
import type { DirectoryStore } from '../../../application/ports/administration.ts'
import type { ChatStore } from '../../../application/ports/chats.ts'
import type { WhatsAppUpdate } from './update.ts'

/** Numbers get banned for writing to strangers: the one place that says to whom we write, and whom we read. */
export interface Manners {
  /** a paired chat, somebody who acted in a paired group, or a contact that the directory names */
  mayWrite(chat: string): Promise<boolean>
  /** what comes from those, and a pairing code from anybody; all else is left unread */
  mayRead(update: WhatsAppUpdate): Promise<boolean>
}

/** A code that somebody wants to pair a chat with. */
const pairing = /^\s*\/?(pasang|start)\b/i

export const createManners = (stores: {
  chats: Pick<ChatStore, 'byAddress'>
  acquaintances: Pick<AcquaintanceStore, 'knows'>
  directory: Pick<DirectoryStore, 'centres' | 'agencies' | 'posts'>
}): Manners => {
  /** Numbers of duty desks and commanders, as WhatsApp writes them. */
  const isContact = async (person: string): Promise<boolean> => {
    const digits = person.split('@')[0] ?? ''
    const names = (phone: string | null): boolean => phone !== null && phone.replace(/\D/g, '') === digits
    for (const { code } of await stores.directory.centres()) {
      const agencies = await stores.directory.agencies(code)
      if (agencies.some(({ dutyPhones, commanderPhone }) => [...dutyPhones, commanderPhone].some(names))) return true
      if ((await stores.directory.posts(code)).some(({ dutyPhones }) => dutyPhones.some(names))) return true
    }
    return false
  }

  const mayWrite = async (chat: string): Promise<boolean> => {
    if (await stores.chats.byAddress('whatsapp', { chat })) return true
    if (chat.endsWith('@g.us')) return false
    return (await stores.acquaintances.knows('whatsapp', chat)) || isContact(chat)
  }

  return {
    mayWrite,
    mayRead: async update =>
      (update.kind === 'message' && update.type === 'text' && pairing.test(update.body)) || mayWrite(update.chat),
  }
}
