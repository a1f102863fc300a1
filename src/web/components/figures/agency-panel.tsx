import type { FiguresView } from '../../../admin-api/contract/index.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { formatSpan } from '../../time/format.ts'
import { FigureTable } from './figure-table.tsx'
import { shareOf } from './share.ts'

/** Every agency that was sent to act, side by side. */
export const AgencyPanel = ({ agencies }: Pick<FiguresView, 'agencies'>) => {
  const { t } = useLanguage()
  const { columns, none } = t.figures
  const both = ({ medianSeconds, judged, withinTarget }: FiguresView['stages'][number]): string[] => [
    medianSeconds === null ? none : formatSpan(medianSeconds),
    judged ? shareOf({ judged, withinTarget }) : none,
  ]
  return (
    <section className="figure-panel" aria-label={t.figures.agencies}>
      <div className="figure-head">
        <h2>{t.figures.agencies}</h2>
      </div>
      <FigureTable
        label={t.figures.agencies}
        head={[
          ...[columns.agency, columns.jobs, columns.left, columns.answer, `${columns.within} `],
          ...[columns.arrival, columns.within],
        ]}
        rows={agencies.map(({ agency, name, jobs, left, answer, arrival }) => [
          agency === name ? agency : `${agency} · ${name}`,
          String(jobs),
          String(left),
          ...both(answer),
          ...both(arrival),
        ])}
      />
    </section>
  )
}
