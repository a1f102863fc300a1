import type { JournalEntry, MessageView } from '../../simulator/telegram/contract.ts'
import { describe, type Expected } from './expected.ts'

/** A message that the story expected and a chat showed. */
export interface Shown {
  expected: Expected
  message: MessageView
}

export interface Judgement {
  shown: Shown[]
  /** cards that were edited, by `chat/message`, with how they look now */
  edited: Map<string, MessageView>
  deviations: string[]
}

export const messageKey = ({ chatId, messageId }: { chatId: number; messageId: number }): string =>
  `${chatId}/${messageId}`

/**
 * Holds what the chats showed against what the story expected at this moment: every message one to one, every press
 * with exactly one answer, nothing refused, deleted or disturbed. Whatever is left over on either side is a deviation.
 */
export const judge = (
  entries: readonly JournalEntry[],
  expected: readonly Expected[],
  chat: { labelOf(chatId: number): string; idOf(label: string): number },
): Judgement => {
  const open = expected.filter(({ edit }) => !edit)
  const judgement: Judgement = { shown: [], edited: new Map(), deviations: [] }
  const presses = new Map<string, { label: string; answers: number }>()

  const onMessage = (message: MessageView): void => {
    const index = open.findIndex(wanted => chat.idOf(wanted.chat) === message.chatId && meets(wanted, message))
    const [found] = index < 0 ? [] : open.splice(index, 1)
    if (found) judgement.shown.push({ expected: found, message })
    else judgement.deviations.push(`unexpected in ${chat.labelOf(message.chatId)}: ${oneLine(message.text)}`)
  }

  for (const entry of entries) {
    switch (entry.kind) {
      case 'message':
        if (entry.byBot) onMessage(entry.message)
        break
      case 'edit':
        if (entry.byBot) judgement.edited.set(messageKey(entry), entry.message)
        break
      case 'press':
        presses.set(entry.queryId, { label: `${entry.button} in ${chat.labelOf(entry.chatId)}`, answers: 0 })
        break
      case 'answer': {
        const press = presses.get(entry.queryId)
        if (press) press.answers += 1
        else judgement.deviations.push(`an answer to no press: ${entry.text}`)
        break
      }
      case 'refusal':
        if (!isHarmless(entry.description)) {
          judgement.deviations.push(`${entry.method} was refused: ${entry.code} ${entry.description}`)
        }
        break
      case 'delete':
        if (entry.byBot) judgement.deviations.push(`a message was deleted in ${chat.labelOf(entry.chatId)}`)
        break
      case 'fault':
        judgement.deviations.push(`the stand-in disturbed ${entry.method}: ${entry.effect}`)
        break
      case 'chat':
        judgement.deviations.push(`${chat.labelOf(entry.chatId)} changed: ${entry.change}`)
        break
      case 'user':
      case 'webhook':
        break
    }
  }
  for (const { label, answers } of presses.values()) {
    if (answers !== 1) judgement.deviations.push(`${label} was answered ${answers} times`)
  }
  judgement.deviations.push(...open.map(missing => `not shown in ${describe(missing)}`))
  return judgement
}

/** A card that already looks as it should: nobody sees the difference. */
const isHarmless = (description: string): boolean => description.includes('message is not modified')

export const meets = ({ texts, buttons, asks }: Expected, message: MessageView): boolean =>
  texts.every(text => message.text.includes(text)) &&
  (buttons === undefined ||
    buttons.join('|') ===
      message.buttons
        .flat()
        .map(({ text }) => text)
        .join('|')) &&
  (asks === undefined || asks === (message.forceReply !== null))

export const oneLine = (text: string, length = 110): string => {
  const line = text.split('\n').filter(Boolean).join(' / ')
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`
}
