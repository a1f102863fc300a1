import type { Actor, Instant } from '../../vocabulary.ts'
import type { IncidentEffect, StoredEffect } from '../effects.ts'
import type { IncidentEvent, Recorded } from '../events.ts'
import { evolve } from '../evolve.ts'
import type { Incident } from '../incident.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'

/**
 * A decision in the making: events are numbered and folded as they are added, so that what follows sees the state
 * after them (the last decline leaves nobody; the last notice archives).
 */
export class Draft {
  state: Incident | null
  readonly events: Recorded<IncidentEvent>[] = []
  readonly effects: StoredEffect<IncidentEffect>[] = []
  readonly #context: DecideContext
  readonly #at: Instant

  /** `at` is the true time of what is recorded; default: now */
  constructor(state: Incident | null, context: DecideContext, at: Instant = context.now) {
    this.state = state
    this.#context = context
    this.#at = at
  }

  get by(): Actor {
    return this.#context.by
  }

  emit(event: IncidentEvent): Incident {
    const { by, commandId, now } = this.#context
    const seq = (this.state?.lastSeq ?? 0) + 1
    const recorded: Recorded<IncidentEvent> = { ...event, seq, at: this.#at, recordedAt: now, by, commandId }
    this.events.push(recorded)
    this.state = evolve(this.state, recorded)
    return this.state
  }

  effect(effect: IncidentEffect): void {
    const first = this.events[0]?.seq ?? 0
    this.effects.push({ ...effect, id: `${first}.${this.effects.length}` })
  }

  decision(): IncidentDecision {
    return { accepted: true, events: this.events, effects: this.effects }
  }
}
