import { Button, Kbd } from '@mantine/core'
import { hrefOf } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { useServiceNow } from '../../time/use-service-now.ts'
import { PriorityMark } from '../common/priority-mark.tsx'
import { useReasonWords } from './reason-words.ts'
import type { Candidate } from './use-attach.ts'

interface Props {
  candidate: Candidate
  busy: boolean
  shortcut?: string
  onAttach: () => void
}

/** One incident that may be the same: how far, how old, how many called, and the way to attach. */
export const CandidateRow = ({ candidate, busy, shortcut, onAttach }: Props) => {
  const { t, pick } = useLanguage()
  const { incident, level, callers } = candidate
  const reasons = useReasonWords(candidate)
  const age = t.similar.minutes((useServiceNow() - incident.openedAt) / 60_000)
  return (
    <li className="candidate" data-level={level}>
      <div className="candidate-words">
        <span className="candidate-head">
          <PriorityMark priority={incident.priority} />
          <strong>{incident.typeName ? pick(incident.typeName) : t.board.noType}</strong>
          <span className="candidate-level">{t.similar.levels[level]}</span>
        </span>
        <span>{incident.place ?? t.board.noPlace}</span>
        <span className="candidate-reasons">
          {[age, ...reasons, t.similar.callers(callers), t.incidentStatus[incident.status]].join(' · ')}
        </span>
        <a href={hrefOf('desk', 'incident', incident.id)} aria-label={t.similar.open(incident.number)}>
          {incident.number}
        </a>
      </div>
      <Button
        size="sm"
        variant={level === 'strong' ? 'filled' : 'default'}
        aria-label={t.similar.attachTo(incident.number)}
        rightSection={
          shortcut !== undefined && (
            <Kbd size="xs" aria-hidden>
              {shortcut}
            </Kbd>
          )
        }
        disabled={busy}
        onClick={onAttach}
      >
        {t.similar.attach}
      </Button>
    </li>
  )
}
