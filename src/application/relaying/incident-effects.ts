import type { IncidentEffect, IncidentEffectKind, StoredEffect } from '../../dispatch/incident/effects.ts'
import { assignmentOf, type Incident } from '../../dispatch/incident/incident.ts'
import { type ContactKind, system } from '../../dispatch/vocabulary.ts'
import type { DepsWithRules, Dispatcher } from '../context.ts'
import type { KeepFigures } from '../figures/keep-figures.ts'
import type { PairedChat } from '../ports/chats.ts'
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
  deps: DepsWithRules,
  deliverer: Deliver,
  recipients: Recipients,
  deskBoard: DeskBoard,
  dispatcher: () => Dispatcher,
  handOver: HandOverEffects,
  keep: KeepFigures,
) => {
  const { stores, wakeUps } = deps
  const { deliver, ping, refresh, cardFor, alert } = deliverer

  const chatOf = recipients.assignmentChat

  const sender = (incident: Incident, effect: { id: string }) => ({
    commandId: `effect:${incident.id}:${effect.id}`,
    by: system,
  })

  const prompts = createPrompts(deps, deliverer)
  const tellGroups = createMessages(stores, deliverer, chatOf)
  /** A chat that fell ill is tried all the same (only a send shows whether it is well again), but nobody waits for it. */
  const showCard = async (incident: Incident, effect: Effect<'alert' | 'carriedCard'>): Promise<void> => {
    const goesOut = effect.kind === 'carriedCard' || (await isAlerted(incident, effect.assignment))
    const chat = goesOut ? await chatOf(incident, effect.assignment) : null
    await alertOn(incident, effect, 'group', chat ? [chat] : [])
  }

  const performers: Performers = {
    ...handOver,
    ...createDuplicateEffects(stores, dispatcher),
    keepFigures: keep.incident,
    alert: showCard,
    carriedCard: showCard,

    contact: async (incident, effect) => {
      const { assignment, to } = effect
      await alertOn(incident, effect, to, await recipients.rungChats(incident, assignment, to))
    },

    refreshCards: async incident => {
      for (const chat of await stores.cards.want(incident.id)) wakeUps.chat(chat)
    },

    // To the group, and to whoever else has the alert on the phone: an edit rings nowhere.
    update: async (incident, effect) => {
      const cards = await stores.cards.forIncident(incident.id)
      for (const assignment of effect.assignments) {
        const group = await chatOf(incident, assignment)
        const others = cards.filter(card => card.assignment === assignment && card.messageIds.length)
        const known = await Promise.all(others.map(card => stores.chats.byId(card.chat)))
        const chats = new Map([group, ...known].flatMap(chat => (chat ? [[chat.id, chat] as const] : [])))
        for (const chat of chats.values()) {
          const content = { kind: 'update', incident: incident.id, assignment, fields: effect.fields } as const
          await deliver(`${incident.id}:${effect.id}:${assignment}:${chat.id}`, chat, content)
        }
        if ([...chats.values()].some(({ health }) => health.status === 'ok')) continue
        const { commandId, by } = sender(incident, effect)
        const command = { type: 'NoteUpdate', assignment, result: 'failed' } as const
        await dispatcher().incident(incident.id, command, { commandId: `${commandId}:${assignment}`, by })
      }
    },

    ping: async (incident, effect) => {
      for (const recipient of effect.recipients) {
        if (recipient === 'owner') await pingOwner(incident, effect)
        else if (recipient === 'supervisorsChat')
          await deskBoard.breached(incident.centre, `${incident.id}:${effect.id}`)
        else if (recipient === 'supervisorOnDuty') await pingSupervisors(incident, effect)
        else await pingAgencies(incident, effect, recipient)
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
        if (chat.health.status === 'ok') return
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

  /** An agency that takes no more work is not written to: whoever chose it hears so at once. */
  const isAlerted = async (incident: Incident, assignment: string): Promise<boolean> => {
    const code = assignmentOf(incident, assignment)?.agency ?? ''
    return (await stores.directory.agency(incident.centre, code))?.active ?? false
  }

  const alertOn = async (
    incident: Incident,
    effect: Effect<'alert' | 'carriedCard' | 'contact'>,
    to: ContactKind,
    chats: readonly PairedChat[],
  ): Promise<void> => {
    for (const chat of chats) await alert(incident.id, effect.assignment, chat, to)
    if (chats.some(({ health }) => health.status === 'ok')) return
    const command = { type: 'NoteDelivery', assignment: effect.assignment, result: 'unreachable', to } as const
    await dispatcher().incident(incident.id, command, sender(incident, effect))
  }

  /** A reminder to an agency's group or to its own people carries the card's live buttons. */
  const pingAgencies = async (
    incident: Incident,
    effect: Effect<'ping'>,
    recipient: 'agency' | 'dutyOfficer' | 'agencyCommander',
  ): Promise<void> => {
    const { id, clock, rung, assignments, officersTold = [] } = effect
    for (const assignment of assignments) {
      if (recipient === 'dutyOfficer' && officersTold.includes(assignment)) continue
      for (const chat of await agencyChats(incident, assignment, recipient)) {
        const card = await cardFor(incident.id, assignment, chat)
        const about = { incident: incident.id, clock, rung, assignments: [assignment] }
        await deliver(
          `${incident.id}:${id}:${assignment}:${chat.id}`,
          chat,
          { kind: 'clockPing', ...about },
          card.token,
        )
      }
    }
  }

  const agencyChats = async (
    incident: Incident,
    assignment: string,
    recipient: 'agency' | 'dutyOfficer' | 'agencyCommander',
  ): Promise<PairedChat[]> => {
    if (recipient !== 'agency') return recipients.contactChats(incident, assignment, recipient)
    const chat = await chatOf(incident, assignment)
    return chat ? [chat] : []
  }

  const pingSupervisors = async (incident: Incident, effect: Effect<'ping'>): Promise<void> => {
    const { clock, rung, assignments } = effect
    const content = { kind: 'clockPing', incident: incident.id, clock, rung, assignments } as const
    for (const chat of await recipients.supervisorsOnDuty(incident.centre)) {
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
