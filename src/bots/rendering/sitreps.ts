import type { OutgoingMessage } from '../../application/ports/channel.ts'
import type { IncidentFacts } from '../../application/ports/renderer.ts'
import type { Assignment } from '../../dispatch/incident/assignment.ts'
import * as words from '../../i18n/chat/id/messages.ts'
import { fitText } from './fit-text.ts'
import { marks } from './marks.ts'
import { placeLine, typeAndPriority } from './place.ts'
import { richText } from './rich-text.ts'

/** A long operation: asks an agency how it stands, as a reply to this very message. */
export const renderSitrepPrompt = (
  facts: IncidentFacts,
  { agency }: Assignment,
  doubtful: boolean,
): OutgoingMessage => ({
  content: fitText(cut =>
    richText([
      ...marks(facts, doubtful),
      [{ bold: words.sitrepTitle(facts.incident.number, agency) }],
      typeAndPriority(facts),
      placeLine(facts, cut),
      [],
      words.replyWithSitrep,
      words.photosAsReply,
    ]),
  ),
  buttons: [],
  askReply: { placeholder: words.sitrepPlaceholder(facts.incident.number) },
})
