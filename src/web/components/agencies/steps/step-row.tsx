import { Button } from '@mantine/core'
import type { CorrectionView, StepView } from '../../../../admin-api/contract/index.ts'
import { useTimes } from '../../../hooks/use-centre.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { stepName } from '../../../plan/marks.ts'

/** One step with its true time, who told it, and every correction with its reason and what stood there before. */
export const StepRow = ({ step, onCorrect }: { step: StepView; onCorrect: () => void }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const via = step.via ? [t.heard.via[step.via], step.informant].filter(Boolean).join(' ') : ''
  return (
    <li data-counts={step.counts}>
      <time>{time(step.at)}</time>
      <div>
        <strong>{stepName(step, t)}</strong>
        {!step.counts && <span className="mark-corrected"> {t.steps.taken}</span>}
        <span className="timeline-by">
          {[t.steps.by(step.by, via), t.steps.recorded(time(step.recordedAt))].filter(Boolean).join(' · ')}
        </span>
        {step.corrections.map(correction => (
          <CorrectionLine key={correction.at} correction={correction} />
        ))}
      </div>
      {step.correctable.length > 0 && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t.steps.correctOf(stepName(step, t))}
          onClick={onCorrect}
        >
          {t.steps.correct}
        </Button>
      )}
    </li>
  )
}

const CorrectionLine = ({ correction }: { correction: CorrectionView }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const { kind, was, by, at, reason } = correction
  const before = was ? t.steps.was(stepName(was, t), time(was.at)) : ''
  return (
    <span className="timeline-by long-text">
      {[t.steps.kinds[kind], before, reason, by, time(at)].filter(Boolean).join(' · ')}
    </span>
  )
}
