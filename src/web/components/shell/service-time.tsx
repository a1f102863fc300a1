import { useSigned } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'
import { formatDate, formatTime, zoneName } from '../../time/format.ts'
import { useServiceNow } from '../../time/use-service-now.ts'

/** Wall clock of the centre, on service time. */
export const ServiceTime = () => {
  const { t, lang } = useLanguage()
  const { timeZone } = useSigned().centre
  const now = useServiceNow()
  return (
    <div className="service-time" role="timer" aria-label={t.app.serviceTime}>
      <span className="service-time-clock">{formatTime(now, lang, timeZone)}</span>
      <span className="service-time-date">
        {formatDate(now, lang, timeZone)} {zoneName(timeZone)}
      </span>
    </div>
  )
}
