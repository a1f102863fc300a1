import { type Intake, known } from '../incident/intake.ts'
import { type Fact, hazards } from '../vocabulary.ts'

const countedVictims = ['injured', 'sick', 'trapped', 'missing'] as const

/** Every fact that a run card may ask for. */
export const knownFacts = [...countedVictims, 'noCasualties', ...hazards] as const satisfies readonly Fact[]

/** The facts that run cards may ask for, as the intake shows them now. */
export const factsOf = (intake: Intake): Set<Fact> => {
  const facts = new Set<Fact>(intake.hazards)
  const victims = known(intake.victims)
  if (!victims) return facts
  for (const kind of countedVictims) if ((victims[kind] ?? 0) > 0) facts.add(kind)
  if (countedVictims.every(kind => !victims[kind]) && !victims.dead) facts.add('noCasualties')
  return facts
}
