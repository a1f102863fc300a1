import { refusesCallers, refusesTo } from '../duplicates/merge-target.ts'
import type { Recorded } from '../incident/events.ts'
import { countable } from '../incident/intake.ts'
import { refuse } from '../refusal.ts'
import { type Attachment, type BeforeAttached, type Call, isAttached } from './call.ts'
import { type CallContext, type CallDecision, type CallCommandOf as Command, recorded } from './context.ts'
import type { CallEffect, CallEvent } from './messages.ts'

/**
 * A further caller about an incident that is known: one command classifies the call and hands over what it brought. No
 * incident is opened, nobody is alerted again. A call that opened an incident is attached by merging that one.
 */
export const attachCall = (
  call: Call,
  { into, own, answers, continued }: Command<'AttachCall'>,
  context: CallContext,
): CallDecision => {
  const { status } = call.phase
  if (isAttached(call)) {
    return refuse('alreadyDone', { action: 'attach', by: '', at: call.attachments?.at(-1)?.at ?? context.now })
  }
  if (status !== 'open') return refuse('notNow', { action: 'attach', status })
  const refused = refusesTo({ id: own, centre: call.centre }, into) ?? refusesCallers(into, context.now)
  if (refused) return refused
  if (!countable(answers)) return refuse('negativeCount')
  const move = `${call.id}@${call.lastSeq + 2}`
  const { by, now } = context
  const report = { call: call.id, at: now, by, continued, answers, wordsOf: own, moves: [move] }
  return recorded(
    call,
    context,
    [
      { type: 'CallClassified', callClass: 'normal' },
      { type: 'CallAttached', incident: into.id, answers },
    ],
    { effects: [{ kind: 'attachReport', incident: into.id, own, report }, { kind: 'countCall' }] },
  )
}

/** It was another incident after all: the call opens one of its own, with what the caller said. */
export const detachCall = (call: Call, { own }: Command<'DetachCall'>, context: CallContext): CallDecision => {
  const [first] = call.attachments ?? []
  if (!first) return refuse('notAttached')
  if (call.beforeAttached?.incident !== undefined) return refuse('notNow', { action: 'detach', status: 'merged' })
  const { reporter, ...answers } = call.beforeAttached?.answers ?? {}
  const known = reporter !== undefined && reporter !== 'unknown' ? { reporter: reporter.known } : {}
  const effects: CallEffect[] = [
    { kind: 'openIncident', incident: own, ...known, answers },
    { kind: 'dropReport', incident: first.incident, move: moveOf(call), by: context.by },
  ]
  return recorded(call, context, [{ type: 'CallDetached', incident: own }], { effects })
}

/** The call's incident was merged into another one: the call goes with it. */
export const noteAttached = (
  call: Call,
  { incident, from }: Command<'NoteAttached'>,
  context: CallContext,
): CallDecision =>
  recorded(call, context, isOf(call, from) && incident !== from ? [{ type: 'CallAttached', incident, from }] : [])

/** Whether the call is that incident's; one that was referred instead has left its draft behind. */
const isOf = ({ incident, resolution }: Call, id: string): boolean => incident === id && resolution?.kind !== 'referred'

/** That merge was taken back. */
export const noteReturned = (call: Call, { from }: Command<'NoteReturned'>, context: CallContext): CallDecision => {
  const moved = call.attachments?.some(one => one.from === from) ?? false
  return recorded(call, context, moved ? [{ type: 'CallDetached', incident: from, from }] : [])
}

type Attaching = Extract<CallEvent, { type: 'CallAttached' | 'CallDetached' }>

/** Folds one of both. What the call was before its first attachment is kept, so that nothing is lost by a mistake. */
export const foldAttachment = (call: Call, event: Recorded<Attaching>): Call => {
  const attachments = call.attachments ?? []
  if (event.type === 'CallAttached') {
    const { incident, from, answers, seq, at, by } = event
    const added: Attachment = { incident, seq, at, by, ...(from === undefined ? {} : { from }) }
    const before = attachments.length ? call.beforeAttached : beforeOf(call, answers)
    return attachedTo(call, [...attachments, added], before)
  }
  const index = event.from === undefined ? 0 : attachments.findIndex(({ from }) => from === event.from)
  const left = attachments.slice(0, Math.max(0, index))
  return left.length ? attachedTo(call, left, call.beforeAttached) : restored(call, event.incident)
}

const beforeOf = ({ incident, resolvedAt, resolution }: Call, answers: BeforeAttached['answers']): BeforeAttached => ({
  ...(incident === undefined ? {} : { incident }),
  ...(resolvedAt === undefined ? {} : { resolvedAt }),
  ...(resolution === undefined ? {} : { resolution }),
  ...(answers === undefined ? {} : { answers }),
})

const attachedTo = (call: Call, attachments: Attachment[], before: BeforeAttached | undefined): Call => {
  const last = attachments.at(-1)
  if (!last) return call
  return {
    ...call,
    attachments,
    ...(before ? { beforeAttached: before } : {}),
    incidentsOpened: call.incidentsOpened ?? (call.incident === undefined ? 0 : 1),
    incident: last.incident,
    resolution: { kind: 'attached', incident: last.incident },
    resolvedAt: call.resolvedAt ?? last.at,
    phase: call.phase.status === 'ended' ? call.phase : { status: 'resolved' },
  }
}

const restored = (call: Call, incident: string): Call => {
  const { attachments: _, beforeAttached: before, resolution: __, resolvedAt: ___, ...rest } = call
  const resolved = before?.resolution !== undefined && before.resolvedAt !== undefined
  const status = resolved ? 'resolved' : 'classified'
  return {
    ...rest,
    incident,
    ...(before?.incident === undefined ? { incidentsOpened: (call.incidentsOpened ?? 0) + 1 } : {}),
    ...(resolved ? { resolution: before.resolution, resolvedAt: before.resolvedAt } : {}),
    phase: call.phase.status === 'ended' ? call.phase : { status },
  }
}

/** Names the move that brought the call's report to its incident; `attachCall` gives the same name. */
const moveOf = ({ id, attachments }: Call): string => `${id}@${attachments?.[0]?.seq ?? 0}`
