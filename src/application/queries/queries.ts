import { openCallStatuses } from '../../dispatch/call/call.ts'
import { openStatuses } from '../../dispatch/incident/incident.ts'
import { stormThresholds } from '../../dispatch/storm/storm.ts'
import type { Queries } from '../application.ts'
import type { DepsWithRules } from '../context.ts'
import { createReadFigures } from '../figures/read-figures.ts'
import type { IncidentSummary } from '../views.ts'
import { createArchive } from './archive.ts'
import { createCallViews } from './call-view.ts'
import { createDetailViews } from './detail-views.ts'
import { createEscalations } from './escalations.ts'
import { createIncidentViews } from './incident-view.ts'
import { createSimilarQueries } from './similar.ts'
import { createTalkPages } from './talk-view.ts'

/** What pages ask; every question names its centre. */
export const createQueries = (deps: DepsWithRules): Queries => {
  const { stores, serviceClock, rules } = deps
  const incidents = createIncidentViews(deps)
  const calls = createCallViews(deps)

  const summaries = async (states: Awaited<ReturnType<typeof stores.incidents.list>>): Promise<IncidentSummary[]> => {
    const words = await stores.texts.ofEach(states.map(({ id }) => id))
    const now = serviceClock.now()
    return Promise.all(states.map(state => incidents.summary(state, words.get(state.id) ?? new Map(), now)))
  }

  return {
    ...createSimilarQueries(deps),
    calls: async (centre, { openOnly, limit }) => {
      const statuses = openOnly ? { statuses: openCallStatuses } : {}
      return calls.summaries(await stores.calls.list({ centre, ...statuses, limit }))
    },
    call: async id => {
      const loaded = await stores.calls.load(id)
      return loaded && calls.view(loaded.state)
    },
    callbacks: calls.callbacks,
    referrals: calls.referrals,
    incidents: async centre => summaries(await stores.incidents.list({ centre, statuses: openStatuses, limit: 500 })),
    incident: incidents.view,
    incidentNumber: async id => (await stores.incidents.load(id))?.state.number ?? null,
    escalations: createEscalations(deps),
    ...createArchive(deps, summaries, calls.summaries),
    figures: createReadFigures(deps),
    talk: createTalkPages(deps),
    views: createDetailViews(deps),
    storm: async centre => {
      const record = await stores.storms.of(centre)
      if (record?.endedAt !== null) return null
      return { centre, since: record.since, most: record.most, windowMinutes: stormThresholds.windowSeconds / 60 }
    },
    runCards: async (centre, version) => {
      const cards = await rules.runCards(centre, version)
      if (!cards) return null
      return cards.map(({ code, name, priority, restricted }) => ({ code, name, priority, restricted }))
    },
  }
}
