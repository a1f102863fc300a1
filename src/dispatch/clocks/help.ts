import type { AttentionItem, Incident } from '../incident/incident.ts'
import { isOver } from '../incident/incident.ts'
import { helpLimitSeconds, helpRepeatSeconds } from '../profiles/ladders.ts'
import type { Instant } from '../vocabulary.ts'
import { nextRepetition } from './ladder.ts'

/** Calls for help: the supervisors hear of them at once, and again while nobody has looked after them. */
export type HelpKind = Exclude<AttentionItem['kind'], 'reportOverdue' | 'sitrepOverdue' | 'handOverReceived'>

/**
 * When a call for help begins to climb. patient: after a limit by priority, in which the desk may look after it.
 * alarm: its first word is the first rung already.
 */
const climbing = {
  declined: 'patient',
  handedBack: 'patient',
  backup: 'patient',
  obstacle: 'patient',
  handOverRefused: 'patient',
  unreachable: 'alarm',
  phonesSilent: 'alarm',
  unattended: 'alarm',
  nobodyLeft: 'alarm',
} as const satisfies Record<HelpKind, 'patient' | 'alarm'>

export const isHelp = (kind: AttentionItem['kind']): kind is HelpKind => kind in climbing

/** The one rung before the repetitions. */
const firstRung = '1'

/** What "Saya tangani" and fired rungs call the little clock of an item. */
export const helpKey = (item: string): string => `help:${item}`

/** The item whose little clock has this key; undefined when no open call for help has it. */
export const helpItemOf = ({ attention }: Pick<Incident, 'attention'>, key: string): AttentionItem | undefined =>
  attention.find(({ id, kind }) => isHelp(kind) && helpKey(id) === key)

/** A word about an open call for help that waits for its time, or whose time has come. */
export interface PendingHelp {
  item: AttentionItem
  /** `1`, or `r` and the number of the repetition */
  rung: string
  dueAt: Instant
}

/** Every open call for help has exactly one next rung, until somebody settles it or its need is met. */
export const pendingHelp = (incident: Incident, now: Instant): PendingHelp[] =>
  isOver(incident)
    ? []
    : incident.attention
        .filter(({ kind, doneAt }) => doneAt === undefined && isHelp(kind))
        .map(item => pendingOf(incident, item, now))

const pendingOf = (incident: Incident, item: AttentionItem, now: Instant): PendingHelp => {
  const key = helpKey(item.id)
  const fired = incident.fired.filter(({ clock }) => clock === key)
  const first = fired.find(({ rung }) => rung === firstRung)
  const patient = isHelp(item.kind) && climbing[item.kind] === 'patient'
  if (patient && !first) return { item, rung: firstRung, dueAt: item.at + helpLimitSeconds[incident.priority] * 1000 }
  const next = nextRepetition(
    { base: first?.dueAt ?? item.at, everySeconds: helpRepeatSeconds },
    fired.map(({ rung }) => rung),
    { now, silencedUntil: incident.silencedUntil[key] },
  )
  return { item, ...next }
}
