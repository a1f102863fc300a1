/** What people see in the chats, whatever the platform: the drill judges this and nothing else. */

export type PlatformName = 'Telegram' | 'WhatsApp'

/** A message as the members of its chat see it. */
export interface ChatMessage {
  platform: PlatformName
  /** label of the chat, e.g. SMG/DAMKAR; a private chat without one is called after its person */
  chat: string
  /** its id on its platform */
  id: string
  /** service ms at which it was sent */
  at: number
  /** as it reads: without marks, addresses of links and numbered lines */
  text: string
  /** what can be pressed, or answered by number, in order, as the buttons are called */
  buttons: readonly string[]
  /** asks for words in a reply */
  asks: boolean
  /** id of the message that it quotes */
  quotes: string | null
  /** the code that names what it asks in its chat, where answers are typed */
  code: string | null
}

export const messageKey = ({ chat, id }: Pick<ChatMessage, 'chat' | 'id'>): string => `${chat}/${id}`

/** The chat of a person that carries no label. */
export const privateChatOf = (person: string): string => `pribadi/${person}`

/** What happened in the chats since the last look. */
export type Happening =
  | { kind: 'shown'; message: ChatMessage }
  /** `of`: key of the message that it stands for, where that one is too old to be edited itself */
  | { kind: 'edited'; message: ChatMessage; of?: string }
  /** somebody pressed a button, or answered by number: exactly one answer is owed */
  | { kind: 'asked'; id: string; what: string }
  | { kind: 'told'; id: string; text: string }
  /** what must not happen: something was refused, deleted, disturbed */
  | { kind: 'trouble'; text: string }
