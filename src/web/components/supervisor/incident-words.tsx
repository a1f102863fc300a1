import { useBoard } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

/** What an open incident is and where, as the board has it: whoever phones or takes over must be able to say it. */
export const IncidentWords = ({ incident }: { incident: string }) => {
  const { t, pick } = useLanguage()
  const found = useBoard().data?.find(({ id }) => id === incident)
  if (!found) return null
  return (
    <span className="incident-words">
      {found.typeName ? pick(found.typeName) : t.board.noType} · {found.place ?? t.board.noPlace}
    </span>
  )
}
