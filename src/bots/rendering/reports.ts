import { type OutgoingMessage, startLink } from '../../application/ports/channel.ts'
import type { Delivery, DeliveryContent } from '../../application/ports/deliveries.ts'
import type { IncidentFacts } from '../../application/ports/renderer.ts'
import type { Assignment } from '../../dispatch/incident/assignment.ts'
import * as words from '../../i18n/chat/id/messages.ts'
import { buttonLabels, reportOutcomes } from '../../i18n/chat/id/words.ts'
import { fitText } from './fit-text.ts'
import { marks } from './marks.ts'
import { placeLine, typeAndPriority } from './place.ts'
import { type Line, type Piece, richText } from './rich-text.ts'

type Prompt = Extract<DeliveryContent, { kind: 'reportPrompt' }>

/** Asks for the report as a reply to this very message: privacy mode lets the bot see replies to it. */
export const renderReportPrompt = (
  facts: IncidentFacts,
  { agency }: Assignment,
  prompt: Prompt,
  { doubtful, token }: Delivery,
): OutgoingMessage => ({
  content: fitText(cut =>
    richText([
      ...marks(facts, doubtful),
      [{ bold: words.reportTitle(facts.incident.number, agency) }],
      typeAndPriority(facts),
      placeLine(facts, cut),
      [words.outcomeChosen(reportOutcomes[prompt.outcome]), chooser(prompt), ')'],
      [],
      words.replyWithReport,
      ...words.reportLines,
      words.photosAsReply,
      privately(token),
    ]),
  ),
  buttons: [],
  askReply: { placeholder: words.reportPlaceholder(facts.incident.number) },
})

/** A link, no button: Telegram lets a message ask for a reply or have buttons, not both. */
const privately = (token: string | undefined): Line =>
  token !== undefined && [
    words.crowdedGroup,
    { link: buttonLabels.privately, url: startLink({ reason: 'report', token }) },
  ]

const chooser = ({ byName, byPerson }: Prompt): Piece =>
  /^\d+$/.test(byPerson) ? { link: byName, url: `tg://user?id=${byPerson}` } : byName

/** The report came back: the operator's remark, unless it may tell of a patient, and the same question again. */
export const renderReportReturned = (
  facts: IncidentFacts,
  assignment: Assignment,
  { doubtful, token }: Delivery,
): OutgoingMessage => {
  const remark = facts.incident.restricted ? words.seeDetail : remarkOf(facts, assignment)
  return {
    content: fitText(cut =>
      richText([
        ...marks(facts, doubtful),
        [{ bold: words.reportReturnedTitle(facts.incident.number, assignment.agency) }],
        typeAndPriority(facts),
        placeLine(facts, cut),
        remark !== undefined && [words.remarkLabel, { bold: cut(remark) }],
        [],
        words.replyAgain,
        words.photosAsReply,
        privately(token),
      ]),
    ),
    buttons: [],
    askReply: { placeholder: words.reportPlaceholder(facts.incident.number) },
  }
}

const remarkOf = (facts: IncidentFacts, { steps }: Assignment): string | undefined => {
  const change = steps.findLast(step => step.change.kind === 'reportReturned')?.change
  return change?.kind === 'reportReturned' ? facts.texts.get(change.remark) : undefined
}
