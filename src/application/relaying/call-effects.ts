import type { Call } from '../../dispatch/call/call.ts'
import type { CallEffect } from '../../dispatch/call/messages.ts'
import type { StoredEffect } from '../../dispatch/incident/effects.ts'
import { system } from '../../dispatch/vocabulary.ts'
import type { DepsWithRules, Dispatcher } from '../context.ts'
import type { Deliver } from './deliver.ts'
import type { Recipients } from './recipients.ts'

/** What each effect of a call does: a normal call opens its incident; a desk limit is told in the supervisors' chat. */
export const createCallEffects = (
  deps: DepsWithRules,
  { deliver }: Deliver,
  recipients: Recipients,
  dispatcher: () => Dispatcher,
  takeDeskTurn: (chat: string, effect: string) => Promise<boolean>,
) => {
  const { stores, serviceClock, rules } = deps

  const openIncident = async (call: Call, effect: StoredEffect<Extract<CallEffect, { kind: 'openIncident' }>>) => {
    if (await stores.incidents.load(effect.incident)) return
    const { reporter } = effect
    const centre = await stores.directory.centre(call.centre)
    const { profile } = await rules.of(call)
    const number = await nextNumber(call.centre, centre?.timeZone ?? 'Asia/Jakarta')
    await dispatcher().incident(
      effect.incident,
      {
        type: 'OpenIncident',
        incidentId: effect.incident,
        centre: call.centre,
        number,
        profile: call.profile,
        runCards: await rules.runCardsToPin(call.centre),
        handling: profile.handling,
        call: call.id,
        callOpenedAt: call.openedAt,
        classifiedAt: call.classifiedAt ?? call.openedAt,
        ...(reporter === undefined ? {} : { reporter }),
      },
      { commandId: `effect:${call.id}:${effect.id}`, by: system },
    )
  }

  /** For people: centre, date in the centre's time zone, running number of the day, e.g. SMG-261121-004. */
  const nextNumber = async (centre: string, timeZone: string): Promise<string> => {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: '2-digit', month: '2-digit', day: '2-digit' })
      .format(serviceClock.now())
      .replaceAll('-', '')
    const running = await stores.counters.next(`incident:${centre}:${day}`)
    return `${centre}-${day}-${String(running).padStart(3, '0')}`
  }

  const deskPing = async (call: Call, { id, clock, rung }: StoredEffect<Extract<CallEffect, { kind: 'deskPing' }>>) => {
    for (const chat of await recipients.ofAudience(call.centre, { kind: 'supervisorsChat' })) {
      if (!(await takeDeskTurn(chat.id, `${call.id}:${id}`))) continue
      await deliver(`${call.id}:${id}:${chat.id}`, chat, { kind: 'deskPing', call: call.id, clock, rung })
    }
  }

  return {
    perform: (call: Call, effect: StoredEffect<CallEffect>): Promise<void> =>
      effect.kind === 'openIncident' ? openIncident(call, effect) : deskPing(call, effect),
  }
}
