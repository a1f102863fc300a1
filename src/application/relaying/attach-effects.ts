import type { Call } from '../../dispatch/call/call.ts'
import type { CallEffect } from '../../dispatch/call/messages.ts'
import type { StoredEffect } from '../../dispatch/incident/effects.ts'
import { system } from '../../dispatch/vocabulary.ts'
import type { Dispatcher } from '../context.ts'
import type { ApplicationStores } from '../ports/stores.ts'
import { createGiveReports } from './give-reports.ts'

type Effect<Kind extends CallEffect['kind']> = StoredEffect<Extract<CallEffect, { kind: Kind }>>

/** What follows when a call without an incident of its own is attached to one, or that is taken back. */
export const createAttachEffects = (
  stores: Pick<ApplicationStores, 'incidents' | 'calls'>,
  dispatcher: () => Dispatcher,
) => {
  const { give, letGo } = createGiveReports(stores, dispatcher)

  return {
    /** An incident that cannot take the caller any more leaves nobody unheard: the call opens one of its own. */
    attachReport: async ({ id }: Call, effect: Effect<'attachReport'>): Promise<void> => {
      const { incident, own, report } = effect
      const attached = (await stores.calls.load(id))?.state.attachments?.[0]
      if (!attached || !report.moves.includes(`${id}@${attached.seq}`)) return
      const from = { commandId: `effect:${id}:${effect.id}`, by: report.by }
      if (await give(incident, { type: 'AddFurtherReports', reports: [report], carried: [] }, from)) return
      const back = { commandId: `effect:${id}:${effect.id}:back`, by: system }
      await dispatcher().call(id, { type: 'DetachCall', own }, back)
    },

    dropReport: ({ id }: Call, effect: Effect<'dropReport'>): Promise<void> =>
      letGo(effect.incident, effect.move, { commandId: `effect:${id}:${effect.id}`, by: effect.by }),
  }
}
