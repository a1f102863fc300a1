import { assignmentOf, type Incident } from '../../dispatch/incident/incident.ts'
import { type Instant, nameOf, type TextRef } from '../../dispatch/vocabulary.ts'
import type { ApplicationDeps } from '../context.ts'
import type { Delivery } from '../ports/deliveries.ts'
import type { HeardTalk, SentTalk, TalkRecord } from '../ports/talk.ts'
import type { PositionView, TalkDeliveryView, TalkPageView, TalkView } from '../views/talk.ts'

/** How many messages of the talk an incident shows by itself; earlier ones are asked for. */
export const talkShown = 50

export interface TalkFacts {
  incident: Incident
  texts: ReadonlyMap<TextRef, string>
  deliveries: readonly Delivery[]
  /** agencies that have a chat */
  reachable: ReadonlySet<string>
}

export const talkView = (record: TalkRecord, facts: TalkFacts): TalkView =>
  record.direction === 'in' ? heardView(record, facts) : sentView(record, facts)

const heardView = (record: HeardTalk, { incident }: TalkFacts): TalkView => {
  const { id, at, direction, assignment, kind, versions, place, live, report, photo, centre } = record
  const newest = versions.at(-1)
  return {
    id,
    at,
    direction,
    by: nameOf(record.by),
    assignment,
    agency: agencyOf(incident, assignment),
    kind,
    text: newest?.text ?? '',
    versions: versions.map(({ at: when, text }) => ({ at: when, text })),
    report,
    ...(newest?.victims === undefined ? {} : { victims: newest.victims }),
    ...(photo === undefined ? {} : { photo: photoUrl(centre, photo) }),
    ...(place ? { place } : {}),
    ...(live ? { live } : {}),
  }
}

const sentView = (record: SentTalk, facts: TalkFacts): TalkView => {
  const { id, at, direction, urgent, venue } = record
  const text = record.text === undefined ? '' : (facts.texts.get(record.text) ?? '')
  return {
    id,
    at,
    direction,
    by: nameOf(record.by),
    kind: venue ? 'venue' : 'text',
    text,
    versions: text === '' ? [] : [{ at, text }],
    report: false,
    urgent,
    to: record.to.map(assignment => deliveryView(id, assignment, facts)),
  }
}

/** A message with words and a place is two: it is there when both are. */
const deliveryView = (id: string, assignment: string, facts: TalkFacts): TalkDeliveryView => {
  const agency = agencyOf(facts.incident, assignment)
  const mine = facts.deliveries.filter(
    ({ content }) => content.kind === 'message' && content.message === id && content.assignment === assignment,
  )
  return { assignment, agency, delivery: mine.length ? worst(mine) : facts.reachable.has(agency) ? 'waiting' : 'none' }
}

const worst = (deliveries: readonly Delivery[]): TalkDeliveryView['delivery'] => {
  if (deliveries.some(({ status }) => status === 'failed')) return 'failed'
  const open = deliveries.filter(({ status }) => status !== 'sent')
  if (!open.length) return deliveries.every(({ readAt }) => readAt !== undefined) ? 'read' : 'sent'
  return open.some(({ doubtful }) => doubtful) ? 'doubtful' : 'waiting'
}

const agencyOf = (incident: Incident, assignment: string): string => assignmentOf(incident, assignment)?.agency ?? ''
export const photoUrl = (centre: string, photo: string): string =>
  `/api/centres/${centre}/photos/${encodeURIComponent(photo)}`

/** The newest live location of each crew member. */
export const positionsView = (records: readonly HeardTalk[], incident: Incident, now: Instant): PositionView[] => {
  const newest = new Map<string, PositionView>()
  for (const record of records) {
    const { assignment, place, live, chat, by } = record
    const key = `${chat} ${by.kind === 'system' ? '' : by.id}`
    if (!place || !live || newest.has(key)) continue
    newest.set(key, {
      assignment,
      agency: agencyOf(incident, assignment),
      by: nameOf(record.by),
      place,
      movedAt: live.movedAt,
      live: !live.ended && live.until > now,
    })
  }
  return [...newest.values()]
}

/** One page of an incident's talk; null when there is no such incident. */
export const createTalkPages =
  ({ stores }: ApplicationDeps) =>
  async (id: string, query: { after?: string; limit: number }): Promise<TalkPageView | null> => {
    const loaded = await stores.incidents.load(id)
    if (!loaded) return null
    const { state: incident } = loaded
    const [page, texts, deliveries, chats] = await Promise.all([
      stores.talk.page(id, query),
      stores.texts.of(id),
      stores.deliveries.forIncident(id),
      stores.chats.list(incident.centre),
    ])
    const facts = { incident, texts, deliveries, reachable: agenciesOf(chats) }
    return { messages: page.records.map(record => talkView(record, facts)), next: page.next }
  }

export const agenciesOf = (chats: readonly { audience: { kind: string; agency?: string } }[]): Set<string> =>
  new Set(chats.flatMap(({ audience }) => (audience.kind === 'agency' && audience.agency ? [audience.agency] : [])))
