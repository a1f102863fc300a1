import { type ChatMessage, type Happening, messageKey } from '../chats/chat-message.ts'
import { describe, type Expected } from './expected.ts'

/** A message that the story expected and a chat showed. */
export interface Shown {
  expected: Expected
  message: ChatMessage
}

export interface Judgement {
  shown: Shown[]
  /** cards that were edited, by the message's key, with how they look now */
  edited: Map<string, ChatMessage>
  deviations: string[]
}

/**
 * Holds what the chats showed against what the story expected at this moment: every message one to one, every press
 * with exactly one answer, nothing refused, deleted or disturbed. Whatever is left over on either side is a deviation.
 */
export const judge = (happenings: readonly Happening[], expected: readonly Expected[]): Judgement => {
  const open = expected.filter(({ edit }) => !edit)
  const judgement: Judgement = { shown: [], edited: new Map(), deviations: [] }
  const presses = new Map<string, { what: string; answers: number }>()

  const onMessage = (message: ChatMessage): void => {
    const index = open.findIndex(wanted => meets(wanted, message))
    const [found] = index < 0 ? [] : open.splice(index, 1)
    if (found) judgement.shown.push({ expected: found, message })
    else judgement.deviations.push(`unexpected in ${message.chat}: ${oneLine(message.text)}`)
  }

  for (const happening of happenings) {
    switch (happening.kind) {
      case 'shown':
        onMessage(happening.message)
        break
      case 'edited':
        judgement.edited.set(happening.of ?? messageKey(happening.message), happening.message)
        break
      case 'asked':
        presses.set(happening.id, { what: happening.what, answers: 0 })
        break
      case 'told': {
        const press = presses.get(happening.id)
        if (press) press.answers += 1
        else judgement.deviations.push(`an answer to no press: ${happening.text}`)
        break
      }
      case 'trouble':
        judgement.deviations.push(happening.text)
        break
    }
  }
  for (const { what, answers } of presses.values()) {
    if (answers !== 1) judgement.deviations.push(`${what} was answered ${answers} times`)
  }
  judgement.deviations.push(...open.map(missing => `not shown in ${describe(missing)}`))
  return judgement
}

export const meets = ({ chat, texts, buttons, asks }: Expected, message: ChatMessage): boolean =>
  chat === message.chat &&
  texts.every(text => message.text.includes(text)) &&
  (buttons === undefined || buttons.join('|') === message.buttons.join('|')) &&
  (asks === undefined || asks === message.asks)

export const oneLine = (text: string, length = 110): string => {
  const line = text.split('\n').filter(Boolean).join(' / ')
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`
}
