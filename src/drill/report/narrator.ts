import type { Shown } from '../journal/judge.ts'
import { oneLine } from '../journal/judge.ts'
import type { Step, Story } from '../story/story.ts'

/** Tells what happens as it happens. */
export interface Narrator {
  step(elapsed: number, story: Story, step: Step): void
  shown(elapsed: number, shown: Shown): void
  edited(cards: number): void
  deviation(text: string): void
}

export const createNarrator = (say: (line: string) => void): Narrator => ({
  step: (elapsed, { id }, { who, what }) => say(`${minutes(elapsed)}  ${id}  ${who} ${what}`),
  shown: (_elapsed, { expected, message }) => say(`            → ${expected.chat}: ${oneLine(message.text)}`),
  edited: cards => say(`            ~ ${cards} kartu diperbarui`),
  deviation: text => say(`            !! MENYIMPANG: ${text}`),
})

/** "04:30" since the drill began, in service time. */
export const minutes = (seconds: number): string => {
  const whole = Math.floor(seconds)
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
}
