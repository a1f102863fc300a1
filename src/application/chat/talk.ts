import type { ReportLines } from '../../dispatch/incident/assignment.ts'
import type { Incident } from '../../dispatch/incident/incident.ts'
import type { Presser, PressOutcome } from '../application.ts'
import type { ReplyTo, TalkCommands } from '../commands/talk.ts'
import type { ApplicationDeps } from '../context.ts'
import type { HeardTalk, LivePlace, TalkKind, TalkPlace, TalkVersion } from '../ports/talk.ts'
import { done, memberOf, refusedWhenOver } from './press-outcome.ts'
import { loadSubject, type Subject, type SubjectOf } from './subject.ts'

/** Words of a reply, and the figure of its line "Korban". */
export interface Words {
  text: string
  lines: ReportLines
}

/** A reply as it goes on record. */
export interface Said {
  kind: TalkKind
  words?: Words
  photo?: string
  place?: TalkPlace
  live?: LivePlace
  report?: boolean
}

/**
 * One answer in this time says that 112 has a crew's replies, ms of service time: each reply answered would fill the
 * group, none answered would leave the crew in doubt.
 */
const ackQuietMs = 300_000

/** Replies of crews on record: who, when, what, each once. The page sees them at once; no status changes by them. */
export const createTalk = (deps: ApplicationDeps, subjectOf: SubjectOf) => {
  const { stores, serviceClock, live } = deps

  const changed = ({ centre, id }: Pick<Incident, 'centre' | 'id'>): void =>
    live.publish({ centre, topic: 'incident', id })

  const keep = async (
    commandId: string,
    from: Presser,
    { chat, incident, assignment }: Subject,
    { messageId = null }: { messageId?: string | null },
    { words, report = false, ...said }: Said,
  ): Promise<void> => {
    const at = serviceClock.now()
    const record: HeardTalk = {
      id: commandId,
      direction: 'in',
      centre: chat.centre,
      incident,
      assignment,
      by: memberOf(chat, from),
      at,
      chat: chat.id,
      messageId,
      versions: words === undefined || words.text.trim() === '' ? [] : [versionOf(commandId, at, words)],
      report,
      ...said,
    }
    await stores.talk.add(record)
    changed({ centre: chat.centre, id: incident })
  }

  const maySay = (what: string, { chat, incident }: Subject, commandId: string): Promise<boolean> =>
    stores.leases.take(`${what}:${chat.id}:${incident}`, commandId, serviceClock.now(), ackQuietMs)

  /** What is said in an incident that goes on is kept; afterwards nobody would read it, and the crew hears that. */
  const hear = async (commandId: string, from: Presser, reply: ReplyTo, said: Said): Promise<PressOutcome | null> => {
    const subject = await subjectOf(from, reply)
    const loaded = subject && (await loadSubject(deps, subject))
    if (!subject || !loaded) return null
    const over = refusedWhenOver(loaded.incident)
    if (over) return (await maySay('talk-over', subject, commandId)) ? over : null
    await keep(commandId, from, subject, reply, said)
    if (said.kind !== 'text' && said.kind !== 'place' && said.kind !== 'livePlace') {
      return done('unreadable', { number: loaded.incident.number })
    }
    const answered = await maySay('talk', subject, commandId)
    return answered ? done('talkReceived', { number: loaded.incident.number }) : null
  }

  const recordOf = async (from: Presser, messageId: string): Promise<HeardTalk | null> => {
    const chat = await stores.chats.byAddress(from.channel, from.address)
    return chat && stores.talk.byMessage(chat.id, messageId)
  }

  const commands: Pick<TalkCommands, 'place' | 'unreadable' | 'edited' | 'moved'> = {
    place: (commandId, from, { place, liveSeconds, ...reply }) => {
      const now = serviceClock.now()
      const moving =
        liveSeconds === undefined ? {} : { live: { movedAt: now, until: now + liveSeconds * 1000, ended: false } }
      return hear(commandId, from, reply, { kind: liveSeconds === undefined ? 'place' : 'livePlace', place, ...moving })
    },
    unreadable: (commandId, from, { kind, ...reply }) => hear(commandId, from, reply, { kind }),
    edited: async (commandId, from, { messageId, text, lines }) => {
      const record = await recordOf(from, messageId)
      if (!record || text.trim() === '' || record.versions.at(-1)?.text === text) return
      await stores.talk.addVersion(record.id, versionOf(commandId, serviceClock.now(), { text, lines }))
      changed({ centre: record.centre, id: record.incident })
    },
    moved: async (from, { messageId, place, ended }) => {
      const record = await recordOf(from, messageId)
      if (record?.kind !== 'livePlace') return
      await stores.talk.move(record.id, place, serviceClock.now(), ended)
      changed({ centre: record.centre, id: record.incident })
    },
  }
  return { commands, keep, hear }
}

const versionOf = (id: string, at: number, { text, lines }: Words): TalkVersion => ({
  id,
  at,
  text,
  ...(lines.victims === undefined ? {} : { victims: lines.victims }),
})

export type Talk = ReturnType<typeof createTalk>
