import type { IncidentEffect, StoredEffect } from '../../dispatch/incident/effects.ts'
import type { Incident } from '../../dispatch/incident/incident.ts'
import { type Actor, system } from '../../dispatch/vocabulary.ts'
import type { Dispatcher } from '../context.ts'
import type { ApplicationStores } from '../ports/stores.ts'
import { createGiveReports, throwUnlessFinal } from './give-reports.ts'

type Effect<Kind extends IncidentEffect['kind']> = StoredEffect<Extract<IncidentEffect, { kind: Kind }>>

/** What follows when an incident is merged into another one, or that is taken back. */
export const createDuplicateEffects = (stores: Pick<ApplicationStores, 'incidents'>, dispatcher: () => Dispatcher) => {
  const { give, letGo } = createGiveReports(stores, dispatcher)

  const sender = (incident: Incident, effect: { id: string }, by: Actor = system) => ({
    commandId: `effect:${incident.id}:${effect.id}`,
    by,
  })

  /** An effect may be late, and the merge taken back meanwhile: then there is nothing to move any more. */
  const isMerged = async ({ id }: Incident, into: string, move?: string): Promise<boolean> => {
    const phase = (await stores.incidents.load(id))?.state.phase
    return phase?.status === 'merged' && phase.into === into && (move === undefined || phase.move === move)
  }

  return {
    giveReports: async (incident: Incident, effect: Effect<'giveReports'>): Promise<void> => {
      const { into, move, by, reports, carried } = effect
      if (!(await isMerged(incident, into, move))) return
      const adding = { type: 'AddFurtherReports', reports, carried, from: incident.number } as const
      if (await give(into, adding, sender(incident, effect, by))) return
      const back = { type: 'TakeBackMerge', because: 'refused' } as const
      await dispatcher().incident(incident.id, back, sender(incident, { id: `${effect.id}:back` }))
    },

    dropReports: ({ id }: Incident, effect: Effect<'dropReports'>): Promise<void> =>
      letGo(effect.into, effect.move, { commandId: `effect:${id}:${effect.id}`, by: effect.by }),

    moveCall: async (incident: Incident, effect: Effect<'moveCall'>): Promise<void> => {
      const { call, into, by } = effect
      if (!(await isMerged(incident, into))) return
      const note = { type: 'NoteAttached', incident: into, from: incident.id } as const
      throwUnlessFinal(await dispatcher().call(call, note, sender(incident, effect, by)))
    },

    returnCall: async (incident: Incident, effect: Effect<'returnCall'>): Promise<void> => {
      const note = { type: 'NoteReturned', from: incident.id } as const
      throwUnlessFinal(await dispatcher().call(effect.call, note, sender(incident, effect, effect.by)))
    },
  }
}
