import { byAlert, copiesOf } from './evidence/copies.ts'
import type { Evidence } from './evidence/evidence.ts'
import { judge } from './laws/index.ts'
import type { Violation } from './laws/violation.ts'

export interface Report {
  /** every violation, then the closing line */
  lines: string[]
  good: boolean
}

/** @param begun machine ms of the run's beginning: times are told as seconds from there */
export const report = (
  evidence: Evidence,
  { faults, seed, begun, more = [] }: { faults: number; seed: number; begun: number; more?: readonly Violation[] },
): Report => {
  const { lost, unmarked, wrong: broken } = judge(evidence)
  const wrong = [...broken, ...more]
  const repeated = byAlert(copiesOf(evidence.shown)).reduce((sum, copies) => sum + copies.length - 1, 0)
  const marked = unmarked.length === 0 ? 'all marked' : `${unmarked.length} not marked`
  const counts = [
    `${faults} faults`,
    `${evidence.alerts.length} alerts`,
    `${lost.length} lost`,
    `${repeated} repeated (${marked})`,
    `${wrong.length} wrong`,
  ]
  const all = [...lost, ...unmarked, ...wrong]
  return {
    lines: [...all.map(one => tell(one, seed, begun)), `chaos: ${counts.join(', ')}`],
    good: all.length === 0,
  }
}

const tell = ({ law, number, chat, times, what }: Violation, seed: number, begun: number): string => {
  const at = times.map(time => `${((time - begun) / 1000).toFixed(1)} s`).join(', ')
  return `!! ${[law, number, chat].filter(Boolean).join(' · ')}: ${what} (at ${at}; seed ${seed})`
}
