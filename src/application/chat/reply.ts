import { fileTypeFromBuffer } from 'file-type'
import type { ChatCommands, Presser, PressOutcome } from '../application.ts'
import type { ReplyTo } from '../commands/talk.ts'
import type { ApplicationDeps, Dispatcher } from '../context.ts'
import type { PhotoRecord } from '../ports/records.ts'
import type { FileReport } from './file-report.ts'
import type { FileSitrep } from './file-sitrep.ts'
import { done, memberOf, refused, refusedWhenOver } from './press-outcome.ts'
import { loadSubject, type Subject, type SubjectOf } from './subject.ts'
import type { Talk, Words } from './talk.ts'

/** Largest photo that is kept, in bytes. */
export const maxPhotoBytes = 10 * 1024 * 1024

/** Photos that are kept of one agency in one incident: a thumb that rests on the shutter must not fill the store. */
export const maxPhotos = 20

const mediaTypes: readonly PhotoRecord['mediaType'][] = ['image/jpeg', 'image/png', 'image/webp']

/** Replies to our messages: the words of a report, talk, photos. Replies to anything else concern us not. */
export const createReplies = (
  deps: ApplicationDeps,
  subjectOf: SubjectOf,
  talk: Talk,
  fileReport: FileReport,
  fileSitrep: FileSitrep,
  dispatcher: Dispatcher,
): Pick<ChatCommands, 'reply' | 'photo' | 'reportAtOnce'> & { keepPhoto: KeepPhoto } => {
  const { stores, serviceClock, live } = deps

  /** The report, or why not; what was not taken as the report stands in the timeline all the same. */
  const report = async (
    commandId: string,
    from: Presser,
    subject: Subject,
    reply: Pick<ReplyTo, 'messageId'>,
    words: Words,
  ): Promise<PressOutcome> => {
    const by = memberOf(subject.chat, from)
    const filed = await fileReport(commandId, by, subject, words)
    const wasOver = filed.kind === 'refused' && filed.refusal.code === 'incidentOver'
    if (!wasOver) {
      const said = { kind: 'text', words, report: filed.kind === 'done' } as const
      await talk.keep(`${commandId}:words`, from, subject, reply, said)
    }
    return filed
  }

  const keepPhoto: KeepPhoto = async (commandId, from, subject, reply, { bytes, words }) => {
    if (bytes.byteLength > maxPhotoBytes) {
      return refused({ code: 'photoTooLarge', params: { limitMegabytes: maxPhotoBytes / 1024 / 1024 } })
    }
    const found = await fileTypeFromBuffer(bytes)
    const mediaType = mediaTypes.find(type => type === found?.mime)
    if (!mediaType) return refused({ code: 'photoInvalid', params: {} })
    const loaded = await loadSubject(deps, subject)
    if (!loaded) return null
    const over = refusedWhenOver(loaded.incident)
    if (over) return over
    const { chat, incident, assignment } = subject
    const kept = (await stores.photos.list(incident)).filter(photo => photo.assignment === assignment)
    if (kept.length >= maxPhotos && !kept.some(({ id }) => id === commandId)) {
      return refused({ code: 'tooManyPhotos', params: { limit: maxPhotos } })
    }
    const by = memberOf(chat, from)
    const at = serviceClock.now()
    await stores.photos.put({ id: commandId, centre: chat.centre, incident, assignment, by, at, mediaType, bytes })
    live.publish({ centre: chat.centre, topic: 'photo', id: incident })
    await talk.keep(commandId, from, subject, reply, { kind: 'photo', photo: commandId, ...(words && { words }) })
    return done('photoReceived')
  }

  return {
    reply: async (commandId, from, { text, lines, ...reply }) => {
      const subject = await subjectOf(from, reply)
      const words = { text, lines }
      if (subject?.prompt) return report(commandId, from, subject, reply, words)
      if (subject?.sitrep) return fileSitrep(commandId, memberOf(subject.chat, from), subject, text)
      return talk.hear(commandId, from, reply, { kind: 'text', words })
    },

    photo: async (commandId, from, { bytes, caption, lines, ...reply }) => {
      const subject = await subjectOf(from, reply)
      if (!subject) return null
      const words = { text: caption, lines }
      const asked = subject.prompt !== undefined || subject.sitrep !== undefined
      if (!asked || caption.trim() === '') return keepPhoto(commandId, from, subject, reply, { bytes, words })
      // The message's number goes with the words: it is they that may be edited.
      const kept = await keepPhoto(commandId, from, subject, {}, { bytes })
      if (kept?.kind !== 'done') return kept
      return subject.sitrep
        ? fileSitrep(`${commandId}:caption`, memberOf(subject.chat, from), subject, caption)
        : report(`${commandId}:caption`, from, subject, reply, words)
    },
    reportAtOnce: async (commandId, from, { token, outcome, text, lines, messageId }) => {
      const chat = await stores.chats.byAddress(from.channel, from.address)
      if (!chat) return refused({ code: 'unknownChat', params: {} })
      const meaning = await stores.tokens.meaning(token)
      if (meaning?.kind !== 'card') return refused({ code: 'unknownToken', params: {} })
      if (meaning.chat !== chat.id) return refused({ code: 'otherChat', params: {} })
      const { incident, assignment } = meaning
      const choice = { type: 'ChooseOutcome', assignment, outcome } as const
      const by = memberOf(chat, from)
      const chosen = await dispatcher.incident(incident, choice, { commandId: `${commandId}:outcome`, by })
      if (!chosen.ok) return refused(chosen.refusal)
      const subject = { chat, incident, assignment, prompt: { outcome } }
      return report(commandId, from, subject, { messageId }, { text, lines })
    },
    keepPhoto,
  }
}

export type KeepPhoto = (
  commandId: string,
  from: Presser,
  subject: Subject,
  reply: { messageId?: string },
  photo: { bytes: Uint8Array; words?: Words },
) => Promise<PressOutcome | null>
