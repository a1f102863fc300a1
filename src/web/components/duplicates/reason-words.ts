import { useLanguage } from '../../lang/language-provider.tsx'
import type { Candidate } from './use-attach.ts'

/** Why an incident may be the same, without its age: that counts on while the row is shown. */
export const useReasonWords = ({ reasons }: Pick<Candidate, 'reasons'>): string[] => {
  const { t } = useLanguage()
  return reasons.flatMap(reason => {
    if (reason.kind === 'time') return []
    if (reason.kind === 'distance') return [t.places.metres(Math.round(reason.metres))]
    if (reason.kind === 'words') return [t.similar.words(reason.words.join(', '))]
    return [t.similar[reason.kind]]
  })
}
