import type { OutgoingMessage } from '../../application/ports/channel.ts'
import type { Audience } from '../../application/ports/chats.ts'
import type { Delivery, DeliveryContent } from '../../application/ports/deliveries.ts'
import type { IncidentFacts } from '../../application/ports/renderer.ts'
import { helpKey } from '../../dispatch/clocks/help.ts'
import * as words from '../../i18n/chat/id/pings.ts'
import { takeEscalationRow } from './buttons.ts'
import { fitText } from './fit-text.ts'
import { marks } from './marks.ts'
import { timeIn } from './people.ts'
import { centreLine, takenLine } from './pings.ts'
import { placeLine, typeAndPriority } from './place.ts'
import { richText } from './rich-text.ts'

/** Help that no agency asks for: a neighbouring centre gave the incident back. For supervisors. */
export const renderDeskHelp = (
  facts: IncidentFacts,
  ping: Extract<DeliveryContent, { kind: 'helpPing' }>,
  delivery: Delivery,
  audience: Audience,
): OutgoingMessage => {
  const { incident, texts } = facts
  const item = incident.attention.find(({ id }) => id === ping.item)
  const handOver = incident.handOvers?.findLast(({ result }) => result === 'refused')
  const to = handOver && (handOver.to.kind === 'centre' ? handOver.to.centre : handOver.to.receiver)
  const reason = handOver?.refusal === undefined ? undefined : texts.get(handOver.refusal)
  return {
    content: fitText(cut =>
      richText([
        ...marks(facts, delivery.doubtful),
        [{ bold: words.handOverRefused(to ?? '112') }],
        centreLine(facts, audience),
        incident.number,
        typeAndPriority(facts),
        placeLine(facts, cut),
        reason !== undefined && words.because(cut(reason)),
        takenLine(facts, helpKey(ping.item)),
        item?.doneAt === undefined ? null : words.settled(timeIn(facts, item.doneAt)),
      ]),
    ),
    buttons: item && item.doneAt === undefined ? takeEscalationRow(delivery.token) : [],
  }
}
