import type { IntakeAnswers } from '../../../src/application/application.ts'
import type { CallView, IncidentView } from '../../../src/application/views.ts'
import { type EmergencyScenario, isEmergency } from '../../../src/scenarios/scenario.ts'
import { semarangScenarios } from '../../../src/scenarios/semarang.ts'
import { type City, ok, planOf } from './city.ts'

/** Stories of several callers about one incident, told with the fourteen scenarios. */

export const scenario = (id: string): EmergencyScenario => {
  const found = semarangScenarios.find(one => one.id === id)
  if (!found || !isEmergency(found)) throw new Error(`no emergency ${id}`)
  return found
}

const answersOf = (told: EmergencyScenario): IntakeAnswers => ({
  type: { known: told.type },
  location: { known: `${told.kelurahan}, ${told.kecamatan}` },
  address: { known: told.address },
  landmark: { known: told.landmark },
  point: { known: told.point },
  condition: { known: told.condition },
  passable: { known: told.passable },
  handlingSoFar: told.handlingSoFar === null ? 'unknown' : { known: told.handlingSoFar },
  victims: { known: told.victims },
  hazards: told.hazards,
})

const chats = ['DINKES', 'POLRES', 'DAMKAR', 'PLN', 'supervisors']

export const duplicateStory = (present: () => City) => {
  const call = async (id: string): Promise<CallView> => {
    const view = await present().app.queries.call(id)
    if (!view) throw new Error(`no call ${id}`)
    return view
  }

  /** The scenario's call is classified as normal and its fields are asked. */
  const told = async (id: string, change: IntakeAnswers = {}): Promise<{ call: string; incident: string }> => {
    const one = scenario(id)
    const opened = await present().rings(one.caller.phone, one.caller.name)
    const { incident } = ok(await present().app.calls.classify(present().sender(), opened.id, 'normal'))
    ok(await present().app.incidents.answerIntake(present().sender(), incident ?? '', { ...answersOf(one), ...change }))
    return { call: opened.id, incident: incident ?? '' }
  }

  /** …and its agencies are alerted. */
  const sent = async (
    id: string,
    ...plan: string[]
  ): Promise<{ call: string; incident: string; view: IncidentView }> => {
    const one = await told(id)
    const words = plan.length ? plan : ['DINKES lead', 'POLRES', 'DAMKAR']
    ok(await present().app.incidents.submitIntake(present().sender(), one.incident))
    ok(await present().app.incidents.dispatch(present().sender(), one.incident, planOf(words)))
    await present().settles()
    return { ...one, view: await present().incident(one.incident) }
  }

  const attach = async (from: string, incident: string, more: object = {}) => {
    const attached = await present().app.calls.attach(present().sender(), from, { incident, ...more })
    await present().settles()
    return attached
  }

  const similarTo = async (from: string) => (await present().app.queries.similarToCall(from))?.candidates ?? []

  /** How many messages stand in each chat. */
  const messages = () => Object.fromEntries(chats.map(chat => [chat, present().platform.in(chat).length]))

  return { call, told, sent, attach, similarTo, messages }
}
