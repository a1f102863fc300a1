import type { ConflictView, IncidentView } from '../../../admin-api/contract/index.ts'
import { useRunCards } from '../../hooks/use-service.ts'
import { pointText } from '../../intake/point-text.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { type VictimKind, victimKinds } from '../../words.ts'

type Field = ConflictView['field']
type Value = ConflictView['answers'][number]['value']

const isVictimKind = (field: Field): field is VictimKind => (victimKinds as readonly string[]).includes(field)

/** Fields, answers and callers of a conflict as people read them. */
export const useConflictWords = (incident: IncidentView) => {
  const { t, pick } = useLanguage()
  const cards = useRunCards(incident.rules.runCards).data ?? []
  return {
    field: (field: Field): string =>
      isVictimKind(field) ? `${t.intake.fields.victims}: ${t.intake.victims[field]}` : t.intake.fields[field],
    value: (field: Field, value: Value): string => {
      if (typeof value === 'object') return pointText(value)
      if (typeof value === 'boolean') return value ? t.common.yes : t.common.no
      const card = field === 'type' ? cards.find(({ code }) => code === value) : undefined
      return card ? pick(card.name) : String(value)
    },
    caller: (call: string): string => {
      const at = incident.furtherReports.findIndex(report => report.call === call)
      return at < 0 ? t.conflicts.first : t.conflicts.caller(at + 2)
    },
  }
}
