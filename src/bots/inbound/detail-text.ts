import { victimKinds } from '../../dispatch/vocabulary.ts'
import type { Facts } from '../../i18n/chat/id/notices.ts'
import { detailLabels } from '../../i18n/chat/id/press-answers.ts'
import { victimsInWords } from '../rendering/place.ts'

/** "Lihat detail": one fact a line, in the catalogue's order; facts without a name of ours are not shown. */
export const detailText = (given: Facts): string => {
  const facts = { ...given, ...victimsOf(given) }
  return Object.entries(detailLabels)
    .filter(([key]) => facts[key] !== undefined && facts[key] !== '')
    .map(([key, label]) => `${label}: ${facts[key]}`)
    .join('\n')
}

/** Counts come by kind (injured: 2, dead: 0); no count at all means that nobody said. */
const victimsOf = (facts: Facts): Facts => {
  const counts = victimKinds.flatMap(kind => (typeof facts[kind] === 'number' ? [[kind, facts[kind]] as const] : []))
  return counts.length === 0 ? {} : { victims: victimsInWords(Object.fromEntries(counts)) }
}
