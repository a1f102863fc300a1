import type { Answer, IntakeChange } from '../../dispatch/incident/intake.ts'
import type { TextRef } from '../../dispatch/vocabulary.ts'
import type { IntakeAnswers, Outcome, Typed } from '../application.ts'
import type { KeepText } from '../texts.ts'

const textFields = ['location', 'address', 'landmark', 'condition', 'handlingSoFar'] as const

/** Field a as it is kept: name and number in one erasable record. */
export interface Reporter {
  name: string | null
  phone: string | null
}

export const parseReporter = (text: string | undefined): Reporter =>
  text === undefined ? { name: null, phone: null } : (JSON.parse(text) as Reporter)

/** Turns answers as typed into what the core decides about: words become references. */
export const intakeChangeOf = async (
  answers: IntakeAnswers,
  reporterBefore: () => Promise<Reporter>,
  keepText: KeepText,
): Promise<Outcome<IntakeChange>> => {
  const { type, point, passable, victims, hazards, reporterName, reporterPhone } = answers
  const change: IntakeChange = {
    ...(type === undefined ? {} : { type }),
    ...(point === undefined ? {} : { point }),
    ...(passable === undefined ? {} : { passable }),
    ...(victims === undefined ? {} : { victims }),
    ...(hazards === undefined ? {} : { hazards: [...new Set(hazards)] }),
  }
  for (const field of textFields) {
    const answer = answers[field]
    if (answer === undefined) continue
    const kept = await keptAnswer(answer, field, keepText)
    if (!kept.ok) return kept
    change[field] = kept.value
  }
  if (reporterName !== undefined || reporterPhone !== undefined) {
    const before = await reporterBefore()
    const reporter = {
      name: reporterName === undefined ? before.name : typed(reporterName),
      phone: reporterPhone === undefined ? before.phone : typed(reporterPhone),
    }
    const kept = await keepReporter(reporter, keepText)
    if (!kept.ok) return kept
    change.reporter = kept.value
  }
  return { ok: true, value: change }
}

export const keepReporter = async (
  { name, phone }: Reporter,
  keepText: KeepText,
): Promise<Outcome<Answer<TextRef>>> => {
  if (!name && !phone) return { ok: true, value: 'unknown' }
  const kept = await keepText('reporter', JSON.stringify({ name: name || null, phone: phone || null }))
  return kept.ok ? { ok: true, value: { known: kept.value } } : kept
}

const typed = (answer: Typed<string>): string | null => (answer === 'unknown' ? null : answer.known)

const keptAnswer = async (
  answer: Typed<string>,
  kind: string,
  keepText: KeepText,
): Promise<Outcome<Answer<TextRef>>> => {
  if (answer === 'unknown') return { ok: true, value: 'unknown' }
  const kept = await keepText(kind, answer.known)
  return kept.ok ? { ok: true, value: { known: kept.value } } : kept
}
