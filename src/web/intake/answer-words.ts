import type { IncidentView, IntakeView } from '../../admin-api/contract/index.ts'
import type { WebTexts } from '../../i18n/web-id.ts'
import { victimKinds } from '../words.ts'
import { type Letter, letterOf, spokenOrder } from './letters.ts'

type Field = keyof typeof letterOf
type AnswerWords = { field: Field; letter: Letter; label: string; words: string | null }

const fields = Object.keys(letterOf) as Field[]

/** Every answer of an intake in words, in the order in which callers tell; null: it was never asked. */
export const answerWords = (
  { intake, typeName }: Pick<IncidentView, 'intake' | 'typeName'>,
  t: WebTexts,
  pick: (name: NonNullable<IncidentView['typeName']>) => string,
): AnswerWords[] =>
  spokenOrder.flatMap(letter =>
    fields
      .filter(field => letterOf[field] === letter)
      .map(field => ({
        field,
        letter,
        label: t.intake.fields[field],
        words: field === 'type' && typeName ? pick(typeName) : wordsOf(field, intake, t),
      })),
  )

const wordsOf = (field: Field, intake: IntakeView, t: WebTexts): string | null => {
  const answer = intake[field]
  if (answer === undefined) return null
  if (answer === 'unknown') return t.common.unknown
  const { known } = answer
  if (typeof known === 'string') return known
  if (typeof known === 'boolean') return known ? t.common.yes : t.common.no
  if ('lat' in known) return `${known.lat}, ${known.lng} ${t.intake.accuracyOf(known.accuracyMetres)}`
  const counted = victimKinds.flatMap(kind => (known[kind] ? [`${t.intake.victims[kind]} ${known[kind]}`] : []))
  return counted.length > 0 ? counted.join(', ') : t.intake.noVictims
}
