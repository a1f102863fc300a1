import { IconStorm } from '@tabler/icons-react'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useStorm } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

/** Says that the centre is in a storm, since when and why, on every page. */
export const StormBanner = () => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const { data: storm } = useStorm()
  return (
    <div aria-live="polite">
      {storm && (
        <div className="line-banner line-banner-storm" role="status">
          <IconStorm size={18} aria-hidden /> {t.storm.on(time(storm.since), storm.most, storm.windowMinutes)}
        </div>
      )}
    </div>
  )
}
