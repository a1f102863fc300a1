import type { FiguresView } from '../../../admin-api/contract/index.ts'
import { periodName } from '../../figures/periods.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { formatSpan } from '../../time/format.ts'
import { FigureTable } from './figure-table.tsx'
import { shareOf } from './share.ts'
import { useStepName } from './use-step-name.ts'

type Trend = FiguresView['trend']

/** What changed: medians of the stages, period by period, this one last. */
export const TrendPanel = ({ figures }: { figures: FiguresView }) => {
  const { t, lang } = useLanguage()
  const nameOf = useStepName()
  const { trend, stages } = figures
  const { columns, none, caturwulan } = t.figures
  const named = (key: string) => periodName(key, lang, caturwulan)
  return (
    <section className="figure-panel" aria-label={t.figures.trend}>
      <div className="figure-head">
        <h2>{t.figures.trend}</h2>
        <span className="figure-soft">{t.figures.trendOf}</span>
      </div>
      <div className="figure-trends">
        {stages.map(({ step, targetSeconds }) => (
          <Line
            key={step}
            title={nameOf({ step, name: null })}
            values={mediansOf(trend, step)}
            target={targetSeconds}
            named={trend.map(({ key }) => named(key))}
          />
        ))}
      </div>
      <FigureTable
        summary={t.figures.showTable}
        head={[
          columns.period,
          t.figures.calls,
          t.figures.incidents,
          ...stages.flatMap(({ step }) => [
            nameOf({ step, name: null }),
            `${columns.within}: ${nameOf({ step, name: null })}`,
          ]),
        ]}
        rows={trend.map(({ key, calls, incidents, stages: own }) => [
          named(key),
          String(calls),
          String(incidents),
          ...stages.flatMap(({ step }) => {
            const found = own.find(one => one.step === step)
            if (!found || found.medianSeconds === null) return [none, none]
            return [formatSpan(found.medianSeconds), found.judged ? shareOf(found) : none]
          }),
        ])}
      />
    </section>
  )
}

const mediansOf = (trend: Trend, step: string): (number | null)[] =>
  trend.map(({ stages }) => stages.find(one => one.step === step)?.medianSeconds ?? null)

const width = 300
const height = 90
const pad = 8

const Line = ({
  title,
  values,
  target,
  named,
}: {
  title: string
  values: (number | null)[]
  target: number | null
  named: string[]
}) => {
  const { t } = useLanguage()
  const { none } = t.figures
  const known = values.filter(value => value !== null)
  const most = Math.max(...known, target ?? 0, 1)
  const x = (index: number) => pad + (index / Math.max(1, values.length - 1)) * (width - 2 * pad)
  const y = (value: number) => height - pad - (value / most) * (height - 2 * pad)
  const last = values.at(-1) ?? null
  // a period without a figure breaks the line: nothing is made up
  const lines = values.slice(1).flatMap((value, index) => {
    const before = values[index] ?? null
    return value === null || before === null ? [] : [{ at: named[index] ?? '', from: index, before, value }]
  })
  return (
    <figure className="figure-trend">
      <figcaption>
        {title} <strong>{last === null ? none : formatSpan(last)}</strong>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${t.figures.trendOf}: ${title}`}>
        <line x1={pad} x2={width - pad} y1={height - pad} y2={height - pad} className="figure-grid" />
        {target !== null && (
          <line x1={pad} x2={width - pad} y1={y(target)} y2={y(target)} className="figure-target figure-dashed" />
        )}
        {lines.map(({ at, from, before, value }) => (
          <line key={at} x1={x(from)} y1={y(before)} x2={x(from + 1)} y2={y(value)} className="figure-line" />
        ))}
        {values.map(
          (value, index) =>
            value !== null && (
              <circle
                key={named[index]}
                cx={x(index)}
                cy={y(value)}
                r={index === values.length - 1 ? 5 : 3}
                className="figure-dot"
              >
                <title>{`${named[index]}: ${formatSpan(value)}`}</title>
              </circle>
            ),
        )}
      </svg>
    </figure>
  )
}
