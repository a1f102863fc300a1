import type { AssignmentView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { formatSpan } from '../../time/format.ts'
import { useServiceNow } from '../../time/use-service-now.ts'

const colours = {
  waiting: 'yellow',
  sent: 'teal',
  read: 'teal',
  answered: 'teal',
  doubtful: 'orange',
  failed: 'red',
  byPhone: 'blue',
} as const

const unanswered = ['alerting', 'notified']

/** Whether the alert got through, whom the contact ladder has tried, and who is next when. */
export const ReachLine = ({ assignment }: { assignment: AssignmentView }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const { contact, delivery, status } = assignment
  const arrived = delivery === 'sent' || delivery === 'read'
  const state = arrived && !unanswered.includes(status) ? 'answered' : delivery
  return (
    <div className="assignment-facts">
      <span className="delivery" data-colour={colours[state]}>
        {t.reach[state]}
      </span>
      {contact.tried.map(({ to, at, failed }) => (
        <span key={`${to} ${at}`}>
          {(failed ? t.reach.triedFailed : t.reach.tried)(t.reach.contacts[to], time(at))}
        </span>
      ))}
      {contact.next && <NextContact next={contact.next} />}
    </div>
  )
}

const NextContact = ({ next }: { next: NonNullable<AssignmentView['contact']['next']> }) => {
  const { t } = useLanguage()
  const left = formatSpan((next.at - useServiceNow()) / 1000)
  return <span>{t.reach.next(t.reach.contacts[next.to], left)}</span>
}
