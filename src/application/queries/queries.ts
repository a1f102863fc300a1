import type { Call } from '../../dispatch/call/call.ts'
import { callClocks } from '../../dispatch/clocks/call-clocks.ts'
import { overStatuses } from '../../dispatch/incident/incident.ts'
import type { CallClass } from '../../dispatch/vocabulary.ts'
import type { Queries } from '../application.ts'
import type { DepsWithRules } from '../context.ts'
import type { CallView, IncidentSummary } from '../views.ts'
import { clockView } from './clock-view.ts'
import { createIncidentViews } from './incident-view.ts'
import { createTalkPages } from './talk-view.ts'

const openStatuses = ['intake', 'submitted', 'taken', 'dispatched', 'closing', 'closed'] as const
/** How many incidents and calls a search by words looks at, the newest first. */
const searchDepth = 2_000
/** Earlier calls from a number that the desk is shown. */
const historyLength = 20

/** What pages ask; every question names its centre. */
export const createQueries = (deps: DepsWithRules): Queries => {
  const { stores, serviceClock, rules } = deps
  const incidents = createIncidentViews(deps)

  const callView = async (call: Call): Promise<CallView> => {
    const { profile } = await rules.of(call)
    const caller = await stores.callers.byCall(call.id)
    const earlier = caller?.phone ? await stores.callers.history(call.centre, caller.phone, historyLength + 1) : []
    return {
      id: call.id,
      centre: call.centre,
      status: call.phase.status,
      callClass: call.callClass ?? null,
      openedAt: call.openedAt,
      endedAt: call.endedAt ?? null,
      operator: call.operator.kind === 'system' ? '' : call.operator.name,
      phone: caller?.phone ?? null,
      callerName: caller?.name ?? null,
      incident: call.incident ?? null,
      resolution: await resolutionView(call),
      clocks: callClocks(call, profile).map(clock => clockView(clock, call.fired)),
      history: earlier
        .filter(record => record.call !== call.id)
        .slice(0, historyLength)
        .map(record => ({
          call: record.call,
          openedAt: record.openedAt,
          callClass: record.callClass as CallClass | null,
        })),
    }
  }

  const resolutionView = async ({ id, resolution }: Call): Promise<CallView['resolution']> => {
    if (!resolution) return null
    if (resolution.kind !== 'answered' && resolution.kind !== 'referred') return { kind: resolution.kind }
    const texts = await stores.texts.of(id)
    const answer =
      resolution.kind === 'answered' ? { topic: resolution.topic, answer: texts.get(resolution.answer) ?? '' } : {}
    const { note, ...referral } = resolution.referral ?? {}
    return {
      kind: resolution.kind,
      ...answer,
      ...referral,
      ...(note === undefined ? {} : { note: texts.get(note) ?? '' }),
    }
  }

  const summaries = async (states: Awaited<ReturnType<typeof stores.incidents.list>>): Promise<IncidentSummary[]> => {
    const now = serviceClock.now()
    return Promise.all(states.map(async state => incidents.summary(state, await stores.texts.of(state.id), now)))
  }

  return {
    calls: async (centre, { openOnly, limit }) => {
      const statuses = openOnly ? { statuses: ['open', 'classified', 'resolved'] } : {}
      return Promise.all((await stores.calls.list({ centre, ...statuses, limit })).map(callView))
    },
    call: async id => {
      const loaded = await stores.calls.load(id)
      return loaded && callView(loaded.state)
    },
    incidents: async centre => summaries(await stores.incidents.list({ centre, statuses: openStatuses, limit: 500 })),
    incident: incidents.view,
    archive: async (centre, { words, before, limit }) => {
      const query = { centre, statuses: overStatuses, limit, ...(before === undefined ? {} : { before }) }
      const typed = words.trim()
      if (typed === '') return summaries(await stores.incidents.list(query))
      const byNumber = await stores.incidents.list({ ...query, number: typed.toUpperCase() })
      if (byNumber.length) return summaries(byNumber)
      const ids = await stores.texts.search(centre, typed.split(/\s+/), searchDepth)
      return ids.length ? summaries(await stores.incidents.list({ ...query, ids })) : []
    },
    talk: createTalkPages(deps),
    runCards: async (centre, version) => {
      const cards = await rules.runCards(centre, version)
      if (!cards) return null
      return cards.map(({ code, name, priority, restricted }) => ({ code, name, priority, restricted }))
    },
  }
}
