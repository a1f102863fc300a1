import type { FiguresView } from '../../../admin-api/contract/index.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { FigureTable } from './figure-table.tsx'

const classes = ['normal', 'information', 'ghost', 'prank'] as const
const size = { width: 960, height: 220, left: 36, bottom: 24, top: 10 } as const
const hours = Array.from({ length: 24 }, (_, hour) => hour)
const named = (hour: number): string => `${String(hour).padStart(2, '0')}.00`

interface Row {
  name: string
  className: string
  counts: number[]
}

/** How a day is filled: calls by class, or the incidents of one agency, hour by hour. */
export const HourChart = ({ figures }: { figures: FiguresView }) => {
  const { t } = useLanguage()
  const words = t.figures
  const own = figures.agency !== null
  const rows: Row[] = own
    ? [{ name: words.incidents, className: 'figure-normal', counts: figures.incidents.byHour }]
    : classes.map(one => ({
        name: words.classes[one],
        className: `figure-${one}`,
        counts: figures.calls.byHour[one] ?? [],
      }))
  const totals = hours.map(hour => rows.reduce((sum, { counts }) => sum + (counts[hour] ?? 0), 0))
  const most = Math.max(...totals, 1)
  const busiest = totals.indexOf(Math.max(...totals))
  const title = own ? words.incidentsByHour : words.callsByHour
  return (
    <section className="figure-panel" aria-label={title}>
      <div className="figure-head">
        <h2>{title}</h2>
        <span className="figure-soft">{words.busiest(named(busiest), totals[busiest] ?? 0)}</span>
      </div>
      {rows.length > 1 && (
        <ul className="figure-legend">
          {rows.map(({ name, className, counts }) => (
            <li key={name}>
              <svg width={12} height={12} aria-hidden="true">
                <rect width={12} height={12} rx={2} className={className} />
              </svg>
              {name} <strong>{counts.reduce((sum, count) => sum + count, 0)}</strong>
            </li>
          ))}
        </ul>
      )}
      <Bars rows={rows} most={most} label={title} />
      <FigureTable
        summary={words.showTable}
        head={[words.hour, ...rows.map(({ name }) => name), ...(own ? [] : [words.total])]}
        rows={hours.map(hour => [
          named(hour),
          ...rows.map(({ counts }) => String(counts[hour] ?? 0)),
          ...(own ? [] : [String(totals[hour])]),
        ])}
      />
    </section>
  )
}

const Bars = ({ rows, most, label }: { rows: Row[]; most: number; label: string }) => {
  const { width, height, left, bottom, top } = size
  const step = (width - left) / hours.length
  const y = (count: number) => height - bottom - (count / most) * (height - bottom - top)
  const grid = [...new Set([0, Math.ceil(most / 2), most])]
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="figure-chart">
      {grid.map(count => (
        <g key={count}>
          <line x1={left} x2={width} y1={y(count)} y2={y(count)} className="figure-grid" />
          <text x={left - 6} y={y(count) + 4} textAnchor="end" className="figure-tick">
            {count}
          </text>
        </g>
      ))}
      {hours.map(hour => {
        let below = 0
        return (
          <g key={hour}>
            {rows.map(({ name, className, counts }) => {
              const count = counts[hour] ?? 0
              const from = below
              below += count
              return (
                count > 0 && (
                  <rect
                    key={name}
                    x={left + hour * step + 3}
                    width={step - 6}
                    y={y(below)}
                    height={y(from) - y(below)}
                    className={className}
                  >
                    <title>{`${named(hour)} ${name}: ${count}`}</title>
                  </rect>
                )
              )
            })}
            {hour % 2 === 0 && (
              <text x={left + (hour + 0.5) * step} y={height - 6} textAnchor="middle" className="figure-tick">
                {String(hour).padStart(2, '0')}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
