import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react'
import type { LiveState } from '../../hooks/use-live-events.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

/** Says when the page no longer follows what happens, and when it does again. */
export const ConnectionBanner = ({ live }: { live: LiveState }) => {
  const { t } = useLanguage()
  return (
    <div aria-live="assertive">
      {live === 'lost' && (
        <div className="line-banner line-banner-lost" role="alert">
          <IconPlugConnectedX size={18} aria-hidden /> {t.live.lost}
        </div>
      )}
      {live === 'back' && (
        <div className="line-banner line-banner-back" role="status">
          <IconPlugConnected size={18} aria-hidden /> {t.live.back}
        </div>
      )}
    </div>
  )
}
