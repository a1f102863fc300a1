import { type Intake, known } from '../incident/intake.ts'
import type { Fact } from '../vocabulary.ts'

/** The facts that run cards may ask for, as the intake shows them now. */
export const factsOf = (intake: Intake): Set<Fact> => {
  const facts = new Set<Fact>(intake.hazards)
  const victims = known(intake.victims)
  if (!victims) return facts
  const counted = ['injured', 'sick', 'trapped', 'missing'] as const
  for (const kind of counted) if ((victims[kind] ?? 0) > 0) facts.add(kind)
  if (counted.every(kind => !victims[kind]) && !victims.dead) facts.add('noCasualties')
  return facts
}
