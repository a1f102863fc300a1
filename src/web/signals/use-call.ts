import { useEffect, useRef } from 'react'
import { useLanguage } from '../lang/language-provider.tsx'
import { type Signal, toneOf } from './signals-for.ts'
import { useMute } from './use-mute.ts'
import { useSound } from './use-sound.ts'

/** Machine ms between two calls while something urgent waits unseen. */
const repeatMs = 8_000

/** Lets unseen signals be heard, each when it comes and urgent ones again and again, and counts them in the tab's title. */
export const useCall = (unseen: readonly Signal[]): void => {
  const { t } = useLanguage()
  const { sound, state } = useSound()
  const [mute] = useMute()
  const sounded = useRef(new Set<string>())
  const silent = mute !== null || state === 'blocked'

  useEffect(() => {
    if (silent) return
    const tone = toneOf(unseen, sounded.current)
    sounded.current = new Set(unseen.map(({ id }) => id))
    if (tone) sound.play(tone)
  }, [unseen, silent, sound])

  const rings = !silent && unseen.some(({ urgent }) => urgent)
  useEffect(() => {
    if (!rings) return
    const timer = setInterval(() => sound.play('urgent'), repeatMs)
    return () => clearInterval(timer)
  }, [rings, sound])

  const count = unseen.length
  useEffect(() => {
    document.title = count > 0 ? `(${count}) ${t.app.name}` : t.app.name
  }, [count, t])
}
