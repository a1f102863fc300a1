import type { TextRecord, TextStore } from '../application/ports/records.ts'
import { textRefOf } from '../application/texts.ts'
import type { Evolution } from './aggregate-store.ts'
import type { Upcaster } from './document.ts'

type Fields = Record<string, unknown>

/** Words that calls of schema 1 held themselves, and the kind that each is kept as. */
const wordsOf = { topic: 'topic', receiver: 'receiver', ticket: 'ticket' } as const
type Word = keyof typeof wordsOf

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** The plain words of a resolution, with the references that they get. */
const plainWords = (call: string, resolution: unknown): { word: Word; text: string; ref: string }[] => {
  if (!isFields(resolution)) return []
  const referral = isFields(resolution.referral) ? resolution.referral : {}
  const words = { ...referral, ...resolution }
  return (Object.keys(wordsOf) as Word[]).flatMap(word => {
    const text = words[word]
    return typeof text === 'string' ? [{ word, text, ref: textRefOf(call, wordsOf[word], text) }] : []
  })
}

/** The resolution without its referral, and the referral, both with references in place of words. */
const parted = (call: string, resolution: Fields): { resolution: Fields; referral: Fields | undefined } => {
  const refs = Object.fromEntries(plainWords(call, resolution).map(({ word, ref }) => [word, ref]))
  const { referral, ...rest } = resolution
  const topic = refs.topic === undefined ? {} : { topic: refs.topic }
  if (!isFields(referral)) return { resolution: { ...rest, ...topic }, referral: undefined }
  const { receiver, ticket } = refs
  return {
    resolution: { ...rest, ...topic },
    referral: { ...referral, receiver, ...(ticket === undefined ? {} : { ticket }) },
  }
}

/** 1 -> 2: the topic of an answer, the receiver and ticket of a referral are references; a referral has a life of its own. */
const referencesForWords: Upcaster = document => {
  const call = String(document._id)
  const state = isFields(document.state) ? document.state : {}
  const events = Array.isArray(document.events) ? document.events.filter(isFields) : undefined
  return {
    ...document,
    state: liftState(call, state),
    ...(events && { events: events.map(event => liftEvent(call, event)) }),
  }
}

const liftState = (call: string, state: Fields): Fields => {
  const opened = state.incident === undefined ? {} : { incidentsOpened: 1 }
  if (!isFields(state.resolution)) return { ...state, ...opened }
  const { resolution, referral } = parted(call, state.resolution)
  const waiting = referral && { referral: { ...referral, at: state.resolvedAt, by: state.operator, status: 'waiting' } }
  return { ...state, ...opened, resolution, ...waiting }
}

const liftEvent = (call: string, event: Fields): Fields => {
  if (!isFields(event.resolution)) return event
  const { resolution, referral } = parted(call, event.resolution)
  return { ...event, resolution, ...(referral && { referral }) }
}

/** How calls came to their present schema; words that stood in them are kept apart first, as every other. */
export const callEvolution = (texts: Pick<TextStore, 'put'>): Evolution => ({
  upcasters: [referencesForWords],
  before: async document => {
    const state = isFields(document.state) ? document.state : {}
    const events = Array.isArray(document.events) ? document.events.filter(isFields) : []
    const resolutions = [state.resolution, ...events.map(event => event.resolution)]
    const call = String(document._id)
    for (const { word, text, ref } of resolutions.flatMap(resolution => plainWords(call, resolution))) {
      const record: TextRecord = {
        ref,
        centre: String(document.centre),
        subject: call,
        kind: wordsOf[word],
        text,
        at: Number(state.resolvedAt),
      }
      await texts.put(record)
    }
  },
})
