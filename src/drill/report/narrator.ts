import { oneLine, type Shown } from '../journal/judge.ts'
import { type Step, type Story, whoOf } from '../story/story.ts'
import { minutes } from './words.ts'

/** Tells what happens as it happens. */
export interface Narrator {
  step(elapsedSeconds: number, story: Story, step: Step): void
  shown(shown: Shown): void
  edited(cards: number): void
  deviation(story: Story, text: string): void
}

/** Below a step, as far to the right as its words begin. */
const margin = ' '.repeat(13)
/** Characters of a message that are told. */
const told = 120

/** Told only where it is not the usual platform. */
const on = { Telegram: '', WhatsApp: ' (WhatsApp)' } as const

/** What stands on every message of a training needs no telling. */
const banner = '🟡 GLADI – LATIHAN\n'

export const createNarrator = (say: (line: string) => void): Narrator => ({
  step: (elapsed, story, step) =>
    say(`${minutes(elapsed).padStart(6)}  [${story.id}] ${whoOf(story, step)} ${step.what}`),
  shown: ({ expected, message }) =>
    say(`${margin}→ ${expected.chat}${on[message.platform]}: ${oneLine(message.text.replace(banner, ''), told)}`),
  edited: cards => say(`${margin}~ ${cards} kartu diperbarui`),
  deviation: ({ id }, text) => say(`${margin}!! MENYIMPANG [${id}]: ${text}`),
})
