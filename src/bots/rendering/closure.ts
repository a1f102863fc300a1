import type { OutgoingMessage } from '../../application/ports/channel.ts'
import type { IncidentFacts } from '../../application/ports/renderer.ts'
import type { Assignment } from '../../dispatch/incident/assignment.ts'
import * as words from '../../i18n/chat/id/messages.ts'
import { reportOutcomes } from '../../i18n/chat/id/words.ts'
import { fitText } from './fit-text.ts'
import { marks } from './marks.ts'
import { placeLine, typeAndPriority } from './place.ts'
import { richText } from './rich-text.ts'

/** Tells an agency that the incident is closed, with the outcome that it reported. */
export const renderClosure = (facts: IncidentFacts, assignment: Assignment, doubtful: boolean): OutgoingMessage => {
  const { agency, duty, standing } = assignment
  return {
    content: fitText(cut =>
      richText([
        ...marks(facts, doubtful),
        [{ bold: words.closureTitle(facts.incident.number) }],
        typeAndPriority(facts),
        placeLine(facts, cut),
        'report' in standing && words.ownOutcome(reportOutcomes[standing.report.outcome]),
        duty === 'inform' ? words.closureInformed(agency) : words.closureThanks(agency),
      ]),
    ),
    buttons: [],
  }
}
