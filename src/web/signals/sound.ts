import type { Tone } from './signals-for.ts'

/** Hz, and when each begins and how long it sounds, in seconds. Two that differ by rhythm, not by height alone. */
const melodies: Record<Tone, readonly (readonly [hertz: number, from: number, seconds: number])[]> = {
  urgent: [
    [988, 0, 0.14],
    [740, 0.17, 0.14],
    [988, 0.34, 0.14],
    [740, 0.51, 0.14],
    [988, 0.68, 0.22],
  ],
  routine: [
    [587, 0, 0.16],
    [784, 0.2, 0.3],
  ],
}
const loudness: Record<Tone, number> = { urgent: 0.32, routine: 0.14 }
/** Seconds in which a tone swells and fades: a hard edge clicks. */
const edge = 0.02

/** blocked: the browser plays nothing before somebody has touched the page. */
export type SoundState = 'ready' | 'blocked'

export interface Sound {
  state(): SoundState
  /** @returns what ends it */
  subscribe(watcher: () => void): () => void
  /** asks the browser for leave; it grants it during a gesture */
  allow(): void
  play(tone: Tone): void
}

/** Tones made by the browser itself: no file to load, none to miss. */
export const createSound = (): Sound => {
  const context = new AudioContext()
  return {
    state: () => (context.state === 'running' ? 'ready' : 'blocked'),
    subscribe: watcher => {
      context.addEventListener('statechange', watcher)
      return () => context.removeEventListener('statechange', watcher)
    },
    allow: () => void context.resume(),
    play: tone => {
      // A blocked context would keep its tones and let them out together.
      if (context.state !== 'running') return
      for (const [hertz, from, seconds] of melodies[tone]) {
        playOne(context, hertz, context.currentTime + from, seconds, loudness[tone])
      }
    },
  }
}

const playOne = (context: AudioContext, hertz: number, from: number, seconds: number, loud: number): void => {
  const oscillator = context.createOscillator()
  const volume = context.createGain()
  oscillator.frequency.value = hertz
  volume.gain.setValueAtTime(0, from)
  volume.gain.linearRampToValueAtTime(loud, from + edge)
  volume.gain.setValueAtTime(loud, from + seconds - edge)
  volume.gain.linearRampToValueAtTime(0, from + seconds)
  oscillator.connect(volume).connect(context.destination)
  oscillator.start(from)
  oscillator.stop(from + seconds)
}
