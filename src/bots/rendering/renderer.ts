import type { OutgoingMessage } from '../../application/ports/channel.ts'
import type { Audience } from '../../application/ports/chats.ts'
import type { Delivery } from '../../application/ports/deliveries.ts'
import type { IncidentFacts, Renderer } from '../../application/ports/renderer.ts'
import type { Assignment } from '../../dispatch/incident/assignment.ts'
import { assignmentOf } from '../../dispatch/incident/incident.ts'
import { renderCard } from './card.ts'
import { renderChannelNews } from './channel-news.ts'
import { renderChannelTest } from './channel-test.ts'
import { renderClosure } from './closure.ts'
import { renderDeskHelp } from './desk-help.ts'
import { renderDeskList } from './desk-list.ts'
import { renderDraft } from './draft.ts'
import { renderHelpPing } from './help-ping.ts'
import { renderMessage } from './message.ts'
import { renderNod, renderNotice } from './notices.ts'
import { renderClockPing } from './pings.ts'
import { renderReportPrompt, renderReportReturned } from './reports.ts'
import { renderSitrepPrompt } from './sitreps.ts'
import { renderDigest, renderStormBoard, renderStormOver } from './storm.ts'
import { renderUpdate } from './updates.ts'

/**
 * Turns cards and deliveries into messages, in Indonesian. Pure: the same facts give the same message.
 * @throws Error when a delivery names what its facts do not have, or is of the wrong kind for the function
 */
export const renderer: Renderer = {
  card: (facts, assignment, token, options) => renderCard(facts, theAssignment(facts, assignment), token, options),
  incidentMessage: (facts, delivery, audience) => incidentMessage(facts, delivery, audience),
  deskMessage: (facts, delivery) => {
    if (delivery.content.kind !== 'deskPing') throw wrongKind(delivery)
    return renderDeskList(facts, delivery)
  },
  testMessage: (facts, delivery) => {
    if (delivery.content.kind !== 'channelTest') throw wrongKind(delivery)
    return renderChannelTest(facts, delivery)
  },
  draft: (facts, assignment, draft, token) => renderDraft(facts, theAssignment(facts, assignment), draft, token),
  notice: (delivery, training) => {
    if (delivery.content.kind !== 'notice') throw wrongKind(delivery)
    return renderNotice(delivery.content, delivery.doubtful, training)
  },
  nod: delivery => {
    if (delivery.content.kind !== 'nod') throw wrongKind(delivery)
    return renderNod(delivery.content)
  },
  storm: (facts, delivery) =>
    delivery.content.kind === 'stormOver' ? renderStormOver(facts, delivery) : renderStormBoard(facts, delivery),
  digest: (items, delivery, training) => renderDigest(items, delivery, training),
  channelNews: (delivery, training) => {
    if (delivery.content.kind !== 'channelNews') throw wrongKind(delivery)
    return renderChannelNews(delivery.content, delivery.doubtful, training)
  },
}

const incidentMessage = (facts: IncidentFacts, delivery: Delivery, audience: Audience): OutgoingMessage => {
  const { content, doubtful } = delivery
  switch (content.kind) {
    case 'update':
      return renderUpdate(facts, theAssignment(facts, content.assignment), content, doubtful)
    case 'clockPing':
      return renderClockPing(facts, content, delivery, audience)
    case 'helpPing':
      return content.assignment === undefined
        ? renderDeskHelp(facts, content, delivery, audience)
        : renderHelpPing(facts, content, theAssignment(facts, content.assignment), delivery, audience)
    case 'reportPrompt':
      return renderReportPrompt(facts, theAssignment(facts, content.assignment), content, delivery)
    case 'reportReturned':
      return renderReportReturned(facts, theAssignment(facts, content.assignment), delivery)
    case 'message':
      return renderMessage(facts, theAssignment(facts, content.assignment), content, delivery)
    case 'closure':
      return renderClosure(facts, theAssignment(facts, content.assignment), doubtful)
    case 'sitrepPrompt':
      return renderSitrepPrompt(facts, theAssignment(facts, content.assignment), doubtful)
    case 'alert':
    case 'deskPing':
    case 'channelTest':
    case 'stormBoard':
    case 'stormOver':
    case 'digest':
    case 'channelNews':
    case 'notice':
    case 'nod':
      throw wrongKind(delivery)
  }
}

const theAssignment = ({ incident }: IncidentFacts, id: string): Assignment => {
  const assignment = assignmentOf(incident, id)
  if (!assignment) throw new Error(`${incident.id} has no assignment ${id}`)
  return assignment
}

const wrongKind = ({ content, id }: Delivery): Error => new Error(`delivery ${id} is a ${content.kind}`)
