import type { JournalEntry, MessageView } from '../../../simulator/telegram/contract.ts'
import { DriverError, type TelegramDriver } from '../../../simulator/telegram/driver.ts'
import { Watch } from '../watch.ts'
import type { Phones, Seen } from './phones.ts'

/** The phones on Telegram, and everything that they have shown. */
export interface TelegramPhones extends Phones {
  watch: Watch<JournalEntry>
  /** the name of a chat, which it keeps when it moves */
  labelOf(chatId: number): string
}

export const followTelegram = async (driver: TelegramDriver): Promise<TelegramPhones> => {
  const labels = new Map((await driver.chats()).map(({ id, labels: [label], title }) => [id, label ?? title]))
  const ids = new Map((await driver.users()).map(({ name, id }) => [name, id]))
  /** as every message of the bot looks now */
  const looks = new Map<string, MessageView>()

  const watch = await Watch.begin<JournalEntry>(driver, entry => {
    if (entry.kind === 'chat' && entry.chat.labels[0] !== undefined) labels.set(entry.chatId, entry.chat.labels[0])
    if ((entry.kind === 'message' || entry.kind === 'edit') && entry.byBot) looks.set(keyOf(entry), entry.message)
  })
  const labelOf = (chatId: number): string => labels.get(chatId) ?? String(chatId)

  return {
    watch,
    labelOf,
    of: (label, people) => {
      const person = (place: number): number => ids.get(people[place] ?? '') ?? 0
      const found = ({ id }: Seen): MessageView => {
        const message = looks.get(id)
        if (!message) throw new Error('nobody has seen this message')
        return message
      }
      return {
        shown: () =>
          [...looks.values()]
            .filter(({ chatId }) => labelOf(chatId) === label)
            .map(seen)
            .reverse(),
        choose: async (place, message, button) => {
          const { chatId, messageId } = found(message)
          try {
            await driver.press(chatId, { as: person(place), message: messageId, button, wait: 0 })
          } catch (error) {
            // the button went in this very moment, or the group moved: whoever pressed looks again
            if (!(error instanceof DriverError)) throw error
          }
        },
        reply: async (place, message, text) => {
          await driver.say(label, { as: person(place), text, replyTo: found(message).messageId })
        },
      }
    },
  }
}

const keyOf = ({ chatId, messageId }: { chatId: number; messageId: number }): string => `${chatId}/${messageId}`

const seen = (message: MessageView): Seen => ({
  id: keyOf(message),
  text: message.text,
  edits: message.edits,
  choices: message.buttons.flat().map(({ text }) => text),
  asksWords: Boolean(message.forceReply),
})
