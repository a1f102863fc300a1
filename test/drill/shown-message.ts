import type { ChatMessage } from '../../src/drill/chats/chat-message.ts'

/** A message of ours as a chat shows it. */
export const shownMessage = (chat: string, text: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  platform: 'Telegram',
  chat,
  id: '1',
  at: 0,
  text,
  buttons: [],
  asks: false,
  quotes: null,
  code: null,
  ...more,
})
