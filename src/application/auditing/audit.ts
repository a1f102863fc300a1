import { withinOr } from '../../lib/within.ts'
import type { DepsWithRules, Dispatcher } from '../context.ts'
import { createJudgeOpen, type PassedDeadline } from './judge-open.ts'
import { createUnhandled, type Handlers, type Unhandled, type UnhandledKind } from './unhandled.ts'
import { type Finding, isAlarm, type Verdict, verdictOf } from './verdict.ts'

/** So many are put right at once, each within this time; machine ms. */
const atOnce = 10
const repairWithinMs = 20_000
/** After this an audit puts nothing more right: the next one goes on. Machine ms. */
const repairBudgetMs = 30_000

/** One audit; an audit after the other, never two at once: it remembers what waited at the last one. */
export type Audit = () => Promise<Verdict>

/**
 * Proves from the database, independent of the queue and of the sweeps, that every open assignment is in somebody's
 * hands and that nothing which is there to be done lies about; puts right what it can, and says the rest.
 */
export const createAudit = (deps: DepsWithRules, dispatcher: Dispatcher, handlers: Handlers): Audit => {
  const { machineClock, log } = deps
  const open = createJudgeOpen(deps, dispatcher)
  const kinds = createUnhandled(deps, handlers, open.reindex)

  const repair = async (kind: string, late: readonly Unhandled[]): Promise<void> => {
    const until = machineClock.now() + repairBudgetMs
    for (let done = 0; done < late.length && machineClock.now() < until; done += atOnce) {
      await Promise.all(
        late.slice(done, done + atOnce).map(async ({ key, repair }) => {
          try {
            const end = await withinOr(repairWithinMs, repair(), 'late')
            if (end === 'late') log.warn({ kind, key }, 'a repair takes long')
          } catch (error) {
            log.error({ kind, key, error }, 'a repair failed')
          }
        }),
      )
    }
  }

  /** What is late is done now; what waits unmoved even then remains, and whoever depends on it is phoned. */
  const findLate = async (
    { kind, watch, look }: UnhandledKind,
    passed: readonly PassedDeadline[],
  ): Promise<Finding[]> => {
    const late = watch.late(await look(passed), machineClock.now())
    if (!late.length) return []
    await repair(kind, late)
    const lateKeys = new Set(late.map(({ key }) => key))
    const after = await look(await open.stillPassed(passed.filter(({ key }) => lateKeys.has(key))))
    const still = new Set(after.map(({ key }) => key))
    for (const { key, where, assignments } of late) {
      if (still.has(key) && where.incident && assignments) await open.repairCare(where.incident, assignments)
    }
    return byPlace(late.map(({ key, where }) => ({ kind, count: 1, repaired: !still.has(key), ...where })))
  }

  const tell = (finding: Finding): void => {
    if (isAlarm(finding)) log.error(finding, 'the auditor raises an alarm')
    else log.warn(finding, 'the auditor found something')
  }

  return async () => {
    const startedAt = machineClock.now()
    const { findings, passed, ...looked } = await open.look()
    for (const kind of kinds) findings.push(...(await findLate(kind, passed)))
    findings.forEach(tell)
    return verdictOf(looked, findings, { startedAt, at: machineClock.now() })
  }
}

/** Several of one kind at one place are one finding. */
const byPlace = (findings: readonly Finding[]): Finding[] => {
  const places = new Map<string, Finding>()
  for (const finding of findings) {
    const { count, ...rest } = finding
    const place = JSON.stringify(rest)
    places.set(place, { ...rest, count: (places.get(place)?.count ?? 0) + count })
  }
  return [...places.values()]
}
