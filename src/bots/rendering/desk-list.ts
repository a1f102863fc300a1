import type { OutgoingMessage } from '../../application/ports/channel.ts'
import type { Delivery } from '../../application/ports/deliveries.ts'
import type { DeskFacts, OverdueDesk } from '../../application/ports/renderer.ts'
import { limitSecondsOf } from '../../dispatch/clocks/clock.ts'
import { spanInWords } from '../../i18n/chat/id/format.ts'
import * as words from '../../i18n/chat/id/pings.ts'
import { fitText } from './fit-text.ts'
import { marks } from './marks.ts'
import { nameOf, timeIn } from './people.ts'
import { waitingFor } from './pings.ts'
import { type Line, richText } from './rich-text.ts'
import { targetNote } from './target-note.ts'

/**
 * Everything that is over a limit of the desk's own, for the supervisors' chat. Times of day instead of spans, so that it
 * looks the same until something changes. Never the caller's name or number.
 */
export const renderDeskList = (facts: DeskFacts, delivery: Delivery): OutgoingMessage => ({
  content: fitText(() =>
    richText([
      ...marks(facts, delivery.doubtful),
      [{ bold: facts.overdue.length ? words.deskTitle(facts.overdue.length) : words.deskSettled }],
      facts.centre.name,
      ...facts.overdue.map(one => overdueLine(facts, one)),
    ]),
  ),
  buttons: [],
})

const overdueLine = (facts: DeskFacts, { clock, since, number, who }: OverdueDesk): Line => {
  const limit = spanInWords(limitSecondsOf(clock))
  const line = words.deskLine(number ?? '', waitingFor(clock), limit, timeIn(facts, since))
  return `${line}${targetNote(clock)}${who ? ` – ${nameOf(who)}` : ''}`
}
