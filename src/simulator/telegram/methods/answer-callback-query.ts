import { badRequest } from '../api-error.ts'
import type { Params } from '../params.ts'
import type { Sim } from '../sim.ts'

/** The longest answer to a press, in characters. */
const MAX_ANSWER_LENGTH = 200

export function answerCallbackQuery(sim: Sim, params: Params): true {
  const text = params.text('text')
  if ([...text].length > MAX_ANSWER_LENGTH) throw badRequest('MESSAGE_TOO_LONG')
  const query = sim.queries.find(params.text('callback_query_id'))
  if (!query) throw badRequest('query is too old and response timeout expired or query ID is invalid')
  const url = params.text('url')
  if (url !== '' && !/^https:\/\/t\.me\/|^tg:/.test(url)) throw badRequest('URL_INVALID')
  const answer = { text: text === '' ? null : text, alert: params.flag('show_alert'), url: url === '' ? null : url }
  const repeated = query.answer !== undefined
  const { id: queryId, chatId, messageId, userId } = query
  sim.journal.add({ kind: 'answer', queryId, chatId, messageId, userId, ...answer, repeated })
  // Only the first answer reaches the person's app.
  if (!repeated) sim.queries.answer(query, answer)
  return true
}
