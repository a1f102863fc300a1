import { type Button, payloadOf, readStart } from '../../../application/ports/channel.ts'
import { choice as choiceWords, choices as joined } from '../../../i18n/chat/id/whatsapp.ts'
import { type ButtonAction, readActionData } from '../../action-data.ts'
import { numberOf, privatelyNumber } from './numbers.ts'

/** A button as people without buttons see it. */
export interface Choice {
  number: number
  label: string
  does: ButtonAction | { privately: string }
}

/** The buttons with their numbers, in their order; links that lead nowhere here are none. */
export const choicesOf = (buttons: readonly Button[]): Choice[] =>
  buttons.flatMap(button => {
    const does = meaningOf(button)
    if (!does) return []
    const number = 'verb' in does ? numberOf(does.verb, does.about) : privatelyNumber
    return [{ number, label: plainLabel(button.label), does }]
  })

/** The token that the choices belong to; undefined when there are none. */
export const tokenOf = (choices: readonly Choice[]): string | undefined =>
  choices.map(({ does }) => ('verb' in does ? does.token : undefined)).find(token => token !== undefined)

/** "1 Kami tangani · 3 Meluncur" */
export const inWords = (choices: readonly Choice[]): string =>
  joined(choices.map(({ number, label }) => choiceWords(number, label)))

const meaningOf = (button: Button): Choice['does'] | null => {
  if ('data' in button) return readActionData(button.data)
  const start = readStart(payloadOf(button.url) ?? '')
  return start?.reason === 'report' ? { privately: start.token } : null
}

/** Emoji in front of a label are for buttons; one of them (ℹ) counts as a letter. */
const plainLabel = (label: string): string => label.replace(/^(?:[^\p{L}\p{N}]|\p{Extended_Pictographic})+/u, '')
