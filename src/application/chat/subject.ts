import { assignmentOf } from '../../dispatch/incident/incident.ts'
import type { ReportOutcome } from '../../dispatch/vocabulary.ts'
import type { Presser } from '../application.ts'
import type { ReplyTo } from '../commands/talk.ts'
import type { ApplicationDeps } from '../context.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Delivery } from '../ports/deliveries.ts'

/** A message of ours that a person replied to, and the assignment that it speaks of. */
export interface Subject {
  chat: PairedChat
  incident: string
  assignment: string
  /** set when it asks for a report */
  prompt?: { outcome?: ReportOutcome }
  /** set when it asks for a SITREP */
  sitrep?: true
}

/** Of which of our messages a reply speaks; null when it is none that concerns an assignment. */
export const createSubjects = ({ stores }: ApplicationDeps) => {
  /** A copy whose number we never learned (its answer was lost) is known by the tokens that it carries. */
  const byTokens = async (chat: PairedChat, { quoted }: ReplyTo): Promise<Subject | null> => {
    for (const token of quoted?.tokens ?? []) {
      const meaning = await stores.tokens.meaning(token)
      if (meaning?.chat !== chat.id) continue
      if (meaning.kind === 'card') return { chat, incident: meaning.incident, assignment: meaning.assignment }
      if (meaning.kind === 'prompt') return { chat, ...promptOf(meaning) }
    }
    return null
  }

  /** Any other message of ours that names an incident in which the chat's agency has a part. */
  const byNumber = async (chat: PairedChat, { quoted }: ReplyTo): Promise<Subject | null> => {
    const number = numberIn(chat.centre, quoted?.text ?? '')
    const { audience, centre } = chat
    if (number === undefined || audience.kind !== 'agency') return null
    const found = await stores.incidents.list({ centre, number, limit: 2 })
    const incident = found.find(candidate => candidate.number === number)
    const assignment = incident?.assignments.findLast(
      ({ agency, post }) => agency === audience.agency && (audience.post === undefined || audience.post === post),
    )
    if (!incident || !assignment) return null
    return { chat, incident: incident.id, assignment: assignment.id }
  }

  return async (from: Presser, reply: ReplyTo): Promise<Subject | null> => {
    const chat = await stores.chats.byAddress(from.channel, from.address)
    if (!chat) return null
    const delivery = await stores.deliveries.byMessage(chat.id, reply.toMessageId)
    const told = delivery && aboutAssignment(chat, delivery)
    if (told) return told
    const card = await stores.cards.byMessage(chat.id, reply.toMessageId)
    if (card) return { chat, incident: card.incident, assignment: card.assignment }
    return (await byTokens(chat, reply)) ?? byNumber(chat, reply)
  }
}

export type SubjectOf = ReturnType<typeof createSubjects>

/** The incident and assignment as they are now; null when they are gone. */
export const loadSubject = async ({ stores }: ApplicationDeps, { incident, assignment }: Subject) => {
  const loaded = await stores.incidents.load(incident)
  const found = loaded && assignmentOf(loaded.state, assignment)
  return loaded && found ? { incident: loaded.state, assignment: found } : null
}

const promptOf = ({
  incident,
  assignment,
  outcome,
}: {
  incident: string
  assignment: string
  outcome?: ReportOutcome
}): Omit<Subject, 'chat'> => ({ incident, assignment, prompt: outcome === undefined ? {} : { outcome } })

const numberIn = (centre: string, text: string): string | undefined =>
  new RegExp(`\\b${centre}-\\d{6}-\\d{3,}\\b`).exec(text)?.[0]

const aboutAssignment = (chat: PairedChat, { content }: Delivery): Subject | null => {
  switch (content.kind) {
    case 'reportPrompt':
      return { chat, ...promptOf(content) }
    case 'reportReturned':
      return { chat, incident: content.incident, assignment: content.assignment, prompt: {} }
    case 'sitrepPrompt':
      return { chat, incident: content.incident, assignment: content.assignment, sitrep: true }
    case 'alert':
    case 'update':
    case 'closure':
    case 'message':
      return { chat, incident: content.incident, assignment: content.assignment }
    case 'clockPing': {
      // a reminder in the agency's own chat is about its one assignment
      const [assignment] = content.assignments
      return chat.audience.kind === 'agency' && assignment !== undefined
        ? { chat, incident: content.incident, assignment }
        : null
    }
    default:
      return null
  }
}
