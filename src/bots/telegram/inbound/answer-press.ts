import { setTimeout as pause } from 'node:timers/promises'
import { GrammyError, HttpError } from 'grammy'
import type { CallbackQuery } from 'grammy/types'
import { RateLimited, Temporary } from '../../../application/ports/channel.ts'
import { classify, describeError, isQueryTooOld } from '../errors.ts'
import { wellFormed } from '../to-telegram.ts'
import type { PressAnswer } from './answer.ts'
import type { InboundParts } from './parts.ts'

/** Machine ms before each further try: a second answer to one press does no harm, nobody sees it. */
const againAfterMs = [250, 1_000, 2_500] as const
/** Machine ms after which the presser has looked away: no further try begins. */
const looksForMs = 6_000

/**
 * Tells the presser. The press counts whether or not its answer arrives: one that cannot be sent for a moment is tried
 * again while somebody may still look at it, then noted; never throws for it.
 */
export const answerPress = async (
  { api, log }: Pick<InboundParts, 'api' | 'log'>,
  query: CallbackQuery,
  { text, alert, url }: PressAnswer,
): Promise<void> => {
  const answer = {
    ...(text === '' ? {} : { text: wellFormed(text) }),
    show_alert: alert,
    ...(url === undefined ? {} : { url }),
  }
  const begun = performance.now()
  for (let failures = 0; ; failures++) {
    try {
      await api.answerCallbackQuery(query.id, answer)
      return
    } catch (error) {
      if (isQueryTooOld(error)) return
      const wait = againAfterMs[failures]
      if (wait === undefined || !passes(error) || performance.now() - begun + wait > looksForMs) {
        log.warn({ failures: failures + 1, ...describeError(error) }, 'a press could not be answered')
        return
      }
      await pause(wait)
    }
  }
}

const passes = (error: unknown): boolean => {
  if (!(error instanceof GrammyError) && !(error instanceof HttpError)) return false
  const verdict = classify(error, 'edit')
  return verdict instanceof Temporary || verdict instanceof RateLimited
}
