import { randomUUID } from 'node:crypto'
import { type Care, careOf, cares, isDeadlineLost, openAssignments } from '../../dispatch/audit/care.ts'
import { openCallStatuses } from '../../dispatch/call/call.ts'
import { nextCallDueAt } from '../../dispatch/call/decide.ts'
import { nextDueAt } from '../../dispatch/incident/decide/escalating.ts'
import { type Incident, openStatuses } from '../../dispatch/incident/incident.ts'
import { type Instant, system } from '../../dispatch/vocabulary.ts'
import type { DepsWithRules, Dispatcher } from '../context.ts'
import type { Finding, Verdict } from './verdict.ts'
import type { Waiting } from './watch.ts'

/** Statuses in which something may still be due. */
const statusesOf = { incident: openStatuses, call: openCallStatuses } as const

/** How many ids are read at a time. */
const pageSize = 100

/** A deadline that has passed. */
export interface PassedDeadline extends Waiting {
  aggregate: 'call' | 'incident'
  id: string
  where: Omit<Finding, 'kind' | 'count' | 'repaired'>
  /** whose ladder waits for it */
  assignments: string[]
}

/** What one look at an incident, or a call, says. */
interface Judgement {
  where: PassedDeadline['where']
  version: number
  storedDueAt: Instant | null
  wantedDueAt: Instant | null
  /** open assignments and what proves that somebody has them */
  care: { id: string; agency: string; care: Care | null }[]
}

export interface OpenWork extends Pick<Verdict, 'incidents' | 'calls' | 'assignments'> {
  findings: Finding[]
  passed: PassedDeadline[]
}

/**
 * Looks at every open incident and call, of all centres, as it is stored: who has each assignment, and whether a stored
 * deadline wakes whatever runs. What is wrong is put right at once, and looked at again.
 */
export const createJudgeOpen = (
  { stores, serviceClock, rules, wakeUps, log }: DepsWithRules,
  dispatcher: Dispatcher,
) => {
  const judge = {
    incident: async (id: string): Promise<Judgement | null> => {
      const loaded = await stores.incidents.load(id)
      if (!loaded) return null
      const { state, version, nextDueAt: storedDueAt } = loaded
      const { profile } = await rules.of(state)
      return {
        where: whereOf(state),
        version,
        storedDueAt,
        wantedDueAt: nextDueAt(state, profile, serviceClock.now()),
        care: openAssignments(state).map(one => ({
          id: one.id,
          agency: one.agency,
          care: careOf(state, one, storedDueAt),
        })),
      }
    },
    call: async (id: string): Promise<Judgement | null> => {
      const loaded = await stores.calls.load(id)
      if (!loaded) return null
      const { state, version, nextDueAt: storedDueAt } = loaded
      const { profile } = await rules.of(state)
      const wantedDueAt = nextCallDueAt(state, profile, serviceClock.now())
      return { where: { centre: state.centre, call: id }, version, storedDueAt, wantedDueAt, care: [] }
    },
  } as const

  const storeOf = { incident: stores.incidents, call: stores.calls } as const

  /** Stores the deadline that the state asks for, where another one stands; whoever is faster stores it too. */
  const reindex = async (aggregate: 'call' | 'incident', id: string): Promise<void> => {
    const now = await judge[aggregate](id)
    if (!now || now.storedDueAt === now.wantedDueAt) return
    const stored = await storeOf[aggregate].reindex(id, now.version, now.wantedDueAt)
    if (stored && now.wantedDueAt !== null) wakeUps.due(aggregate, id, now.wantedDueAt)
  }

  /** Somebody phones for those that wait; whoever has answered, or is being phoned, is left alone. */
  const repairCare = async (id: string, assignments: readonly string[]): Promise<void> => {
    if (!assignments.length) return
    const from = { commandId: `audit:${randomUUID()}`, by: system }
    await dispatcher.incident(id, { type: 'RepairCare', assignments }, from)
  }

  const findingIn = async (aggregate: 'call' | 'incident', id: string, was: Judgement): Promise<Finding | null> => {
    const abandoned = was.care.filter(({ care }) => care === null)
    const lost = isDeadlineLost(was.storedDueAt, was.wantedDueAt)
    if (!abandoned.length && !lost) return null
    await repairCare(
      id,
      abandoned.map(one => one.id),
    )
    await reindex(aggregate, id)
    const now = await judge[aggregate](id)
    const repaired =
      !now || (now.care.every(({ care }) => care !== null) && !isDeadlineLost(now.storedDueAt, now.wantedDueAt))
    const agencies = abandoned.map(({ agency }) => agency)
    return abandoned.length
      ? { kind: 'inNobodysHands', count: abandoned.length, repaired, ...was.where, agencies }
      : { kind: 'deadlineLost', count: 1, repaired, ...was.where }
  }

  const passedIn = (aggregate: 'call' | 'incident', id: string, { care, storedDueAt, where }: Judgement) => {
    if (storedDueAt === null || storedDueAt > serviceClock.now()) return []
    const assignments = care.filter(one => one.care === 'climbing').map(one => one.id)
    return [{ key: `${aggregate}:${id}:${storedDueAt}`, aggregate, id, where, assignments }]
  }

  /** Those of the passed deadlines that still stand there. */
  const stillPassed = async (passed: readonly PassedDeadline[]): Promise<PassedDeadline[]> => {
    const found: PassedDeadline[] = []
    for (const { aggregate, id } of passed) {
      const judged = await judge[aggregate](id)
      if (judged) found.push(...passedIn(aggregate, id, judged))
    }
    return found
  }

  /** One that cannot be judged does not hide the others. */
  const lookAt = async (aggregate: 'call' | 'incident', id: string, into: OpenWork): Promise<void> => {
    try {
      const judged = await judge[aggregate](id)
      if (!judged) return
      const { care } = judged
      into[aggregate === 'incident' ? 'incidents' : 'calls'] += 1
      for (const one of care) if (one.care) into.assignments[one.care] += 1
      const finding = await findingIn(aggregate, id, judged)
      if (finding) into.findings.push(finding)
      into.passed.push(...passedIn(aggregate, id, judged))
    } catch (error) {
      log.error({ aggregate: id, error }, 'the auditor could not judge one')
      into.findings.push({ kind: 'notJudged', count: 1, repaired: false, [aggregate]: id })
    }
  }

  const look = async (): Promise<OpenWork> => {
    const assignments = Object.fromEntries(cares.map(care => [care, 0])) as Verdict['assignments']
    const found: OpenWork = { incidents: 0, calls: 0, assignments, findings: [], passed: [] }
    for (const aggregate of ['incident', 'call'] as const) {
      let page: string[] = []
      do {
        page = await storeOf[aggregate].idsIn(statusesOf[aggregate], page.at(-1) ?? '', pageSize)
        for (const id of page) await lookAt(aggregate, id, found)
      } while (page.length === pageSize)
    }
    return found
  }

  return { look, stillPassed, reindex, repairCare }
}

const whereOf = ({ id, centre, number }: Incident) => ({ centre, incident: id, number })
