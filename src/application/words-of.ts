import type { Incident } from '../dispatch/incident/incident.ts'
import type { TextRef } from '../dispatch/vocabulary.ts'
import type { TextStore } from './ports/records.ts'

/**
 * The words that an incident refers to: its own, and those of the incidents whose callers and crews it took over; they
 * stay with the record that they were given to, so that erasing finds them there.
 */
export const wordsOf = async (
  texts: Pick<TextStore, 'of'>,
  { id, furtherReports = [] }: Incident,
): Promise<Map<TextRef, string>> => {
  const kept = new Set([id, ...furtherReports.map(report => report.wordsOf)])
  const words = await Promise.all([...kept].map(subject => texts.of(subject)))
  return new Map(words.flatMap(one => [...one]))
}
