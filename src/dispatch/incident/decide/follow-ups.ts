import { helpItemOf, helpKey } from '../../clocks/help.ts'
import { incidentClocks } from '../../clocks/incident-clocks.ts'
import type { SopProfile } from '../../profiles/profile.ts'
import type { Instant } from '../../vocabulary.ts'
import type { AttentionItem, PhoneTask } from '../incident.ts'
import { isRequired } from '../standing.ts'
import type { Draft } from './draft.ts'

/** What follows from an event in the same decision: phone tasks, attention items, the alarm that nobody is left. */

/** Raises a phone task for the assignment, unless one is open: an agency has one at a time. */
export const raisePhoneTask = (draft: Draft, assignment: string, cause: PhoneTask['cause']): void => {
  const tasks = draft.state?.phoneTasks.filter(task => task.assignment === assignment) ?? []
  if (tasks.some(task => !task.done)) return
  draft.emit({ type: 'PhoneTaskRaised', task: `${assignment}/tel/${tasks.length + 1}`, assignment, cause })
}

/** Nobody needs to phone these any more: the agency answered, or its part is over. */
export const dropPhoneTasks = (draft: Draft, of: (task: PhoneTask) => boolean = () => true): void => {
  for (const task of draft.state?.phoneTasks ?? []) {
    if (!task.done && of(task)) draft.emit({ type: 'PhoneTaskDone', task: task.id, outcome: 'moot' })
  }
}

/** Shows an item to the desk; the kinds that are calls for help also go to the supervisors on duty. */
export const raiseAttention = (draft: Draft, kind: AttentionItem['kind'], assignment?: string): string => {
  const item = `${kind}/${(draft.state?.attention.length ?? 0) + 1}`
  draft.emit({ type: 'AttentionRaised', item, kind, ...(assignment === undefined ? {} : { assignment }) })
  return item
}

export const callForHelp = (draft: Draft, kind: AttentionItem['kind'], assignment: string): void => {
  draft.effect({ kind: 'helpPing', item: raiseAttention(draft, kind, assignment), assignment })
}

export const settleAttention = (
  draft: Draft,
  of: (item: AttentionItem) => boolean = () => true,
  metBy?: number,
): void => {
  for (const item of draft.state?.attention ?? []) {
    if (item.doneAt === undefined && of(item)) settleOne(draft, item, metBy)
  }
}

/** Whoever was called for it sees that it is done with. */
export const settleOne = (draft: Draft, { id }: Pick<AttentionItem, 'id'>, metBy?: number): void => {
  draft.emit({ type: 'AttentionSettled', item: id, ...(metBy === undefined ? {} : { metBy }) })
  if (draft.state && helpItemOf(draft.state, helpKey(id))) {
    draft.effect({ kind: 'refreshPings', clock: helpKey(id) })
  }
}

/**
 * A late report is off the list as soon as the limit that put it there stops: in one city when it is accepted, in the
 * other when it is filed.
 */
export const settleOverdue = (draft: Draft, profile: SopProfile): void => {
  const clocks = draft.state ? incidentClocks(draft.state, profile) : []
  const late = clocks.filter(({ state, definition }) => state === 'running' && definition.kind === 'report')
  settleAttention(
    draft,
    ({ kind, assignment }) => kind === 'reportOverdue' && !late.some(clock => clock.assignment === assignment),
  )
}

/**
 * An answer was taken back: whoever was to be phoned until it came (`answeredAt`; without it: whoever was ever to be
 * phoned) must be phoned again.
 */
export const reopenPhoneTask = (draft: Draft, assignment: string, answeredAt?: Instant): void => {
  const last = draft.state?.phoneTasks.findLast(
    task => task.assignment === assignment && task.cause !== 'closure' && task.cause !== 'update',
  )
  if (last?.done && (answeredAt ?? last.done.at) === last.done.at) raisePhoneTask(draft, assignment, last.cause)
}

/** A step that met a need was taken back: the call for help stands again. */
export const callAgainForHelp = (draft: Draft, assignment: string, undone: number): void => {
  const met = (draft.state?.attention ?? []).filter(({ metBy }) => metBy === undone)
  for (const kind of new Set(met.map(item => item.kind))) callForHelp(draft, kind, assignment)
}

const somebodyLeft = (draft: Draft): boolean => draft.state?.assignments.some(isRequired) ?? false

/** After an agency left: without a single required agency the incident has nobody, which is an alarm (one at a time). */
export const alarmWhenNobodyLeft = (draft: Draft, assignment: string): void => {
  const alarmed = draft.state?.attention.some(item => item.kind === 'nobodyLeft' && item.doneAt === undefined)
  if (!somebodyLeft(draft) && !alarmed) callForHelp(draft, 'nobodyLeft', assignment)
}

/** An agency joined or came back: the alarm is over. */
export const endNobodyLeft = (draft: Draft): void => {
  if (somebodyLeft(draft)) settleAttention(draft, ({ kind }) => kind === 'nobodyLeft')
}
