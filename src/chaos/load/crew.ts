import { setTimeout as pause } from 'node:timers/promises'
import { states } from '../../drill/cards/card-words.ts'
import type { Dice } from '../dice.ts'
import type { CrewKind } from '../plan/plan-calls.ts'
import type { GroupPhones, Seen } from './phones/phones.ts'
import { readCard } from './read-card.ts'
import { waitFor } from './watch.ts'

/** People of one agency's group at work on one incident: they read the card, press, look again, press again. */
export interface Crew {
  kind: CrewKind
  number: string
  agency: string
  /** of two people who share the group */
  phones: GroupPhones
  dice: Dice
}

/** What the card must say at last, and the answers that lead there, in turn; `says` goes as a reply to the prompt. */
interface Stretch {
  until: string
  buttons: readonly string[]
  says?: string
}

const shows = (state: keyof typeof states): string => states[state].own.replace('{by}', '').trimEnd()

const taken: Stretch = { until: shows('acknowledged'), buttons: ['Kami tangani'] }
const wholeJob: readonly Stretch[] = [
  taken,
  { until: shows('enRoute'), buttons: ['Meluncur'] },
  { until: shows('onScene'), buttons: ['Tiba di lokasi'] },
  { until: shows('cleared'), buttons: ['Selesai', 'Ya, selesai'] },
  { until: shows('reported'), buttons: ['Kirim laporan', 'Tertangani'], says: 'Sudah tertangani.' },
]
const jobs: Readonly<Record<CrewKind, readonly Stretch[]>> = {
  steady: wholeJob,
  pair: wholeJob,
  declines: [{ until: shows('declined'), buttons: ['Tidak bisa', 'Tidak ada unit'] }],
  silent: [],
}

/** Machine ms that a crew waits for its alert, and for something to change after it did something. */
const alertMs = 60_000
const changeMs = 6_000
const thinksMs = [200, 1_500] as const
/** How often it does the same again before it gives the button up. */
const tries = 10

/** Does the job as far as it goes; true when the card said at each stretch what it should. */
export const doJob = async (crew: Crew): Promise<boolean> => {
  if (crew.kind === 'silent') return false
  const alerted = await waitFor(() => cards(crew).at(0), alertMs)
  if (!alerted) return false
  for (const stretch of jobs[crew.kind]) if (!(await goThrough(crew, stretch))) return false
  return true
}

const cards = ({ phones, number, agency }: Crew): Seen[] =>
  phones.shown().filter(({ text }) => {
    const card = readCard(text)
    return card?.number === number && card.agency === agency
  })

const goThrough = async (crew: Crew, stretch: Stretch): Promise<boolean> => {
  const isThrough = () => cards(crew).some(({ text }) => text.includes(stretch.until)) || undefined
  for (let round = 0; round < tries; round++) {
    if (isThrough()) return true
    await pause(crew.dice.between(...thinksMs))
    const before = looks(crew)
    await act(crew, stretch)
    await waitFor(() => isThrough() ?? (looks(crew) !== before || undefined), changeMs)
  }
  return isThrough() ?? false
}

const looks = ({ phones, number }: Crew): string =>
  phones
    .shown()
    .filter(({ text }) => text.includes(number))
    .map(({ id, edits }) => `${id}:${edits}`)
    .join()

/** Answers the prompt when there is one, else gives the furthest answer that a copy of the card takes. */
const act = async (crew: Crew, { buttons, says }: Stretch): Promise<void> => {
  const { phones, number, agency, kind } = crew
  const prompt = says && phones.shown().find(({ text, asksWords }) => asksWords && isAbout(text, number, agency))
  if (says && prompt) {
    await phones.reply(0, prompt, says)
    return
  }
  for (const button of buttons.toReversed()) {
    for (const card of cards(crew)) {
      const choice = card.choices.find(words => words.endsWith(button))
      if (choice === undefined) continue
      const people = kind === 'pair' ? [0, 1] : [0]
      await Promise.all(people.map(person => phones.choose(person, card, choice)))
      return
    }
  }
}

const isAbout = (text: string, number: string, agency: string): boolean =>
  text.includes('📝') && text.includes(number) && text.includes(agency)
