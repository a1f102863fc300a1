import type { IncidentSummary } from '../../../admin-api/contract/index.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { assignmentColour } from './status-colour.ts'

/** Agencies with their states, as small coloured marks; the state stands in the title. */
export const AgencyChips = ({ agencies }: { agencies: IncidentSummary['agencies'] }) => {
  const { t } = useLanguage()
  if (agencies.length === 0) return null
  return (
    <span className="chips">
      {agencies.map(({ agency, status }, index) => (
        // An agency may come twice on one incident, after it declined.
        <span
          key={`${agency}-${index.toString()}`}
          className="chip"
          data-colour={assignmentColour[status]}
          title={t.assignment.status[status]}
        >
          {agency}
        </span>
      ))}
    </span>
  )
}
