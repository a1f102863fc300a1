import type { FaultEffect, FaultRule, FaultView } from './contract.ts'

interface ActiveFault {
  readonly id: number
  readonly rule: FaultRule
  readonly methods: ReadonlySet<string> | null
  readonly chatId: number | null
  left: number
}

/** Calls that carry updates or set the bot up: a fault meets them only when it names them. */
const ONLY_BY_NAME: ReadonlySet<string> = new Set([
  'getupdates',
  'setwebhook',
  'deletewebhook',
  'getwebhookinfo',
  'getme',
  'file',
])

/** The scripted faults, met in the order of their making. */
export class Faults {
  #active: ActiveFault[] = []
  #lastId = 0

  /** `chatId` is the rule's chat, already found. */
  add(rule: FaultRule, chatId: number | null): FaultView {
    this.#lastId += 1
    const methods = rule.methods?.length ? new Set(rule.methods.map(name => name.toLowerCase())) : null
    const fault: ActiveFault = { id: this.#lastId, rule, methods, chatId, left: rule.times ?? 1 }
    this.#active.push(fault)
    return { id: fault.id, rule, left: fault.left }
  }

  /** The effect that this call meets, if any; uses it up once. `method` is lower case, `text` what it would show. */
  take(
    method: string,
    chatId: number | null,
    text = '',
  ): { readonly id: number; readonly effect: FaultEffect } | undefined {
    const fault = this.#active.find(
      ({ methods, chatId: only, rule: { words = '' } }) =>
        (methods ? methods.has(method) : !ONLY_BY_NAME.has(method)) &&
        (only === null || only === chatId) &&
        text.includes(words),
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
