import { useEffect, useSyncExternalStore } from 'react'
import { createSound, type Sound, type SoundState } from './sound.ts'

let sound: Sound | undefined

/** The page's one sound, made when it is first wanted. */
const theSound = (): Sound => {
  sound ??= createSound()
  return sound
}

const subscribe = (watcher: () => void) => theSound().subscribe(watcher)

/** The page's sound and whether the browser lets it be heard; any touch or key asks for leave. */
export const useSound = (): { sound: Sound; state: SoundState } => {
  const state = useSyncExternalStore(subscribe, () => theSound().state())
  useEffect(() => {
    if (state === 'ready') return
    const { allow } = theSound()
    window.addEventListener('pointerdown', allow)
    window.addEventListener('keydown', allow)
    return () => {
      window.removeEventListener('pointerdown', allow)
      window.removeEventListener('keydown', allow)
    }
  }, [state])
  return { sound: theSound(), state }
}
