import type { FiguresView } from '../../../admin-api/contract/index.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { formatSpan } from '../../time/format.ts'
import { FigureTable } from './figure-table.tsx'
import { shareOf } from './share.ts'
import { useStepName } from './use-step-name.ts'

type Step = FiguresView['stages'][number]

interface Props {
  title: string
  hint?: string
  steps: Step[]
}

/** Median and 90th percentile of each step against its target: the picture, and the same in figures. */
export const StepPanel = ({ title, hint, steps }: Props) => {
  const { t } = useLanguage()
  const nameOf = useStepName()
  const { columns, none, targetChanged, basis } = t.figures
  const span = (seconds: number | null) => (seconds === null ? none : formatSpan(seconds))
  const notes = steps.filter(step => step.targetChanged)
  return (
    <section className="figure-panel" aria-label={title}>
      <div className="figure-head">
        <h2>{title}</h2>
        {hint !== undefined && <span className="figure-soft">{hint}</span>}
      </div>
      <ul className="figure-steps">
        {steps.map(step => (
          <li key={step.step}>
            <div className="figure-step-name">
              <span>{nameOf(step)}</span>
              {step.basis && <small className="figure-soft">{basis[step.basis]}</small>}
            </div>
            <Bullet step={step} label={nameOf(step)} />
            <div className="figure-step-share">
              <strong className={shareClass(step)}>{step.judged ? shareOf(step) : none}</strong>
              <small className="figure-soft">{columns.within}</small>
            </div>
          </li>
        ))}
      </ul>
      {notes.length > 0 && <p className="figure-soft">{targetChanged}</p>}
      <FigureTable
        summary={t.figures.showTable}
        head={[
          columns.step,
          columns.count,
          columns.median,
          columns.ninetieth,
          columns.target,
          columns.limit,
          columns.within,
          columns.leftOut,
        ]}
        rows={steps.map(step => [
          nameOf(step),
          String(step.count),
          ...[step.medianSeconds, step.ninetiethSeconds, step.targetSeconds, step.limitSeconds].map(span),
          step.judged ? `${shareOf(step)} (${step.withinTarget}/${step.judged})` : none,
          String(Object.values(step.leftOut).reduce((sum, count) => sum + count, 0)),
        ])}
      />
    </section>
  )
}

/** Nine in ten is what people expect of a published time; half is trouble. */
const shareClass = ({ judged, withinTarget }: Step): string => {
  if (judged === 0) return ''
  const share = withinTarget / judged
  return share >= 0.9 ? 'figure-good' : share >= 0.5 ? 'figure-fair' : 'figure-poor'
}

const width = 520
const height = 34

const Bullet = ({ step, label }: { step: Step; label: string }) => {
  const { t } = useLanguage()
  const { columns, none } = t.figures
  const { medianSeconds: median, ninetiethSeconds: ninetieth, targetSeconds: target } = step
  const most = Math.max(ninetieth ?? 0, (target ?? 0) * 1.25, 1)
  const x = (seconds: number) => (seconds / most) * (width - 8) + 2
  const span = (seconds: number | null) => (seconds === null ? none : formatSpan(seconds))
  const said = `${label}: ${columns.median} ${span(median)}, ${columns.ninetieth} ${span(ninetieth)}, ${columns.target} ${span(target)}`
  const over = median !== null && target !== null && median > target
  return (
    <div className="figure-bullet">
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={said}>
        <rect x={0} y={8} width={width} height={18} className="figure-ground" rx={3} />
        {median !== null && (
          <rect
            x={2}
            y={10}
            width={Math.max(2, x(median) - 2)}
            height={14}
            className={over ? 'figure-over' : 'figure-normal'}
          />
        )}
        {ninetieth !== null && (
          <>
            <line x1={x(median ?? 0)} x2={x(ninetieth)} y1={17} y2={17} className="figure-whisker" />
            <line x1={x(ninetieth)} x2={x(ninetieth)} y1={11} y2={23} className="figure-whisker" />
          </>
        )}
        {target !== null && <line x1={x(target)} x2={x(target)} y1={3} y2={31} className="figure-target" />}
      </svg>
      <div className="figure-soft figure-bullet-words" aria-hidden="true">
        {step.count === 0 ? none : `${span(median)} · P90 ${span(ninetieth)}`}
        {target !== null && ` · ${columns.target} ${span(target)}`}
      </div>
    </div>
  )
}
