import type { Instant } from '../../dispatch/vocabulary.ts'

/** The short code that stands for an action token in one chat, where people type instead of pressing. */
export interface AnswerCode {
  /** the platform's chat id */
  chat: string
  code: string
  token: string
  /** when the chat was given it */
  at: Instant
}

export interface AnswerCodeStore {
  byCode(chat: string, code: string): Promise<AnswerCode | null>
  byToken(chat: string, token: string): Promise<AnswerCode | null>
  /** false when the code is another token's, or the token has a code in this chat */
  add(code: AnswerCode): Promise<boolean>
  /** takes the code from the token that it stood for; nothing when it stands for another meanwhile */
  release(code: AnswerCode): Promise<void>
  /** the codes that the chat was given last, the newest first */
  newest(chat: string, limit: number): Promise<AnswerCode[]>
}
