import type { ChatView, JournalEntry, MessageView, PersonView } from '../../simulator/whatsapp/contract.ts'
import { DriverError, type SayWish, type WhatsAppDriver } from '../../simulator/whatsapp/driver.ts'
import { followJournal } from '../journal/follow-journal.ts'
import { must } from '../story/story.ts'
import { type ChatMessage, type Happening, privateChatOf } from './chat-message.ts'
import { numberOf, readNumbered } from './numbered-lines.ts'
import { type Platform, type Press, patienceMs } from './platform.ts'

/** What the app puts on an answer that it has recorded, instead of a popup. */
export const nod = '👍'

/** Machine ms for which an answer that need not wait is looked out for. */
const glanceMs = 700

/** So many messages of a chat are looked at for an answer: it is among the newest. */
const lookedAt = 20

/**
 * WhatsApp, from now on. People answer by number: in a reply that quotes or with the code, in turn; in private the bare
 * number.
 * @param rest lets the service clock run for as long as something waits for it
 */
export const openWhatsApp = async (driver: WhatsAppDriver, rest: () => Promise<void>): Promise<Platform> => {
  const { seq, owner } = await driver.status()
  const people = await driver.people()
  const chats = await driver.chats()
  const ids = new Map(chats.flatMap(({ id, labels }) => labels.map(label => [label, id])))
  const isPrivate = new Set(chats.flatMap(({ kind, labels }) => (kind === 'private' ? labels : [])))
  const reading: Reading = { owner: owner.phone, labelOf: labelsOf(chats, people, owner.phone), asked: new Set() }
  const entries = followJournal(driver.journal, seq)
  let byCode = false

  const chatId = (label: string): string => {
    const id = ids.get(label)
    must(id !== undefined, `no chat of WhatsApp is labelled ${label}`)
    return id
  }

  /** What stands under a message of somebody, or quotes it; undefined while nothing does. */
  const answerTo = async (chat: string, id: string): Promise<string | undefined> => {
    const messages = await driver.messages(chat, lookedAt)
    const sign = messages.find(message => message.id === id)?.reactions[owner.phone]
    const said = messages.find(({ byDevice, quotes }) => byDevice && quotes === id)
    return sign ?? (said && readNumbered(said.text).text)
  }

  /** A message that answers waits for its turn by the pacing, which counts service time: resting gives it just that. */
  const waitForAnswer = async (chat: string, id: string): Promise<string | null> => {
    const deadline = performance.now() + patienceMs
    while (performance.now() < deadline) {
      try {
        return await driver.waitFor(() => answerTo(chat, id), glanceMs, 'an answer')
      } catch (error) {
        if (!(error instanceof DriverError && error.code === 'timeout')) throw error
        await rest()
      }
    }
    return null
  }

  /** Says what the app owes an answer for. @returns its id */
  const ask = async (chat: string, wish: SayWish): Promise<string> => {
    const { id } = await driver.say(chatId(chat), wish)
    reading.asked.add(id)
    return id
  }

  const answer = ({ chat, as, button, on }: Press): Promise<string> => {
    const number = numberOf(button)
    must(number !== undefined, `there is no number for ${button}`)
    if (isPrivate.has(chat)) return ask(chat, { as, text: String(number) })
    byCode = !byCode
    if (byCode && on.code !== null) return ask(chat, { as, text: `${on.code} ${number}` })
    return ask(chat, { as, text: String(number), quote: on.id })
  }

  return {
    labels: new Set(ids.keys()),
    waitIdle: ms => driver.waitIdle(ms),
    news: async () => (await entries()).flatMap(entry => happeningOf(entry, reading)),
    press: async press => waitForAnswer(chatId(press.chat), await answer(press)),
    pressUnheard: async press => {
      await answer(press)
    },
    reportByCode: async ({ chat, as, on, outcome, text }) => {
      must(on.code !== null, `the card in ${chat} shows no code`)
      return waitForAnswer(chatId(chat), await ask(chat, { as, text: `${on.code} ${numberOf(outcome)}\n${text}` }))
    },
    reply: async ({ chat, as, to, what }) => {
      const { id } = await driver.say(chatId(chat), { ...what, as, quote: to.id })
      must((await waitForAnswer(chatId(chat), id)) !== null, `${as} got no answer to a reply in ${chat}`)
    },
  }
}

/** What is needed to read the journal. */
export interface Reading {
  /** our number */
  owner: string
  labelOf(chatId: string): string
  /** messages of people that are answers by number: each is owed one answer */
  asked: Set<string>
}

const labelsOf = (chats: readonly ChatView[], people: readonly PersonView[], owner: string): Reading['labelOf'] => {
  const labels = new Map(chats.map(({ id, labels: [label], title }) => [id, label ?? title]))
  const names = new Map(people.map(({ phone, name }) => [phone, name]))
  const withPerson = (chatId: string): string | undefined => {
    const other = chatId.split('~').find(phone => phone !== owner)
    return other === undefined ? undefined : names.get(other)
  }
  return chatId => {
    const label = labels.get(chatId)
    if (label) return label
    const person = withPerson(chatId)
    return person === undefined ? chatId : privateChatOf(person)
  }
}

/** An entry of the stand-in's journal as what people saw of it; nothing for ticks and what people do among themselves. */
export const happeningOf = (entry: JournalEntry, { owner, labelOf, asked }: Reading): Happening[] => {
  switch (entry.kind) {
    case 'message': {
      const { message, messageId } = entry
      const { quotes, byDevice, text } = message
      if (byDevice) {
        const isAnswer = quotes !== null && asked.has(quotes)
        const shown: Happening = { kind: 'shown', message: read(message, labelOf) }
        return isAnswer ? [{ kind: 'told', id: quotes, text }, shown] : [shown]
      }
      return asked.has(messageId)
        ? [{ kind: 'asked', id: messageId, what: `"${text}" in ${labelOf(entry.chatId)}` }]
        : []
    }
    case 'edit':
      return entry.message.byDevice ? [{ kind: 'edited', message: read(entry.message, labelOf) }] : []
    case 'reaction':
      return entry.by === owner ? [{ kind: 'told', id: entry.messageId, text: entry.text }] : []
    case 'delete':
      return entry.message.byDevice ? trouble(`a message was deleted in ${labelOf(entry.chatId)}`) : []
    case 'refusal':
      return trouble(`WhatsApp refused ${entry.call}: ${entry.reason}`)
    case 'fault':
      return trouble(`the stand-in disturbed ${entry.call}: ${entry.effect}`)
    case 'drift':
      return trouble(`the library asked WhatsApp's page in vain for ${entry.name}`)
    case 'device':
      return usual.has(entry.change) ? [] : trouble(`the linked device: ${entry.change} ${entry.detail ?? ''}`)
    case 'chat':
      return entry.chat.kind === 'group' ? trouble(`${labelOf(entry.chatId)} changed`) : []
    case 'ack':
    case 'seen':
    case 'vote':
    case 'person':
      return []
  }
}

/** What a page does when Chromium goes and comes back. */
const usual: ReadonlySet<string> = new Set(['page-opened', 'page-closed', 'linked'])

const trouble = (text: string): Happening[] => [{ kind: 'trouble', text }]

/** A prompt that wants words says so: there is no other sign of it. */
const wantsReply = /^Balas pesan ini dengan (?!angka)/m

const read = (message: MessageView, labelOf: Reading['labelOf']): ChatMessage => {
  const { text, buttons, code } = readNumbered(message.text)
  return {
    platform: 'WhatsApp',
    chat: labelOf(message.chatId),
    id: message.id,
    at: message.at,
    text,
    buttons,
    asks: wantsReply.test(text),
    quotes: message.quotes,
    code,
  }
}
