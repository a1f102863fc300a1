import { setTimeout as pause } from 'node:timers/promises'
import { states } from '../../drill/cards/card-words.ts'
import type { MessageView } from '../../simulator/telegram/contract.ts'
import { DriverError, type TelegramDriver } from '../../simulator/telegram/driver.ts'
import type { Dice } from '../dice.ts'
import type { CrewKind } from '../plan/plan-calls.ts'
import { readCard } from './read-card.ts'
import type { Watch } from './watch.ts'

/** People of one agency's group at work on one incident: they read the card, press, look again, press again. */
export interface Crew {
  kind: CrewKind
  number: string
  agency: string
  label: string
  /** two people who share the group */
  people: readonly number[]
  driver: TelegramDriver
  watch: Watch
  dice: Dice
}

/** What the card must say at last, and the buttons that lead there, in turn; `says` goes as a reply to the prompt. */
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
  const alerted = await crew.watch.waitFor(() => cards(crew).at(0), alertMs)
  if (!alerted) return false
  for (const stretch of jobs[crew.kind]) if (!(await goThrough(crew, stretch))) return false
  return true
}

const cards = ({ watch, label, number, agency }: Crew): MessageView[] =>
  watch.shown(label).filter(({ text }) => {
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
    await crew.watch.waitFor(() => isThrough() ?? (looks(crew) !== before || undefined), changeMs)
  }
  return isThrough() ?? false
}

const looks = (crew: Crew): string =>
  crew.watch
    .shown(crew.label)
    .filter(({ text }) => text.includes(crew.number))
    .map(({ messageId, edits }) => `${messageId}:${edits}`)
    .join()

/** Answers the prompt when there is one, else presses the furthest button that a copy of the card has. */
const act = async (crew: Crew, { buttons, says }: Stretch): Promise<void> => {
  const { driver, watch, label, number, agency, people } = crew
  const prompt = says && watch.shown(label).find(({ text, forceReply }) => forceReply && isAbout(text, number, agency))
  if (says && prompt) {
    await driver.say(label, { as: people[0] ?? 0, text: says, replyTo: prompt.messageId })
    return
  }
  for (const button of buttons.toReversed()) {
    const card = cards(crew).find(message => message.buttons.flat().some(({ text }) => text.endsWith(button)))
    if (!card) continue
    const pressers = crew.kind === 'pair' ? people : people.slice(0, 1)
    await Promise.all(pressers.map(as => press(driver, card, as, button)))
    return
  }
}

const press = async (driver: TelegramDriver, card: MessageView, as: number, button: string): Promise<void> => {
  try {
    await driver.press(card.chatId, { as, message: card.messageId, button, wait: 0 })
  } catch (error) {
    // the button went in this very moment, or the group moved: whoever pressed looks again
    if (!(error instanceof DriverError)) throw error
  }
}

const isAbout = (text: string, number: string, agency: string): boolean =>
  text.includes('📝') && text.includes(number) && text.includes(agency)
