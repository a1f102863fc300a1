import type { StoredEffect } from '../../dispatch/incident/effects.ts'
import type { ApplicationDeps } from '../context.ts'

/** Performs one effect of an aggregate; must be harmless when done twice. */
export type Performer<State, Effect> = (state: State, effect: StoredEffect<Effect>) => Promise<void>

/**
 * Turns an aggregate's stored effects into deliveries and commands, then removes them. Ids are deterministic: a crash
 * between the two, or two relays at once, repeat without harm. Each effect stands for itself: one that fails stays for
 * the sweep and holds back none of the others.
 */
export const relayEffects = async <State, Effect extends { kind: string }>(
  store: {
    load(id: string): Promise<{ state: State } | null>
    effects(id: string): Promise<StoredEffect<Effect>[]>
    removeEffects(id: string, effectIds: string[]): Promise<void>
  },
  id: string,
  perform: Performer<State, Effect>,
  log: ApplicationDeps['log'],
): Promise<void> => {
  const effects = await store.effects(id)
  const loaded = effects.length ? await store.load(id) : null
  if (loaded) await performEffects(store, id, loaded.state, effects, perform, log)
}

/** Alerts of one incident go to different agencies: none of them waits until the one before is written down. */
const together: readonly string[] = ['alert', 'contact']

/** The effects in their order, those that may be performed at the same moment side by side. */
const inSteps = <Effect extends { kind: string }>(effects: readonly Effect[]): Effect[][] => {
  const steps: Effect[][] = []
  for (const effect of effects) {
    const last = steps.at(-1)
    if (last?.[0]?.kind === effect.kind && together.includes(effect.kind)) last.push(effect)
    else steps.push([effect])
  }
  return steps
}

/** The same for effects that are at hand, right after their save. */
export const performEffects = async <State, Effect extends { kind: string }>(
  store: { removeEffects(id: string, effectIds: string[]): Promise<void> },
  id: string,
  state: State,
  effects: readonly StoredEffect<Effect>[],
  perform: Performer<State, Effect>,
  log: ApplicationDeps['log'],
): Promise<void> => {
  const performed: string[] = []
  const performOne = async (effect: StoredEffect<Effect>): Promise<void> => {
    try {
      await perform(state, effect)
      performed.push(effect.id)
    } catch (error) {
      log.error({ aggregate: id, effect: effect.id, error }, 'an effect could not be performed; the sweep tries again')
    }
  }
  for (const step of inSteps(effects)) await Promise.all(step.map(performOne))
  if (performed.length) await store.removeEffects(id, performed)
}
