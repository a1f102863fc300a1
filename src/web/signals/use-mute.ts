import { useEffect, useState } from 'react'
import { useSigned } from '../hooks/use-centre.tsx'
import { useKept } from '../hooks/use-kept.ts'
import { type Mute, readMute, writeMute } from './mute.ts'

/** Machine ms; the minutes that are left are shown. */
const lookMs = 5_000

/** Whether this user wants silence here, kept in the browser; it ends by itself when its time has come. */
export const useMute = (): [mute: Mute | null, setMute: (mute: Mute | null) => void] => {
  const { user } = useSigned().session
  const [kept, keep] = useKept(`tanggap.mute.${user.id}`)
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    setNow(Date.now())
    if (kept === null) return
    const timer = setInterval(() => setNow(Date.now()), lookMs)
    return () => clearInterval(timer)
  }, [kept])
  return [readMute(kept, now), mute => keep(mute === null ? null : writeMute(mute))]
}
