import { ScriptedFaults } from '../shared/faults.ts'
import type { FaultCall, FaultRule } from './contract/faults.ts'

export class Faults extends ScriptedFaults<FaultRule, string> {
  /** The effect that this call meets, if any; uses it up once. */
  take(call: FaultCall, chatId: string | null) {
    return this.meet(chatId, rule => rule.call === call)
  }
}
