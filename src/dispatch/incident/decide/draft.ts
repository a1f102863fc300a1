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

  constructor(state: Incident | null, context: DecideContext) {
    this.state = state
    this.#context = context
  }

  get by(): Actor {
    return this.#context.by
  }

  /** `at` is the true time of what is recorded; default: now, also for what follows from something that is past */
  emit(event: IncidentEvent, at: Instant = this.#context.now): Incident {
    const { by, commandId, now } = this.#context
    const seq = (this.state?.lastSeq ?? 0) + 1
    const recorded: Recorded<IncidentEvent> = { ...event, seq, at, recordedAt: now, by, commandId }
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
