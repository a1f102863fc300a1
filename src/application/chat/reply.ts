import { fileTypeFromBuffer } from 'file-type'
import type { ReportLines } from '../../dispatch/incident/assignment.ts'
import { assignmentOf } from '../../dispatch/incident/incident.ts'
import type { ReportOutcome } from '../../dispatch/vocabulary.ts'
import type { ChatCommands, Outcome, Presser, PressOutcome } from '../application.ts'
import type { ApplicationDeps, Dispatcher } from '../context.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Delivery } from '../ports/deliveries.ts'
import type { PhotoRecord } from '../ports/records.ts'
import type { KeepText, WithTexts } from '../texts.ts'
import { done, memberOf, refused, refusedWhenOver } from './press-outcome.ts'

/** Largest photo that is kept, in bytes. */
export const maxPhotoBytes = 10 * 1024 * 1024

const mediaTypes: readonly PhotoRecord['mediaType'][] = ['image/jpeg', 'image/png', 'image/webp']

/** A message of ours that a person replied to, and the assignment that it speaks of. */
interface Subject {
  chat: PairedChat
  incident: string
  assignment: string
  /** set when it asks for a report */
  prompt?: { outcome?: ReportOutcome }
}

/** Replies to our messages: the words of a report, photos. Replies to anything else concern us not. */
export const createReplies = (
  { stores, serviceClock, live }: ApplicationDeps,
  dispatcher: Dispatcher,
  withTexts: WithTexts,
): Pick<ChatCommands, 'reply' | 'photo'> => {
  const subjectOf = async (from: Presser, messageId: string): Promise<Subject | null> => {
    const chat = await stores.chats.byAddress(from.channel, from.address)
    if (!chat) return null
    const delivery = await stores.deliveries.byMessage(chat.id, messageId)
    if (delivery) return aboutAssignment(chat, delivery)
    // An earlier copy of a card whose sending was doubtful.
    const card = await stores.cards.byMessage(chat.id, messageId)
    return card && { chat, incident: card.incident, assignment: card.assignment }
  }

  const fileReport = async (
    commandId: string,
    from: Presser,
    { chat, incident, assignment, prompt }: Subject,
    text: string,
    lines: ReportLines,
  ): Promise<PressOutcome> => {
    const owner = { centre: chat.centre, subject: incident, aggregate: 'incidents' } as const
    const outcome = await withTexts(owner, async keep => {
      const kept = await keep('report', text)
      if (!kept.ok) return kept
      const keptLines = await keepLines(lines, keep)
      if (!keptLines.ok) return keptLines
      const chosen = prompt?.outcome === undefined ? {} : { outcome: prompt.outcome }
      return dispatcher.incident(
        incident,
        { type: 'FileReport', assignment, text: kept.value, lines: keptLines.value, ...chosen },
        { commandId, by: memberOf(chat, from) },
      )
    })
    return outcome.ok ? done('reportReceived') : refused(outcome.refusal)
  }

  return {
    reply: async (commandId, from, { toMessageId, text, lines }) => {
      const subject = await subjectOf(from, toMessageId)
      return subject?.prompt ? fileReport(commandId, from, subject, text, lines) : null
    },

    photo: async (commandId, from, { toMessageId, bytes, caption, lines }) => {
      const subject = await subjectOf(from, toMessageId)
      if (!subject) return null
      if (bytes.byteLength > maxPhotoBytes) {
        return refused({ code: 'photoTooLarge', params: { limitMegabytes: maxPhotoBytes / 1024 / 1024 } })
      }
      const found = await fileTypeFromBuffer(bytes)
      const mediaType = mediaTypes.find(type => type === found?.mime)
      if (!mediaType) return refused({ code: 'photoInvalid', params: {} })
      const { chat, incident, assignment, prompt } = subject
      const loaded = await stores.incidents.load(incident)
      if (!loaded || !assignmentOf(loaded.state, assignment)) return null
      const over = refusedWhenOver(loaded.state)
      if (over) return over
      const by = memberOf(chat, from)
      await stores.photos.put({
        id: commandId,
        centre: chat.centre,
        incident,
        assignment,
        by,
        at: serviceClock.now(),
        mediaType,
        bytes,
      })
      live.publish({ centre: chat.centre, topic: 'photo', id: incident })
      if (prompt && caption.trim() !== '') return fileReport(`${commandId}:caption`, from, subject, caption, lines)
      return done('photoReceived')
    },
  }
}

/** The words in a report's lines are free text like the report itself: kept apart, referred to. */
const keepLines = async (lines: ReportLines, keep: KeepText): Promise<Outcome<ReportLines>> => {
  const kept: ReportLines = lines.victims === undefined ? {} : { victims: lines.victims }
  for (const line of ['units', 'actions', 'obstacles'] as const) {
    const words = lines[line]
    if (words === undefined || words.trim() === '') continue
    const ref = await keep(`report.${line}`, words)
    if (!ref.ok) return ref
    kept[line] = ref.value
  }
  return { ok: true, value: kept }
}

const aboutAssignment = (chat: PairedChat, { content }: Delivery): Subject | null => {
  switch (content.kind) {
    case 'reportPrompt':
      return { chat, incident: content.incident, assignment: content.assignment, prompt: { outcome: content.outcome } }
    case 'reportReturned':
      return { chat, incident: content.incident, assignment: content.assignment, prompt: {} }
    case 'alert':
    case 'update':
      return { chat, incident: content.incident, assignment: content.assignment }
    default:
      return null
  }
}
