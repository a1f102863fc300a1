import { isOfferedHere } from '../../dispatch/incident/decide/receiving.ts'
import type { IncidentEffect, StoredEffect } from '../../dispatch/incident/effects.ts'
import type { Incident } from '../../dispatch/incident/incident.ts'
import type { Answer, Intake, IntakeChange } from '../../dispatch/incident/intake.ts'
import { system, type TextRef } from '../../dispatch/vocabulary.ts'
import type { DepsWithRules, Dispatcher } from '../context.ts'
import type { KeepText, WithTexts } from '../texts.ts'
import { nextIncidentNumber } from './incident-number.ts'

type Effect<Kind extends IncidentEffect['kind']> = StoredEffect<Extract<IncidentEffect, { kind: Kind }>>

/** Answers that are words; each is kept under the incident that refers to it. */
const wordFields = ['reporter', 'location', 'address', 'landmark', 'condition', 'handlingSoFar'] as const
type WordField = (typeof wordFields)[number]

/**
 * What crosses between two centres: both incidents have words, number and rules of their own; neither reads the other's
 * records. Every step has a deterministic id and may be done twice.
 */
export const createHandOverEffects = (
  { stores, serviceClock, rules }: DepsWithRules,
  withTexts: WithTexts,
  dispatcher: () => Dispatcher,
) => {
  const sender = (incident: Incident, effect: { id: string }, part = '') => ({
    commandId: `effect:${incident.id}:${effect.id}${part}`,
    by: system,
  })

  /** The reference of the same words under another incident; undefined when they were erased. */
  const copied = async (texts: ReadonlyMap<TextRef, string>, ref: TextRef, kind: string, keep: KeepText) => {
    const words = texts.get(ref)
    if (words === undefined) return undefined
    const kept = await keep(kind, words)
    if (!kept.ok) throw new Error(`words that were kept before cannot be kept again: ${kept.refusal.code}`)
    return kept.value
  }

  const copiedAnswer = async (
    answer: Answer<TextRef> | undefined,
    kind: WordField,
    texts: ReadonlyMap<TextRef, string>,
    keep: KeepText,
  ): Promise<Answer<TextRef> | undefined> => {
    if (answer === undefined || answer === 'unknown') return answer
    const ref = await copied(texts, answer.known, kind, keep)
    return ref === undefined ? 'unknown' : { known: ref }
  }

  const copiedIntake = async (
    { id, intake }: Incident,
    fields: readonly (keyof Intake)[],
    keep: KeepText,
  ): Promise<IntakeChange> => {
    const texts = await stores.texts.of(id)
    const change: IntakeChange = Object.fromEntries(
      fields.filter(field => intake[field] !== undefined).map(field => [field, intake[field]]),
    )
    for (const field of wordFields) {
      if (change[field] === undefined) continue
      const answer = await copiedAnswer(change[field], field, texts, keep)
      if (answer !== undefined) change[field] = answer
    }
    return change
  }

  const offer = async (incident: Incident, effect: { id: string; incident: string; centre: string }): Promise<void> => {
    if (await stores.incidents.load(effect.incident)) return
    const centre = await stores.directory.centre(effect.centre)
    const handOver = incident.handOvers?.find(({ to }) => to.kind === 'centre' && to.incident === effect.incident)
    if (!centre || !handOver) throw new Error(`${incident.id} cannot be offered to ${effect.centre}`)
    const profile = await rules.profileToPin(centre)
    const runCards = await rules.runCardsToPin(centre.code)
    const { handling } = (await rules.of({ centre: centre.code, profile, runCards })).profile
    const number = await nextIncidentNumber(stores.counters, centre.code, centre.timeZone, serviceClock.now())
    const owner = { centre: centre.code, subject: effect.incident, aggregate: 'incidents' } as const
    await withTexts(owner, async keep => {
      const texts = await stores.texts.of(incident.id)
      return dispatcher().incident(
        effect.incident,
        {
          type: 'ReceiveIncident',
          incidentId: effect.incident,
          centre: centre.code,
          number,
          profile,
          runCards,
          handling,
          callOpenedAt: incident.callOpenedAt,
          from: {
            centre: incident.centre,
            incident: incident.id,
            number: incident.number,
            reason: (await copied(texts, handOver.reason, 'handOverReason', keep)) ?? '',
          },
          intake: await copiedIntake(incident, Object.keys(incident.intake) as (keyof Intake)[], keep),
        },
        sender(incident, effect),
      )
    })
  }

  return {
    offerHandOver: (incident: Incident, effect: Effect<'offerHandOver'>): Promise<void> => offer(incident, effect),

    forwardFacts: async (incident: Incident, effect: Effect<'forwardFacts'>): Promise<void> => {
      await offer(incident, effect)
      const theirs = (await stores.incidents.load(effect.incident))?.state
      if (!theirs || !isOfferedHere(theirs)) return
      const owner = { centre: effect.centre, subject: effect.incident, aggregate: 'incidents' } as const
      await withTexts(owner, async keep => {
        const change = await copiedIntake(incident, effect.fields, keep)
        return dispatcher().incident(
          effect.incident,
          { type: 'AnswerIntake', change },
          sender(incident, effect, ':facts'),
        )
      })
    },

    recallHandOver: async (incident: Incident, effect: Effect<'recallHandOver'>): Promise<void> => {
      await dispatcher().incident(effect.incident, { type: 'RecallHandOver' }, sender(incident, effect))
    },

    answerHandOver: async (incident: Incident, effect: Effect<'answerHandOver'>): Promise<void> => {
      const { answer } = effect
      const from = sender(incident, effect)
      const note = { type: 'NoteHandOver', incident: incident.id } as const
      if (answer.result === 'taken') {
        await dispatcher().incident(effect.incident, { ...note, answer }, from)
        return
      }
      const centre = incident.handedOverFrom?.centre ?? ''
      const texts = await stores.texts.of(incident.id)
      await withTexts({ centre, subject: effect.incident, aggregate: 'incidents' }, async keep => {
        const reason = (await copied(texts, answer.reason, 'handOverRefusal', keep)) ?? ''
        return dispatcher().incident(effect.incident, { ...note, answer: { result: 'refused', reason } }, from)
      })
    },
  }
}

export type HandOverEffects = ReturnType<typeof createHandOverEffects>
