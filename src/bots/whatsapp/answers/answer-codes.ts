import { randomInt } from 'node:crypto'
import type { AnswerCodeStore } from '../../../application/ports/answer-codes.ts'
import type { ServiceClock } from '../../../application/ports/clocks.ts'
import { codeAt, codeCount } from './code-shape.ts'

/** For so long a code stays with its token although nothing is asked any more: late answers must not meet another incident. Service ms. */
const keptMs = 24 * 3_600_000

/** So many codes of a chat are tried; with half of its 2592 in use, none is free once in 10^60 times. */
const tries = 200

export interface AnswerCodes {
  /** the token's code in this chat, from the first message on that shows it; null when every code tried is in use */
  codeFor(chat: string, token: string): Promise<string | null>
  /** null for a code that the chat was never given, or that is over */
  tokenFor(chat: string, code: string): Promise<string | null>
  /** what the chat was asked last, the newest first */
  newestTokens(chat: string, limit: number): Promise<string[]>
}

/**
 * Codes of one chat each: A7K in another group is another card. One that is taken goes to a new token only when its own
 * token has nothing to answer any more, and a day has passed.
 */
export const createAnswerCodes = ({
  store,
  service,
  isAsked,
  random = () => randomInt(codeCount),
}: {
  store: AnswerCodeStore
  service: Pick<ServiceClock, 'now'>
  /** whether anything can still be answered under the token */
  isAsked(chat: string, token: string): Promise<boolean>
  /** a place from 0 to `codeCount` - 1 */
  random?: () => number
}): AnswerCodes => {
  const free = async (chat: string, code: string): Promise<boolean> => {
    const holder = await store.byCode(chat, code)
    if (!holder) return true
    const now = service.now()
    if (now - holder.at < keptMs || (await isAsked(chat, holder.token))) return false
    await store.release(holder)
    return true
  }

  return {
    codeFor: async (chat, token) => {
      for (let tried = 0; tried < tries; tried++) {
        const known = await store.byToken(chat, token)
        if (known) return known.code
        const code = codeAt(random())
        if (await free(chat, code)) await store.add({ chat, code, token, at: service.now() })
      }
      return null
    },
    tokenFor: async (chat, code) => (await store.byCode(chat, code))?.token ?? null,
    newestTokens: async (chat, limit) => (await store.newest(chat, limit)).map(({ token }) => token),
  }
}
