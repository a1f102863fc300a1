import { DriverError } from '../../../src/simulator/shared/control-client.ts'
import type { ChatStory } from '../../support/telegram-driver.ts'

const toScene = ['Kami tangani', 'Meluncur', 'Tiba di lokasi'] as const
const toReport = ['Selesai', 'Ya, selesai', 'Kirim laporan', 'Tertangani'] as const

/** The card may change under the thumb: whoever misses the button looks again, a few times. */
const presses = async (crew: ChatStory, card: string, button: string, looks = 3): Promise<void> => {
  try {
    await crew.sees(card, { with: button }).presses(button)
  } catch (error) {
    if (!(error instanceof DriverError) || error.code !== 'unknown_button' || looks === 1) throw error
    await presses(crew, card, button, looks - 1)
  }
}

/** Each button as soon as the card shows it. */
const pressesEach = async (crew: ChatStory, card: string, buttons: readonly string[]): Promise<void> => {
  for (const button of buttons) await presses(crew, card, button)
}

/** The crew takes the job and goes there; `card` is a text that its card shows. */
export const goesToScene = (crew: ChatStory, card: string): Promise<void> => pressesEach(crew, card, toScene)

/** The crew is through and says so in one reply. */
export const reports = async (crew: ChatStory, card: string, text: string): Promise<void> => {
  await pressesEach(crew, card, toReport)
  const [number] = /[A-Z]{3}-\d{6}-\d+/.exec((await crew.sees(card)).text) ?? []
  await crew.sees(`📝 Laporan ${number} (`).replies(text)
}
