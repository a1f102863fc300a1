import type { JournalEntry, MessageView } from '../../../simulator/whatsapp/contract.ts'
import type { WhatsAppDriver } from '../../../simulator/whatsapp/index.ts'
import { Watch } from '../watch.ts'
import type { Phones, Seen } from './phones.ts'
import { numbersIn, withoutMarks } from './read-numbers.ts'

/** The phones on WhatsApp, and everything that they have shown. */
export interface WhatsAppPhones extends Phones {
  watch: Watch<JournalEntry>
  labelOf(chatId: string): string
}

/** The crews answer as they are told to: by a reply with the number, or in words to what asks for words. */
export const followWhatsApp = async (driver: WhatsAppDriver): Promise<WhatsAppPhones> => {
  const labels = new Map((await driver.chats()).map(({ id, labels: [label], title }) => [id, label ?? title]))
  /** as every message of ours looks now */
  const looks = new Map<string, MessageView>()

  const watch = await Watch.begin<JournalEntry>(driver, entry => {
    if ((entry.kind === 'message' || entry.kind === 'edit') && entry.message.byDevice)
      looks.set(keyOf(entry.message), entry.message)
  })
  const labelOf = (chatId: string): string => labels.get(chatId) ?? chatId

  return {
    watch,
    labelOf,
    of: (label, people) => {
      const say = async (place: number, { id }: Seen, text: string): Promise<void> => {
        await driver.say(label, { as: people[place] ?? '', text, quote: looks.get(id)?.id ?? '' })
      }
      return {
        shown: () =>
          [...looks.values()]
            .filter(({ chatId }) => labelOf(chatId) === label)
            .map(seen)
            .reverse(),
        choose: async (place, message, choice) => {
          const number = [...numbersIn(message.text)].find(([, words]) => words === choice)?.[0]
          if (number !== undefined) await say(place, message, String(number))
        },
        reply: say,
      }
    },
  }
}

const keyOf = ({ chatId, id }: MessageView): string => `${chatId}/${id}`

/** The first line of the message that wants the report's words. */
const prompt = /^📝 Laporan \S+ \([A-Z0-9]+\)$/m

const seen = (message: MessageView): Seen => {
  const text = withoutMarks(message.text)
  return {
    id: keyOf(message),
    text,
    edits: message.versions.length,
    choices: [...numbersIn(text).values()],
    asksWords: prompt.test(text),
  }
}
