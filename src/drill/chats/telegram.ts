import type { ChatView, JournalEntry, MessageView } from '../../simulator/telegram/contract.ts'
import type { TelegramDriver } from '../../simulator/telegram/driver.ts'
import { followJournal } from '../journal/follow-journal.ts'
import { Deviation, must } from '../story/story.ts'
import type { ChatMessage, Happening } from './chat-message.ts'
import { type Platform, type Press, patienceMs } from './platform.ts'

/** Telegram, from now on. */
export const openTelegram = async (driver: TelegramDriver): Promise<Platform> => {
  const { seq } = await driver.status()
  const people = new Map((await driver.users()).map(({ name, id }) => [name, id]))
  const chats = await driver.chats()
  const ids = new Map(chats.flatMap(({ id, labels }) => labels.map(label => [label, id])))
  const labelOf = labelsOf(chats)
  const entries = followJournal(driver.journal, seq)

  const personId = (name: string): number => {
    const id = people.get(name)
    must(id !== undefined, `nobody on Telegram is called ${name}`)
    return id
  }
  const chatId = (label: string): number => {
    const id = ids.get(label)
    must(id !== undefined, `no chat of Telegram is labelled ${label}`)
    return id
  }
  const press = ({ chat, as, button, on }: Press, wait: number) =>
    driver.press(chatId(chat), { as: personId(as), button, message: Number(on.id), wait })

  return {
    labels: new Set(ids.keys()),
    waitIdle: ms => driver.waitIdle(ms),
    news: async () => (await entries()).flatMap(entry => happeningOf(entry, labelOf)),
    press: async wish => {
      const outcome = await press(wish, patienceMs / 1000)
      return outcome.status === 'answered' ? (outcome.text ?? '') : null
    },
    pressUnheard: async wish => {
      const { status } = await press(wish, 0)
      must(status === 'not-awaited', `the press was ${status} while nobody was there`)
    },
    reportByCode: async ({ chat }) => {
      throw new Deviation(`there are no codes on Telegram, in ${chat}`)
    },
    reply: async ({ chat, as, to, what }) => {
      await driver.say(chatId(chat), { ...what, as: personId(as), replyTo: Number(to.id) })
    },
  }
}

type LabelOf = (chatId: number) => string

const labelsOf = (chats: readonly ChatView[]): LabelOf => {
  const labels = new Map(chats.map(({ id, labels: [label], title }) => [id, label ?? title]))
  return id => labels.get(id) ?? String(id)
}

/** An entry of the stand-in's journal as what people saw of it; nothing for what people do among themselves. */
export const happeningOf = (entry: JournalEntry, labelOf: LabelOf): Happening[] => {
  switch (entry.kind) {
    case 'message':
      return entry.byBot ? [{ kind: 'shown', message: read(entry.message, labelOf) }] : []
    case 'edit':
      return entry.byBot ? [{ kind: 'edited', message: read(entry.message, labelOf) }] : []
    case 'press':
      return [{ kind: 'asked', id: entry.queryId, what: `${entry.button} in ${labelOf(entry.chatId)}` }]
    case 'answer':
      return [{ kind: 'told', id: entry.queryId, text: entry.text ?? '' }]
    case 'refusal':
      if (isHarmless(entry.description)) return []
      return trouble(`${entry.method} was refused: ${entry.code} ${entry.description}`)
    case 'delete':
      return entry.byBot ? trouble(`a message was deleted in ${labelOf(entry.chatId)}`) : []
    case 'fault':
      return trouble(`the stand-in disturbed ${entry.method}: ${entry.effect}`)
    case 'chat':
      return trouble(`${labelOf(entry.chatId)} changed: ${entry.change}`)
    case 'user':
    case 'webhook':
      return []
  }
}

const trouble = (text: string): Happening[] => [{ kind: 'trouble', text }]

/** A card that already looks as it should: nobody sees the difference. */
const isHarmless = (description: string): boolean => description.includes('message is not modified')

const read = (message: MessageView, labelOf: LabelOf): ChatMessage => ({
  platform: 'Telegram',
  chat: labelOf(message.chatId),
  id: String(message.messageId),
  at: message.at,
  text: message.text,
  buttons: message.buttons.flat().map(({ text }) => text),
  asks: message.forceReply !== null,
  quotes: message.replyTo === null ? null : String(message.replyTo.messageId),
  code: null,
})
