import type { OutgoingMessage } from '../../application/ports/channel.ts'
import type { Delivery } from '../../application/ports/deliveries.ts'
import type { TestFacts } from '../../application/ports/renderer.ts'
import * as words from '../../i18n/chat/id/channel-test.ts'
import { spanInWords } from '../../i18n/chat/id/format.ts'
import { buttonLabels } from '../../i18n/chat/id/words.ts'
import { button } from './buttons.ts'
import { marks } from './marks.ts'
import { timeIn } from './people.ts'
import { richText } from './rich-text.ts'

/** A drill message: says first that nothing has happened, then what to press; later who pressed, or that it is over. */
export const renderChannelTest = (facts: TestFacts, { doubtful, token }: Delivery): OutgoingMessage => ({
  content: richText([
    ...marks(facts, doubtful),
    [{ bold: words.title }],
    words.from(facts.centre.name),
    [],
    ...stateOf(facts),
  ]),
  buttons: isOpen(facts) && token !== undefined ? [[button('receive', buttonLabels.receive, token)]] : [],
})

const isOpen = ({ answer, ended }: TestFacts): boolean => answer === null && !ended

const stateOf = (facts: TestFacts): string[] => {
  const { answer, sentAt, ended, endsAt } = facts
  if (!answer) return [ended ? words.unanswered : words.press(timeIn(facts, endsAt))]
  const span = spanInWords((answer.at - (sentAt ?? answer.at)) / 1000)
  return [words.answered(answer.by, timeIn(facts, answer.at), span), words.thanks]
}
