import { IconUrgent } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { readHealth } from '../../api/admin.ts'
import { keys } from '../../api/keys.ts'
import { hrefOf } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

/** Machine ms; the auditor looks once a minute. */
const everyMs = 30_000

/** Says on every page that a part is down, or that the auditor raised an alarm. */
export const HealthBanner = () => {
  const { t } = useLanguage()
  const { data } = useQuery({ queryKey: keys.health, queryFn: readHealth, refetchInterval: everyMs })
  return (
    <div aria-live="assertive">
      {data?.status === 'down' && (
        <div className="line-banner line-banner-lost" role="alert">
          <IconUrgent size={18} aria-hidden /> {t.health.alarm} <a href={hrefOf('health')}>{t.health.alarmLink}</a>
        </div>
      )}
    </div>
  )
}
