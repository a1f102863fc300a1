interface Rule {
  /** how many calls it meets; 1 by default */
  readonly times?: number
  readonly effect: unknown
}

interface ActiveFault<FaultRule, ChatId> {
  readonly id: number
  readonly rule: FaultRule
  /** the chat that the calls must be about; null: any */
  readonly chatId: ChatId | null
  left: number
}

/** The scripted faults of a stand-in, met in the order of their making. */
export class ScriptedFaults<FaultRule extends Rule = Rule, ChatId = unknown> {
  #active: ActiveFault<FaultRule, ChatId>[] = []
  #lastId = 0

  /** `chatId` is the rule's chat, already found. */
  add(rule: FaultRule, chatId: ChatId | null): { id: number; rule: FaultRule; left: number } {
    this.#lastId += 1
    const fault = { id: this.#lastId, rule, chatId, left: rule.times ?? 1 }
    this.#active.push(fault)
    return { id: fault.id, rule, left: fault.left }
  }

  /** The effect of the first fault that a call about this chat meets, if any; uses it up once. */
  protected meet(
    chatId: ChatId | null,
    matches: (rule: FaultRule) => boolean,
  ): { readonly id: number; readonly effect: FaultRule['effect'] } | undefined {
    const fault = this.#active.find(({ rule, chatId: only }) => matches(rule) && (only === null || only === chatId))
    if (!fault) return undefined
    fault.left -= 1
    if (fault.left <= 0) this.#active = this.#active.filter(other => other !== fault)
    return { id: fault.id, effect: fault.rule.effect }
  }

  list(): { id: number; rule: FaultRule; left: number }[] {
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
