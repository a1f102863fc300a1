import type { Call } from '../../dispatch/call/call.ts'
import type { CallEffect } from '../../dispatch/call/messages.ts'
import type { StoredEffect } from '../../dispatch/incident/effects.ts'
import { type Instant, system } from '../../dispatch/vocabulary.ts'
import type { DepsWithRules, Dispatcher } from '../context.ts'
import type { KeepFigures } from '../figures/keep-figures.ts'
import { createAttachEffects } from './attach-effects.ts'
import { createCallbacks } from './callbacks.ts'
import type { DeskBoard } from './desk-board.ts'
import { createEraseCaller } from './erase-caller.ts'
import { nextIncidentNumber } from './incident-number.ts'

type Effect<Kind extends CallEffect['kind']> = StoredEffect<Extract<CallEffect, { kind: Kind }>>
type Performers = { [Kind in CallEffect['kind']]: (call: Call, effect: Effect<Kind>) => Promise<void> }

/** What each effect of a call does: opening its incident, counting it for its number, asking for a call back … */
export const createCallEffects = (
  deps: DepsWithRules,
  deskBoard: DeskBoard,
  dispatcher: () => Dispatcher,
  keep: KeepFigures,
) => {
  const { stores, serviceClock, rules } = deps

  /** What every incident of a call begins with. */
  const beginning = async (call: Call, incident: string, day: Instant) => {
    const centre = await stores.directory.centre(call.centre)
    return {
      incidentId: incident,
      centre: call.centre,
      number: await nextIncidentNumber(stores.counters, call.centre, centre?.timeZone ?? 'Asia/Jakarta', day),
      profile: call.profile,
      runCards: await rules.runCardsToPin(call.centre),
      handling: (await rules.of(call)).profile.handling,
      call: call.id,
      callOpenedAt: call.openedAt,
      classifiedAt: call.classedAt ?? call.classifiedAt ?? call.openedAt,
      ...(call.operator.kind === 'user' ? { owner: call.operator } : {}),
    }
  }

  const performers: Performers = {
    openIncident: async (call, { id, incident, reporter, answers }) => {
      const commandId = `effect:${call.id}:${id}`
      if (!(await stores.incidents.load(incident))) {
        const facts = await beginning(call, incident, serviceClock.now())
        const command = { type: 'OpenIncident', ...facts, ...(reporter === undefined ? {} : { reporter }) } as const
        await dispatcher().incident(incident, command, { commandId, by: system })
      }
      if (!answers) return
      const from = { commandId: `${commandId}:answers`, by: call.operator }
      await dispatcher().incident(incident, { type: 'AnswerIntake', change: answers }, from)
    },

    // Its number is of the day on paper; whoever entered the call entered the incident.
    enterIncident: async (call, { id, incident, past }) => {
      if (await stores.incidents.load(incident)) return
      const facts = await beginning(call, incident, call.openedAt)
      const from = { commandId: `effect:${call.id}:${id}`, by: call.operator }
      await dispatcher().incident(incident, { type: 'EnterIncident', ...facts, past }, from)
    },

    openCall: async (call, { id, call: opened, operator }) => {
      const { centre, profile } = call
      const caller = await stores.callers.byCall(call.id)
      if (!(await stores.callers.byCall(opened))) {
        const { phone = null, name = null } = caller ?? {}
        await stores.callers.put({
          call: opened,
          centre,
          phone,
          name,
          callClass: null,
          openedAt: serviceClock.now(),
        })
      }
      const command = { type: 'OpenCall', callId: opened, centre, profile, callbackOf: call.id } as const
      await dispatcher().call(opened, command, { commandId: `effect:${call.id}:${id}`, by: operator })
    },

    deskPing: (call, { id }) => deskBoard.breached(call.centre, `${call.id}:${id}`),

    countAnswer: (call, { entry }) =>
      stores.information.given(call.centre, entry, call.id, call.resolvedAt ?? call.openedAt),

    eraseCaller: createEraseCaller(deps),
    keepFigures: keep.call,
    ...createCallbacks(deps, dispatcher),
    ...createAttachEffects(stores, dispatcher),
  }

  return {
    perform: (call: Call, effect: StoredEffect<CallEffect>): Promise<void> => {
      const performer = performers[effect.kind] as (call: Call, effect: StoredEffect<CallEffect>) => Promise<void>
      return performer(call, effect)
    },
  }
}
