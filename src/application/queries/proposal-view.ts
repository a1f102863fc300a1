import type { Incident } from '../../dispatch/incident/incident.ts'
import { known } from '../../dispatch/incident/intake.ts'
import { factsOf } from '../../dispatch/run-cards/facts.ts'
import { type ProposedAgency, proposeAgencies } from '../../dispatch/run-cards/propose-agencies.ts'
import { proposedSubstitutes, withSubstitutes } from '../../dispatch/run-cards/substitutes.ts'
import type { TextRef } from '../../dispatch/vocabulary.ts'
import { inArea, nearestPost } from '../../i18n/posts.ts'
import type { Agency, Post } from '../ports/administration.ts'
import type { PairedChat } from '../ports/chats.ts'
import { choosePost, type PostReason, type Whereabouts, whereaboutsOf } from '../posts/choose-post.ts'
import type { CentreRules } from '../rules/rule-book.ts'
import type { ChannelStateView, IncidentView, ProposedAgencyView } from '../views.ts'

interface City {
  agencies: readonly Agency[]
  posts: readonly Post[]
  chats: readonly PairedChat[]
}

/** Whom the run card proposes, each with the post that is meant for this place and why. */
export const proposalView = (
  incident: Incident,
  texts: ReadonlyMap<TextRef, string>,
  { runCard, runCards }: CentreRules,
  city: City,
): IncidentView['proposal'] => {
  const card = runCard(known(incident.intake.type) ?? '')
  const proposal = card
    ? proposeAgencies(card, factsOf(incident.intake), runCards.forEveryType)
    : { priority: incident.priority, agencies: [] }
  const where = whereaboutsOf(incident.intake, texts)
  const instead = proposedSubstitutes(incident, card, runCards.substitutes)
  return {
    priority: proposal.priority,
    agencies: withSubstitutes(proposal.agencies, instead).flatMap(proposed => {
      const agency = city.agencies.find(({ code, active }) => code === proposed.agency && active)
      return agency ? [proposedAgency(proposed, agency, where, city)] : []
    }),
  }
}

const proposedAgency = (
  proposed: ProposedAgency,
  agency: Agency,
  where: Whereabouts,
  { posts, chats }: City,
): ProposedAgencyView => {
  const own = posts.filter(post => post.agency === agency.code && post.active)
  const chosen = choosePost(own, where)
  const stateOf = (post?: string) => channelState(chats, agency.code, post)
  return {
    ...proposed,
    name: agency.name,
    channel: stateOf(chosen?.post.code),
    post: chosen && {
      code: chosen.post.code,
      name: chosen.post.name,
      reason: chosen.reason,
      why: whyOf(chosen.reason),
    },
    posts: own.map(({ code, name }) => ({ code, name, channel: stateOf(code) })),
  }
}

const whyOf = (reason: PostReason) => (reason.kind === 'nearest' ? nearestPost(reason.metres) : inArea(reason.area))

/** A post without a chat of its own is reached in its agency's. */
const channelState = (chats: readonly PairedChat[], agency: string, post: string | undefined): ChannelStateView => {
  const paired = chats.filter(
    ({ audience }) =>
      audience.kind === 'agency' &&
      audience.agency === agency &&
      (audience.post === undefined || audience.post === post),
  )
  if (!paired.length) return 'none'
  return paired.some(({ health }) => health.status === 'ok') ? 'ok' : 'down'
}
