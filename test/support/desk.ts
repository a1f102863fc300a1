import type { IntakeAnswers } from '../../src/application/application.ts'
import type { Actor } from '../../src/dispatch/vocabulary.ts'

/** Who sits at the desk in the stories of the bots. */
export const operator: Actor = { kind: 'user', id: 'u1', name: 'Sari' }

/** The value of an outcome that must be one. @throws with the refusal */
export const ok = <T>(outcome: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}

/** All that is asked of whoever reports a building on fire. */
export const fireIntake: IntakeAnswers = {
  type: { known: 'KBK-BGN' },
  location: { known: 'Bandarharjo' },
  address: { known: 'Jl. Lodan 1' },
  point: { known: { lat: -6.9592, lng: 110.4175, accuracyMetres: 300 } },
  condition: { known: 'Api di atap' },
  passable: { known: true },
  handlingSoFar: 'unknown',
  victims: { known: { injured: 1 } },
  hazards: ['fire'],
}
