import { GrammyError, HttpError } from 'grammy'
import {
  Ambiguous,
  CardGone,
  type ChannelError,
  ChatMoved,
  Permanent,
  RateLimited,
  Refused,
  Temporary,
} from '../../application/ports/channel.ts'
import { describeError as describeAnyError } from '../../lib/describe-error.ts'

/**
 * send = a second try may show the message twice; edit = a repeat does no harm (edits, and calls that only ask).
 */
export type Operation = 'send' | 'edit'

/** What Telegram's refusal means: a `ChannelError` to throw, or 'done' when what we wanted is so already. */
export type Verdict = ChannelError | 'done'

interface Row {
  code: number | 'serverError' | 'any'
  /** beginnings of the description after "Bad Request: " and the like, lower case; absent = every description */
  says?: readonly string[]
  only?: Operation
  verdict: (error: GrammyError, detail: string, operation: Operation) => Verdict
}

/** Telegram's descriptions that tell a refusal apart where code and parameters say too little. */
const unreachable = [
  'chat not found',
  'not enough rights',
  'need administrator rights',
  'have no rights to send',
  'message thread not found',
  'topic_closed',
  'topic_deleted',
  'chat_write_forbidden',
  'chat_restricted',
  'peer_id_invalid',
  'user not found',
  'group chat was deactivated',
] as const

/** Seconds to wait when a 429 names none. */
const unnamedWait = 30

/** The one table of Telegram's errors (Bot API, "Making requests"); the first row that fits decides. */
const table: readonly Row[] = [
  { code: 429, verdict: (error, detail) => new RateLimited(detail, error.parameters.retry_after ?? unnamedWait) },
  { code: 401, verdict: (_, detail) => new Permanent(detail) },
  { code: 403, verdict: (_, detail) => new Permanent(detail) },
  { code: 404, verdict: (_, detail) => new Permanent(detail) },
  { code: 400, says: ['message is not modified'], only: 'edit', verdict: () => 'done' },
  {
    code: 400,
    says: ['message to edit not found', "message can't be edited", 'message_id_invalid'],
    only: 'edit',
    verdict: (_, detail) => new CardGone(detail),
  },
  { code: 400, says: unreachable, verdict: (_, detail) => new Permanent(detail) },
  {
    code: 'serverError',
    verdict: (_, detail, operation) => (operation === 'send' ? new Ambiguous(detail) : new Temporary(detail)),
  },
  { code: 'any', verdict: (_, detail) => new Refused(detail) },
]

/**
 * Codes of a connection that failed before the request was written, so surely nothing was done. All others (reset,
 * broken pipe, timeout, an answer that is no JSON) may have come after it.
 */
const neverWritten: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EMFILE',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/** Classifies what grammY threw. @throws the error itself when it is neither Telegram's nor the network's */
export const classify = (error: unknown, operation: Operation): Verdict => {
  if (error instanceof GrammyError) return refusalVerdict(error, operation)
  if (error instanceof HttpError) return networkVerdict(error, operation)
  throw error
}

/** The token is wrong (or the address is no Bot API): nothing will ever work until a person mends it. */
export const isTokenWrong = (error: unknown): error is GrammyError =>
  error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)

/** The press was long ago: nobody sees the answer any more, and nothing is wrong. */
export const isQueryTooOld = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code === 400 && saying(error).startsWith('query is too old')

const refusalVerdict = (error: GrammyError, operation: Operation): Verdict => {
  const detail = `${error.error_code} ${error.description}`
  const { migrate_to_chat_id: newChat } = error.parameters
  if (newChat !== undefined) return new ChatMoved(detail, String(newChat))
  const row = table.find(candidate => fits(candidate, error, operation))
  return row ? row.verdict(error, detail, operation) : new Refused(detail)
}

const fits = ({ code, says, only }: Row, error: GrammyError, operation: Operation): boolean => {
  const codeFits = code === 'any' || (code === 'serverError' ? error.error_code >= 500 : error.error_code === code)
  const wordsFit = !says || says.some(beginning => saying(error).startsWith(beginning))
  return codeFits && wordsFit && (only === undefined || only === operation)
}

const saying = ({ description }: GrammyError): string => description.replace(/^[A-Z][\w ]*: /, '').toLowerCase()

const networkVerdict = ({ error: cause }: HttpError, operation: Operation): ChannelError => {
  const code = networkCode(cause)
  const detail = `network: ${code}`
  return neverWritten.has(code) || operation === 'edit' ? new Temporary(detail) : new Ambiguous(detail)
}

/** The cause's code, never its message: that holds the address, and the address holds the token. */
export const networkCode = (cause: unknown): string => {
  if (typeof cause !== 'object' || cause === null) return 'unknown'
  if ('code' in cause && typeof cause.code === 'string') return cause.code
  if ('type' in cause && typeof cause.type === 'string') return cause.type
  return 'timeout'
}

/**
 * What a log may show of an error: grammY's carries the message's text, and its cause the address with the token in it;
 * a store's carries the update that it could not keep.
 */
export const describeError = (error: unknown): object => {
  if (error instanceof GrammyError) return { method: error.method, code: error.error_code, says: error.description }
  if (error instanceof HttpError) return { network: networkCode(error.error) }
  return describeAnyError(error)
}

/** The same for an error that travels on to a log of somebody else. */
export const harmless = (error: unknown): unknown => {
  if (!(error instanceof GrammyError) && !(error instanceof HttpError)) return error
  return new Error(`Telegram call failed: ${JSON.stringify(describeError(error))}`)
}
