import { type ButtonVerb, buttonVerbs } from '../application/application.ts'

/**
 * The one place that makes and reads what a button carries: `token:code`, or `token:code:number` where the button means
 * one of several: the step that Urungkan takes back, a unit. The token is random and stays meaningless outside the
 * server; the code is a verb's fixed letters, so that a button sent last month still reads the same.
 */
const codes = {
  acknowledge: 'ak',
  decline: 'dc',
  depart: 'dp',
  arrive: 'ar',
  obstacle: 'ob',
  requestBackup: 'bk',
  transport: 'tr',
  arriveHospital: 'hs',
  clear: 'cl',
  notFound: 'nf',
  handBack: 'hb',
  report: 'rp',
  receive: 'rc',
  undo: 'un',
  'confirm:clear': 'c1',
  'confirm:notFound': 'c2',
  'confirm:handBack': 'c3',
  back: 'bc',
  'reason:notOurs': 'r1',
  'reason:noUnit': 'r2',
  'reason:outOfArea': 'r3',
  'reason:duplicate': 'r4',
  'reason:handledAlready': 'r5',
  'outcome:handled': 'o1',
  'outcome:nothingFound': 'o2',
  'outcome:referred': 'o3',
  'outcome:transferred': 'o4',
  units: 'us',
  'unit:arrive': 'u1',
  'unit:clear': 'u2',
  detail: 'dt',
  takeOver: 'to',
  postpone: 'pp',
  putAway: 'pa',
  finish: 'fi',
  takeEscalation: 'te',
} as const satisfies Record<ButtonVerb, string>

const verbByCode: ReadonlyMap<string, ButtonVerb> = new Map(buttonVerbs.map(verb => [codes[verb], verb]))

/** Telegram's limit for `callback_data`, bytes. */
export const maxActionDataBytes = 64

const shape = /^([A-Za-z0-9_-]{8,60}):([a-z0-9]{2})(?::(\d{1,9}))?$/

export interface ButtonAction {
  token: string
  verb: ButtonVerb
  /** which one: the number of a step or of a unit */
  about?: number
}

/** @throws RangeError when the token would not come back (8 to 60 characters of base64url), or all is too long */
export const writeActionData = ({ token, verb, about }: ButtonAction): string => {
  const data = `${token}:${codes[verb]}${about === undefined ? '' : `:${about}`}`
  if (!shape.test(data) || data.length > maxActionDataBytes) {
    throw new RangeError(`an action token of ${token.length} characters cannot go into a button`)
  }
  return data
}

/** Null for anything that no button of ours carries: forged, cut, or of an older make. */
export const readActionData = (data: string): ButtonAction | null => {
  const [, token, code, about] = shape.exec(data) ?? []
  const verb = code === undefined ? undefined : verbByCode.get(code)
  if (token === undefined || verb === undefined) return null
  return { token, verb, ...(about === undefined ? {} : { about: Number(about) }) }
}
