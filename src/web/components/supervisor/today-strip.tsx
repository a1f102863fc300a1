import { useQuery } from '@tanstack/react-query'
import { readFigures } from '../../api/figures.ts'
import { keys } from '../../api/keys.ts'
import { periodNow } from '../../figures/periods.ts'
import { useSigned } from '../../hooks/use-centre.tsx'
import { useRights } from '../../hooks/use-rights.ts'
import { hrefOf } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { formatSpan } from '../../time/format.ts'
import { useServiceReading } from '../../time/use-service-now.ts'
import { shareOf } from '../figures/share.ts'
import { useStepName } from '../figures/use-step-name.ts'

/** Machine ms; figures are reckoned from what is over. */
const everyMs = 60_000

/** How today goes so far, in one line; hidden from those who see no figures. */
export const TodayStrip = () => {
  const { t } = useLanguage()
  const { code, timeZone } = useSigned().centre
  const { seesFigures } = useRights()
  const nameOf = useStepName()
  const day = useServiceReading(now => periodNow('day', now, timeZone))
  const { data } = useQuery({
    queryKey: keys.figures(code, day, null),
    queryFn: () => readFigures(code, day, null),
    refetchInterval: everyMs,
    enabled: seesFigures,
  })
  if (!data) return null
  const { none, columns } = t.figures
  return (
    <section className="today" aria-label={t.supervisor.today}>
      <a href={hrefOf('figures', day)}>{t.supervisor.today}</a>
      <dl>
        <Fact name={t.figures.calls} value={String(data.calls.total)} />
        <Fact name={t.figures.incidents} value={String(data.incidents.total)} />
        {data.stages.map(stage => (
          <Fact
            key={stage.step}
            name={nameOf(stage)}
            value={stage.medianSeconds === null ? none : formatSpan(stage.medianSeconds)}
            {...(stage.judged > 0 && { more: `${shareOf(stage)} ${columns.within.toLowerCase()}` })}
          />
        ))}
      </dl>
    </section>
  )
}

const Fact = ({ name, value, more }: { name: string; value: string; more?: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      {value} {more !== undefined && <small>{more}</small>}
    </dd>
  </div>
)
