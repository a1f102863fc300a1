import { ScriptedFaults } from '../shared/faults.ts'
import type { FaultRule } from './contract.ts'

/** Calls that carry updates or set the bot up: a fault meets them only when it names them. */
const ONLY_BY_NAME: ReadonlySet<string> = new Set([
  'getupdates',
  'setwebhook',
  'deletewebhook',
  'getwebhookinfo',
  'getme',
  'file',
])

export class Faults extends ScriptedFaults<FaultRule, number> {
  /** The effect that this call meets, if any; uses it up once. `method` is lower case, `text` what it would show. */
  take(method: string, chatId: number | null, text = '') {
    return this.meet(
      chatId,
      ({ methods, words = '' }) =>
        (methods?.length ? methods.some(name => name.toLowerCase() === method) : !ONLY_BY_NAME.has(method)) &&
        text.includes(words),
    )
  }
}
