import type { FiguresView } from '../../../admin-api/contract/index.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { useStepName } from './use-step-name.ts'

/** Nothing leaves the medians in silence: how many spans, of which step, and why. */
export const LeftOutPanel = ({ figures }: { figures: FiguresView }) => {
  const { t } = useLanguage()
  const nameOf = useStepName()
  const steps = [...figures.stages, ...figures.clocks].filter(({ leftOut }) => Object.keys(leftOut).length > 0)
  return (
    <section className="figure-panel" aria-label={t.figures.leftOutTitle}>
      <div className="figure-head">
        <h2>{t.figures.leftOutTitle}</h2>
      </div>
      {steps.length === 0 && <p className="figure-soft">{t.figures.leftOutNone}</p>}
      <dl className="figure-left-out">
        {steps.map(step => (
          <div key={step.step}>
            <dt>{nameOf(step)}</dt>
            <dd>
              {Object.entries(step.leftOut)
                .map(([reason, count]) => `${count} ${t.figures.leftOut[reason as keyof typeof step.leftOut]}`)
                .join(', ')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
