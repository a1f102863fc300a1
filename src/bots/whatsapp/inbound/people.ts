import type { Presser } from '../../../application/application.ts'
import { unnamed } from '../../../i18n/chat/id/whatsapp.ts'
import type { UpdateOf, WhatsAppUpdate } from '../session/update.ts'

/** Who wrote, and where; the session has put the phone's id in the place of any other before. */
export const writerOf = ({ chat, author: { id, name } }: Exclude<WhatsAppUpdate, UpdateOf<'read'>>): Presser => ({
  channel: 'whatsapp',
  address: { chat },
  personId: id,
  personName: name.trim() || unnamed(id.replace(/@.*$/, '').slice(-4)),
})

/** The same person in the private chat with us. */
export const inPrivate = (writer: Presser): Presser => ({ ...writer, address: { chat: writer.personId } })
