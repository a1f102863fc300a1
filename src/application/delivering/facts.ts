import type { Incident } from '../../dispatch/incident/incident.ts'
import { known } from '../../dispatch/incident/intake.ts'
import { substitutesFor } from '../../dispatch/run-cards/substitutes.ts'
import { addresseesOf } from '../contacts/addressees.ts'
import type { DepsWithRules } from '../context.ts'
import type { IncidentFacts } from '../ports/renderer.ts'
import { wordsOf } from '../words-of.ts'
import { createDeskFacts } from './desk-facts.ts'
import { createStormFacts } from './storm-facts.ts'

/** Gathers what a message needs at the moment when it is sent: no stale cards. */
export const createFacts = (deps: DepsWithRules) => {
  const { stores, serviceClock, training, rules } = deps
  const centreOf = async (code: string) =>
    (await stores.directory.centre(code)) ?? { code, name: code, timeZone: 'Asia/Jakarta' }

  const incidentFacts = async (incident: Incident): Promise<IncidentFacts> => {
    const [{ profile, runCards, runCard }, centre, agencies, posts, texts, photos] = await Promise.all([
      rules.of(incident),
      centreOf(incident.centre),
      stores.directory.agencies(incident.centre),
      stores.directory.posts(incident.centre),
      wordsOf(stores.texts, incident),
      stores.photos.list(incident.id),
    ])
    const type = known(incident.intake.type)
    const card = type === undefined ? undefined : runCard(type)
    const codes = new Set(agencies.map(({ code }) => code))
    const whomToAsk = Object.fromEntries(
      incident.assignments.map(({ agency }) => [
        agency,
        substitutesFor(incident, agency, card, runCards.substitutes).filter(code => codes.has(code)),
      ]),
    )
    return {
      incident,
      profile,
      substitutes: whomToAsk,
      texts,
      centre,
      agencyNames: new Map(agencies.map(({ code, name }) => [code, name])),
      ...addresseesOf(incident, agencies, posts),
      typeName: card?.name ?? null,
      photoCount: photos.length,
      now: serviceClock.now(),
      training,
    }
  }

  return { incidentFacts, deskFacts: createDeskFacts(deps), stormFacts: createStormFacts(deps) }
}

export type Facts = ReturnType<typeof createFacts>
