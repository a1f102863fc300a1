import type { JournalEntry, MessageView } from '../../simulator/whatsapp/contract.ts'
import { numbersIn, withoutMarks } from '../load/phones/read-numbers.ts'
import type { Journal } from './journal.ts'

/** How a reaction is told among the answers: the answer that it stands on counted. */
export const nod = '👍'

/** @param machineAt when, by the machine's clock, the service clock showed this */
export const readWhatsAppJournal = (
  entries: readonly JournalEntry[],
  labelOf: (chatId: string) => string,
  machineAt: (service: number) => number,
): Journal => {
  const journal: Journal = { shown: [], presses: [], answers: [] }
  /** messages of ours as they looked at this point of the book */
  const ours = new Map<string, MessageView>()

  const shows = (message: MessageView, at: number, edit: boolean): void => {
    const { chatId, id, quotes } = message
    const follows = quotes !== null && ours.has(quotes)
    ours.set(id, message)
    journal.shown.push({
      at,
      chat: labelOf(chatId),
      room: chatId,
      message: id,
      text: withoutMarks(message.text),
      edit,
      ...(follows && { follows }),
    })
    if (quotes !== null && !edit) journal.answers.push({ at, query: quotes, text: withoutMarks(message.text) })
  }

  /** A reply to a message of ours is an answer to it: a number that it offers, or words. */
  const hears = ({ chatId, id, quotes, text }: MessageView, at: number): void => {
    const asked = quotes === null ? undefined : ours.get(quotes)
    if (!asked) return
    const button = numbersIn(withoutMarks(asked.text)).get(Number(text)) ?? ''
    journal.presses.push({ at, query: id, chat: labelOf(chatId), message: asked.id, button })
  }

  for (const entry of entries) {
    const at = machineAt(entry.at)
    switch (entry.kind) {
      case 'message':
        if (entry.message.byDevice) shows(entry.message, at, false)
        else hears(entry.message, at)
        break
      case 'edit':
        if (entry.message.byDevice) shows(entry.message, at, true)
        break
      case 'reaction':
        if (entry.text !== '') journal.answers.push({ at, query: entry.messageId, text: nod })
        break
      case 'delete':
      case 'vote':
      case 'ack':
      case 'seen':
      case 'chat':
      case 'person':
      case 'refusal':
      case 'fault':
      case 'device':
      case 'drift':
        break
    }
  }
  return journal
}
