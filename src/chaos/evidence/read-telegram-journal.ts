import type { JournalEntry } from '../../simulator/telegram/contract.ts'
import type { Journal } from './journal.ts'

/** @param machineAt when, by the machine's clock, the service clock showed this */
export const readTelegramJournal = (
  entries: readonly JournalEntry[],
  labelOf: (chatId: number) => string,
  machineAt: (service: number) => number,
): Journal => {
  const journal: Journal = { shown: [], presses: [], answers: [] }
  for (const entry of entries) {
    const at = machineAt(entry.at)
    switch (entry.kind) {
      case 'message':
      case 'edit': {
        if (!entry.byBot) break
        const { chatId, messageId, message, kind } = entry
        const { text } = message
        journal.shown.push({
          at,
          chat: labelOf(chatId),
          room: String(chatId),
          message: `${chatId}/${messageId}`,
          text,
          edit: kind === 'edit',
        })
        break
      }
      case 'press': {
        const { queryId: query, chatId, messageId, button } = entry
        const message = `${chatId}/${messageId}`
        journal.presses.push({ at, query, chat: labelOf(chatId), message, button: button ?? '' })
        break
      }
      case 'answer':
        if (!entry.repeated) journal.answers.push({ at, query: entry.queryId, text: entry.text ?? '' })
        break
      case 'refusal':
      case 'fault':
      case 'delete':
      case 'chat':
      case 'user':
      case 'webhook':
        break
    }
  }
  return journal
}
