import type { EscalationsView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { formatSpan } from '../../time/format.ts'
import { useServiceNow } from '../../time/use-service-now.ts'

type Ladder = EscalationsView['incidents'][number]['ladders'][number]

/** How far one silent agency's contact ladder has come, and what is next when. */
export const LadderLine = ({ ladder: { agency, status, contact } }: { ladder: Ladder }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const now = useServiceNow()
  const steps = contact.tried.map(({ to, at, failed }) =>
    (failed ? t.reach.triedFailed : t.reach.tried)(t.reach.contacts[to], time(at)),
  )
  const next = contact.next
    ? [t.reach.next(t.reach.contacts[contact.next.to], formatSpan((contact.next.at - now) / 1000))]
    : []
  return (
    <li>
      <strong>{agency}</strong> {[t.assignment.status[status], ...steps, ...next].join(' · ')}
    </li>
  )
}
