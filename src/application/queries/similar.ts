import { type Call, isAttached } from '../../dispatch/call/call.ts'
import { callersOf } from '../../dispatch/duplicates/further-report.ts'
import {
  bestFirst,
  type Candidate,
  type Sighting,
  similarity,
  similarityRules,
} from '../../dispatch/duplicates/similarity.ts'
import { type Incident, openStatuses } from '../../dispatch/incident/incident.ts'
import { type Intake, known } from '../../dispatch/incident/intake.ts'
import type { Instant, TextRef } from '../../dispatch/vocabulary.ts'
import type { SimilarQueries } from '../commands/duplicates.ts'
import type { DepsWithRules } from '../context.ts'
import type { CandidateView, SimilarView } from '../views/duplicates.ts'
import { createIncidentViews } from './incident-view.ts'
import { tellingWords } from './telling-words.ts'

const mostOpen = 500
/** Archived ones are looked through by when they were opened; those of the last two hours are among the newest. */
const mostArchived = 200
/** Calls of a number that are compared. */
const mostCalls = 50
const mostShown = 5
/** From this caller on only new victims and dangers are asked: DESIGN "Duplicates". */
const quickFrom = 3

const noWords: ReadonlyMap<TextRef, string> = new Map()

/** Incidents that a call may be about: worked out in memory over the incidents of the centre that are open, or just were. */
export const createSimilarQueries = (deps: DepsWithRules): SimilarQueries => {
  const { stores, serviceClock } = deps
  const { summary } = createIncidentViews(deps)

  const candidatesIn = async (centre: string, now: Instant): Promise<Incident[]> => {
    const [open, archived] = await Promise.all([
      stores.incidents.list({ centre, statuses: openStatuses, limit: mostOpen }),
      stores.incidents.list({ centre, statuses: ['archived'], limit: mostArchived }),
    ])
    const recent = ({ phase }: Incident) => phase.status === 'archived' && now - phase.at <= similarityRules.closedMs
    return [...open, ...archived.filter(recent)]
  }

  /** Calls from the same number, the call itself too; none where the number is not known. */
  const callsOfNumber = async (call: string): Promise<ReadonlySet<string>> => {
    const caller = await stores.callers.byCall(call)
    if (!caller?.phone) return new Set()
    return new Set((await stores.callers.history(caller.centre, caller.phone, mostCalls)).map(one => one.call))
  }

  const similar = async ({
    id: call,
    centre,
    openedAt,
    intake,
    own,
  }: {
    id: string
    centre: string
    openedAt: Instant
    intake?: Intake
    own?: string
  }): Promise<SimilarView> => {
    const now = serviceClock.now()
    const [incidents, sameNumber] = await Promise.all([candidatesIn(centre, now), callsOfNumber(call)])
    const told = sightingOf(openedAt, intake, own === undefined ? new Map() : await stores.texts.of(own))
    const others = incidents
      .filter(({ id }) => id !== own)
      .map(incident => ({
        incident,
        sameCaller: incident.calls.some(other => other !== call && sameNumber.has(other)),
      }))
    // words are read only where they count
    const worded = others.filter(({ incident, sameCaller }) => {
      const pointed = told.point !== undefined && known(incident.intake.point) !== undefined
      return !pointed && (told.words.size > 0 || sameCaller)
    })
    const words = await stores.texts.ofEach(worded.map(({ incident }) => incident.id))
    const alike = others.flatMap(({ incident, sameCaller }) => {
      const found = similarity(told, candidateOf(incident, words.get(incident.id) ?? noWords), { now, sameCaller })
      return found ? [{ ...found, incident, sameCaller, at: incident.callOpenedAt }] : []
    })
    const best = bestFirst(alike).slice(0, mostShown)
    const shownWords = await stores.texts.ofEach(best.map(({ incident }) => incident.id))
    const candidates = best.map(async ({ at: _, incident, sameCaller, ...found }): Promise<CandidateView> => {
      const callers = callersOf(incident)
      const quick = !sameCaller && callers + 1 >= quickFrom
      const shown = await summary(incident, shownWords.get(incident.id) ?? noWords, now)
      return { incident: shown, ...found, callers, quick, continued: sameCaller }
    })
    return { candidates: await Promise.all(candidates) }
  }

  const ofCall = async (call: Call): Promise<SimilarView> => {
    const { id, centre, openedAt, incident } = call
    if (isAttached(call) || incident === undefined) return similar({ id, centre, openedAt })
    const intake = (await stores.incidents.load(incident))?.state.intake
    return similar({ id, centre, openedAt, own: incident, ...(intake ? { intake } : {}) })
  }

  return {
    similarToCall: async id => {
      const loaded = await stores.calls.load(id)
      return loaded && ofCall(loaded.state)
    },
    similarToIncident: async id => {
      const incident = (await stores.incidents.load(id))?.state
      if (!incident) return null
      const { centre, callOpenedAt: openedAt, intake, calls } = incident
      return similar({ id: calls[0] ?? '', centre, openedAt, intake, own: id })
    },
  }
}

const sightingOf = (at: Instant, intake: Intake | undefined, texts: ReadonlyMap<TextRef, string>): Sighting => {
  const type = known(intake?.type)
  const point = known(intake?.point)
  const { location, address, landmark } = intake ?? {}
  const place = [location, address, landmark].map(answer => texts.get(known(answer) ?? '') ?? '')
  return {
    at,
    ...(type === undefined ? {} : { type }),
    ...(point === undefined ? {} : { point }),
    words: tellingWords(place.join(' ')),
  }
}

const candidateOf = (incident: Incident, texts: ReadonlyMap<TextRef, string>): Candidate => {
  const { phase, callOpenedAt, intake } = incident
  return {
    ...sightingOf(callOpenedAt, intake, texts),
    ...(phase.status === 'archived' ? { overAt: phase.at } : {}),
  }
}
