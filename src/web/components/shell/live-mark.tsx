import { Tooltip } from '@mantine/core'
import type { LiveState } from '../../hooks/use-live-events.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

/** The small light beside the time. */
export const LiveMark = ({ live }: { live: LiveState }) => {
  const { t } = useLanguage()
  const words = {
    starting: t.live.starting,
    connected: t.live.connected,
    lost: t.live.lostShort,
    back: t.live.connected,
  }
  return (
    <Tooltip label={words[live]}>
      <span className={`live-mark live-mark-${live}`} role="status" aria-label={words[live]} />
    </Tooltip>
  )
}
