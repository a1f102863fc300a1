import type { IncidentEffect, IncidentEffectKind, StoredEffect } from '../../dispatch/incident/effects.ts'
import { assignmentOf, type Incident } from '../../dispatch/incident/incident.ts'
import type { Recipient } from '../../dispatch/profiles/profile.ts'
import { system } from '../../dispatch/vocabulary.ts'
import type { ApplicationDeps, Dispatcher } from '../context.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { DeliveryContent } from '../ports/deliveries.ts'
import { pingSubject } from '../ports/live-messages.ts'
import type { Deliver } from './deliver.ts'
import type { DeskBoard } from './desk-board.ts'
import { createDuplicateEffects } from './duplicate-effects.ts'
import type { HandOverEffects } from './hand-over-effects.ts'
import { createMessages } from './messages.ts'
import { createPrompts } from './prompts.ts'
import type { Recipients } from './recipients.ts'

type Effect<Kind extends IncidentEffectKind> = StoredEffect<Extract<IncidentEffect, { kind: Kind }>>
type Performers = { [Kind in IncidentEffectKind]: (incident: Incident, effect: Effect<Kind>) => Promise<void> }

/** What each effect of an incident does to the world; each is harmless when done twice. */
export const createIncidentEffects = (
  deps: ApplicationDeps,
  deliverer: Deliver,
  recipients: Recipients,
  deskBoard: DeskBoard,
  dispatcher: () => Dispatcher,
  handOver: HandOverEffects,
) => {
  const { stores, wakeUps } = deps
  const { deliver, ping, refresh, cardFor, alert } = deliverer

  const chatOf = async (incident: Incident, assignment: string): Promise<PairedChat | null> => {
    const agency = assignmentOf(incident, assignment)?.agency
    return agency === undefined ? null : recipients.agencyChat(incident.centre, agency)
  }

  const sender = (incident: Incident, effect: { id: string }) => ({
    commandId: `effect:${incident.id}:${effect.id}`,
    by: system,
  })

  const prompts = createPrompts(deps, deliverer)
  const tellGroups = createMessages(stores, deliverer, chatOf)
  /** A chat that fell ill is tried all the same (only a send shows whether it is well again), but nobody waits for it. */
  const showCard = async (incident: Incident, effect: Effect<'alert' | 'carriedCard'>): Promise<void> => {
    const chat = await chatOf(incident, effect.assignment)
    if (chat) await alert(incident.id, effect.assignment, chat)
    if (chat?.health.status === 'ok') return
    const command = { type: 'NoteDelivery', assignment: effect.assignment, result: 'unreachable' } as const
    await dispatcher().incident(incident.id, command, sender(incident, effect))
  }

  const performers: Performers = {
    ...handOver,
    ...createDuplicateEffects(stores, dispatcher),
    alert: showCard,
    carriedCard: showCard,

    refreshCards: async incident => {
      for (const chat of await stores.cards.want(incident.id)) wakeUps.chat(chat)
    },

    update: async (incident, effect) => {
      for (const assignment of effect.assignments) {
        const chat = await chatOf(incident, assignment)
        if (!chat) continue
        const content = { kind: 'update', incident: incident.id, assignment, fields: effect.fields } as const
        await deliver(`${incident.id}:${effect.id}:${assignment}:${chat.id}`, chat, content)
      }
    },

    ping: async (incident, effect) => {
      for (const recipient of effect.recipients) {
        if (recipient === 'agency') await pingAgencies(incident, effect)
        else if (recipient === 'owner') await pingOwner(incident, effect)
        else if (recipient === 'supervisorsChat')
          await deskBoard.breached(incident.centre, `${incident.id}:${effect.id}`)
        else await pingPeople(incident, effect, recipient)
      }
    },

    helpPing: async (incident, effect) => {
      const { item, assignment, rung } = effect
      const about = assignment === undefined ? {} : { assignment }
      const content = { kind: 'helpPing', incident: incident.id, item, ...about, ...(rung && { rung }) } as const
      for (const chat of await recipients.supervisorsOnDuty(incident.centre)) {
        await ping(`${incident.id}:${effect.id}`, chat, content)
      }
    },

    reportPrompt: async (incident, effect) => {
      const assignment = assignmentOf(incident, effect.assignment)
      const chat = await chatOf(incident, effect.assignment)
      if (chat && assignment) await prompts.remind(`${incident.id}:${effect.id}`, incident, assignment, chat)
    },
    refreshPings: (incident, { clock }) => refresh(pingSubject(incident.id, clock)),

    reportReturned: async (incident, effect) => {
      const chat = await chatOf(incident, effect.assignment)
      if (chat) await prompts.askAgain(`${incident.id}:${effect.id}`, incident.id, effect.assignment, chat)
    },

    message: (incident, effect) => tellGroups(incident, effect),

    closureNotice: async (incident, effect) => {
      const chat = await chatOf(incident, effect.assignment)
      if (chat) {
        const content = { kind: 'closure', incident: incident.id, assignment: effect.assignment } as const
        await deliver(`${incident.id}:${effect.id}:${chat.id}`, chat, content)
        return
      }
      const command = { type: 'NoteClosure', assignment: effect.assignment, result: 'failed' } as const
      await dispatcher().incident(incident.id, command, sender(incident, effect))
    },

    sitrepPrompt: async (incident, effect) => {
      for (const assignment of effect.assignments) {
        const chat = await chatOf(incident, assignment)
        if (!chat) continue
        const content = { kind: 'sitrepPrompt', incident: incident.id, assignment } as const
        await deliver(`${incident.id}:${effect.id}:${assignment}:${chat.id}`, chat, content)
      }
    },

    markCall: async (incident, effect) => {
      const type = effect.mark === 'intake.submitted' ? 'NoteIntakeSubmitted' : 'NoteIncidentCancelled'
      const at =
        effect.mark === 'intake.submitted' ? (incident.submittedAt ?? incident.lastChangeAt) : incident.lastChangeAt
      await dispatcher().call(effect.call, { type, incident: incident.id, at }, sender(incident, effect))
    },

    tellWithdrawn: async (incident, effect) => {
      const { call, instead, by } = effect
      const at = incident.phase.status === 'cancelled' ? incident.phase.at : incident.lastChangeAt
      const command = { type: 'NoteDraftWithdrawn', incident: incident.id, instead, by, at } as const
      await dispatcher().call(call, command, sender(incident, effect))
    },
  }

  /** A reminder in the agency's own chat carries the card's live buttons. */
  const pingAgencies = async (incident: Incident, { id, clock, rung, assignments }: Effect<'ping'>): Promise<void> => {
    for (const assignment of assignments) {
      const chat = await chatOf(incident, assignment)
      if (!chat) continue
      const card = await cardFor(incident.id, assignment, chat)
      const content: DeliveryContent = {
        kind: 'clockPing',
        incident: incident.id,
        clock,
        rung,
        assignments: [assignment],
      }
      await deliver(`${incident.id}:${id}:${chat.id}`, chat, content, card.token)
    }
  }

  const pingPeople = async (
    incident: Incident,
    effect: Effect<'ping'>,
    recipient: Exclude<Recipient, 'owner' | 'agency' | 'supervisorsChat'>,
  ): Promise<void> => {
    const { clock, rung, assignments } = effect
    const content = { kind: 'clockPing', incident: incident.id, clock, rung, assignments } as const
    for (const chat of await recipients.byRecipient[recipient](incident, assignments)) {
      await ping(`${incident.id}:${effect.id}`, chat, content)
    }
  }

  /** Whoever has the incident sees it on the page; in private too, where a chat is paired. There is nothing to take. */
  const pingOwner = async (incident: Incident, { id, clock, rung, assignments }: Effect<'ping'>): Promise<void> => {
    if (!incident.owner) return
    const content = { kind: 'clockPing', incident: incident.id, clock, rung, assignments } as const
    for (const chat of await recipients.ofUser(incident.centre, incident.owner.id)) {
      await deliver(`${incident.id}:${id}:${chat.id}`, chat, content)
    }
  }

  return {
    perform: (incident: Incident, effect: StoredEffect<IncidentEffect>): Promise<void> => {
      const performer = performers[effect.kind] as (
        incident: Incident,
        effect: StoredEffect<IncidentEffect>,
      ) => Promise<void>
      return performer(incident, effect)
    },
  }
}
