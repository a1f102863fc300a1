import type { FaultCall, FaultEffect, FaultRule, FaultView } from './contract/faults.ts'

interface ActiveFault {
  readonly id: number
  readonly rule: FaultRule
  readonly chatId: string | null
  left: number
}

/** The scripted faults, met in the order of their making. */
export class Faults {
  #active: ActiveFault[] = []
  #lastId = 0

  /** `chatId` is the rule's chat, already found. */
  add(rule: FaultRule, chatId: string | null): FaultView {
    this.#lastId += 1
    const fault: ActiveFault = { id: this.#lastId, rule, chatId, left: rule.times ?? 1 }
    this.#active.push(fault)
    return { id: fault.id, rule, left: fault.left }
  }

  /** The effect that this call meets, if any; uses it up once. */
  take(call: FaultCall, chatId: string | null): { readonly id: number; readonly effect: FaultEffect } | undefined {
    const fault = this.#active.find(
      ({ rule, chatId: only }) => rule.call === call && (only === null || only === chatId),
    )
    if (!fault) return undefined
    fault.left -= 1
    if (fault.left <= 0) this.#active = this.#active.filter(other => other !== fault)
    return { id: fault.id, effect: fault.rule.effect }
  }

  list(): FaultView[] {
    return this.#active.map(({ id, rule, left }) => ({ id, rule, left }))
  }

  remove(id: number): boolean {
    const before = this.#active.length
    this.#active = this.#active.filter(fault => fault.id !== id)
    return this.#active.length < before
  }

  clear(): void {
    this.#active = []
  }
}
