import type { Care } from '../../dispatch/audit/care.ts'

/**
 * What an audit may find. alarm: an alert may depend on it. nuisance: what a chat shows is out of date. The sentences
 * for people are in the catalogues.
 */
export const findingKinds = {
  /** an open assignment that is neither answered, climbing nor being phoned */
  inNobodysHands: 'alarm',
  /** a limit or ladder runs, and no stored deadline would ever wake it */
  deadlineLost: 'alarm',
  /** a deadline has passed and nothing happened */
  deadlinePassed: 'alarm',
  /** what a command made was not turned into messages */
  effectWaiting: 'alarm',
  /** a press or reply was not worked */
  updateWaiting: 'alarm',
  /** a press or reply was tried again and again, and set aside so that its chat could go on */
  updateSetAside: 'alarm',
  /** a message that could go does not */
  messageWaiting: 'alarm',
  /** a card or ping shows less than it should */
  cardNotShown: 'nuisance',
  /** the record could not be judged */
  notJudged: 'alarm',
} as const satisfies Record<string, 'alarm' | 'nuisance'>
export type FindingKind = keyof typeof findingKinds

/** One thing that is not as it must be; ids and codes only. */
export interface Finding {
  kind: FindingKind
  /** how often, where several of one kind stand at one place */
  count: number
  /** the audit put it right */
  repaired: boolean
  centre?: string
  incident?: string
  /** the incident's number for people */
  number?: string
  call?: string
  /** codes of the agencies that it concerns */
  agencies?: string[]
  /** id of the paired chat */
  chat?: string
}

/** What one audit proved, and what it found. */
export interface Verdict {
  /** machine time at its end, ms */
  at: number
  /** machine ms that it took */
  tookMs: number
  incidents: number
  calls: number
  /** open assignments by what proves that somebody has them */
  assignments: Record<Care, number>
  /** all that was found; `findings` has the first of them, the worst first */
  found: number
  findings: Finding[]
  /** somebody must look now: something could not be put right, or an agency was in nobody's hands */
  alarm: boolean
}

/** More findings than this say no more than the first of them. */
const shownFindings = 50

export const verdictOf = (
  looked: Pick<Verdict, 'incidents' | 'calls' | 'assignments'>,
  findings: readonly Finding[],
  { startedAt, at }: { startedAt: number; at: number },
): Verdict => {
  const worstFirst = [...findings].sort((a, b) => weightOf(b) - weightOf(a))
  return {
    at,
    tookMs: at - startedAt,
    ...looked,
    found: findings.length,
    findings: worstFirst.slice(0, shownFindings),
    alarm: findings.some(isAlarm),
  }
}

/** An agency that was in nobody's hands is one even when somebody has it now: people must hear of it. */
export const isAlarm = ({ kind, repaired }: Finding): boolean =>
  kind === 'inNobodysHands' || (!repaired && findingKinds[kind] === 'alarm')

const weightOf = (finding: Finding): number =>
  (isAlarm(finding) ? 4 : 0) + (finding.repaired ? 0 : 2) + (findingKinds[finding.kind] === 'alarm' ? 1 : 0)

/** An audit that did not come for so long, machine ms, is itself a fault: three were due. */
export const staleAfterMs = 180_000

export const isStale = (verdict: Verdict | null, machineNow: number): boolean =>
  !verdict || machineNow - verdict.at > staleAfterMs

/** How the installation stands by its last audit; whoever runs `since` a moment ago waits for its first. Machine ms. */
export const statusOf = (
  verdict: Verdict | null,
  { now, since }: { now: number; since: number },
): 'ok' | 'degraded' | 'down' => {
  if (!verdict || isStale(verdict, now)) return now - since > staleAfterMs ? 'down' : 'ok'
  if (verdict.alarm) return 'down'
  return verdict.found > 0 ? 'degraded' : 'ok'
}
