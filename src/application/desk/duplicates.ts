import { ownIncidentOf } from '../../dispatch/call/call.ts'
import { mergeTarget } from '../../dispatch/duplicates/merge-target.ts'
import type { Incident } from '../../dispatch/incident/incident.ts'
import type { IntakeChange, Victims } from '../../dispatch/incident/intake.ts'
import type { Hazard } from '../../dispatch/vocabulary.ts'
import type { Outcome } from '../application.ts'
import type { AttachCommands, MergeCommands } from '../commands/duplicates.ts'
import type { ApplicationDeps, Dispatcher } from '../context.ts'
import type { WithTexts } from '../texts.ts'
import type { CallView, IncidentView } from '../views.ts'
import { createNextIncident, nextIncidentOf } from './next-incident.ts'

type Stores = Pick<ApplicationDeps['stores'], 'calls' | 'incidents' | 'callers'>

const notFound = (what: 'call' | 'incident') =>
  ({ ok: false, refusal: { code: 'notFound', params: { what } } }) as const

/** Whether the call's number has called about the incident before. */
const hasCalledBefore = async ({ callers }: Stores, call: string, incident: Incident): Promise<boolean> => {
  const people = await callers.byCalls([call, ...incident.calls])
  const phone = people.get(call)?.phone
  return Boolean(phone) && incident.calls.some(other => other !== call && people.get(other)?.phone === phone)
}

/**
 * Attaching calls. It begins where the call's matter is: at the incident that it opened, else at the call itself; that
 * one write is the intent, and what follows from it is finished by the sweep.
 */
export const createAttachCommands = (
  deps: Pick<ApplicationDeps, 'stores'>,
  dispatcher: Dispatcher,
  withTexts: WithTexts,
  view: (call: string) => Promise<CallView | null>,
): AttachCommands => {
  const { stores } = deps
  const nextIncident = createNextIncident(deps, withTexts)
  const then = async (call: string, outcome: Outcome<unknown>): Promise<Outcome<CallView>> => {
    if (!outcome.ok) return outcome
    const shown = await view(call)
    return shown ? { ok: true, value: shown } : notFound('call')
  }

  return {
    attach: async (from, id, { incident, victims, hazards }) => {
      const loaded = await stores.calls.load(id)
      if (!loaded) return notFound('call')
      // a repeat that comes after the call was detached again must not look for an incident of its own
      if (loaded.commandIds.has(from.commandId)) return then(id, { ok: true, value: null })
      const call = loaded.state
      const target = (await stores.incidents.load(incident))?.state
      if (!target) return notFound('incident')
      const into = mergeTarget(target)
      const also = saidLast(victims, hazards)
      const continued = await hasCalledBefore(stores, id, target)
      const opened = ownIncidentOf(call)
      if (opened !== undefined) {
        const command = { type: 'MergeIncident', as: 'attached', into, also, continued } as const
        return then(id, await dispatcher.incident(opened, command, from))
      }
      const opening = await nextIncident(call)
      if (!opening.ok) return opening
      const { incidentId: own, reporter } = opening.value
      const answers: IntakeChange = { ...also, ...(reporter === undefined ? {} : { reporter: { known: reporter } }) }
      return then(id, await dispatcher.call(id, { type: 'AttachCall', into, own, answers, continued }, from))
    },

    detach: async (from, id) => {
      const loaded = await stores.calls.load(id)
      if (!loaded) return notFound('call')
      const opened = ownIncidentOf(loaded.state)
      const alone = opened === undefined || loaded.commandIds.has(from.commandId)
      const outcome = alone
        ? await dispatcher.call(id, { type: 'DetachCall', own: nextIncidentOf(loaded.state) }, from)
        : await dispatcher.incident(opened, { type: 'TakeBackMerge', because: 'mistake' }, from)
      return then(id, outcome)
    },
  }
}

const saidLast = (
  victims: Victims | undefined,
  hazards: Hazard[] | undefined,
): Pick<IntakeChange, 'victims' | 'hazards'> => ({
  ...(victims === undefined ? {} : { victims: { known: victims } }),
  ...(hazards === undefined ? {} : { hazards: [...new Set(hazards)] }),
})

/** Merging incidents, and settling what callers do not agree about. */
export const createMergeCommands = (
  { stores }: { stores: Stores },
  dispatcher: Dispatcher,
  view: (incident: string) => Promise<IncidentView | null>,
): MergeCommands => {
  const then = async (incident: string, outcome: Outcome<unknown>): Promise<Outcome<IncidentView>> => {
    if (!outcome.ok) return outcome
    const shown = await view(incident)
    return shown ? { ok: true, value: shown } : notFound('incident')
  }

  return {
    merge: async (from, id, { into, carry }) => {
      const [source, target] = await Promise.all([stores.incidents.load(id), stores.incidents.load(into)])
      if (!source || !target) return notFound('incident')
      const [first] = source.state.calls
      const continued = first !== undefined && (await hasCalledBefore(stores, first, target.state))
      const command = {
        type: 'MergeIncident',
        as: 'merged',
        into: mergeTarget(target.state),
        continued,
        ...(carry === undefined ? {} : { carry }),
      } as const
      return then(id, await dispatcher.incident(id, command, from))
    },

    settleConflict: async (from, id, field, call) =>
      then(id, await dispatcher.incident(id, { type: 'SettleConflict', field, call }, from)),
  }
}
