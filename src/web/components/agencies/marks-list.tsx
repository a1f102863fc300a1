import type { AssignmentView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { marksOf, stepName } from '../../plan/marks.ts'

/** What the crew did and when, as it counts now; what was put right says so. */
export const MarksList = ({ assignment }: { assignment: AssignmentView }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const marks = marksOf(assignment)
  if (marks.length === 0) return null
  return (
    <ol className="marks">
      {marks.map(mark => (
        <li key={mark.seq}>
          <span>{stepName(mark, t)}</span> <time>{time(mark.at)}</time>
          {mark.corrections.length > 0 && <span className="mark-corrected"> {t.steps.corrected}</span>}
        </li>
      ))}
    </ol>
  )
}
