import type { Assignment } from '../../dispatch/incident/assignment.ts'
import { isActive, isSettled } from '../../dispatch/incident/standing.ts'
import type { ApplicationDeps } from '../context.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Deliver } from '../relaying/deliver.ts'

/** Chats fall ill, come back and move: the pages show it, and what a chat must see by then is shown. */
export const createChatHealth = (
  { stores, serviceClock, live, wakeUps }: ApplicationDeps,
  { alertAgain, cardAnew }: Deliver,
) => {
  const changed = (chat: PairedChat): void => live.publish({ centre: chat.centre, topic: 'channel', id: chat.id })

  const isDown = async (chat: PairedChat, detail: string): Promise<void> => {
    if (chat.health.status === 'down') return
    const health = { status: 'down', detail, since: serviceClock.now() } as const
    if (await stores.chats.setHealth(chat.id, health)) changed(chat)
  }

  const isBack = async (chat: PairedChat): Promise<void> => {
    if (chat.health.status === 'ok') return
    await alertWaiting(chat)
    await showPresent(chat)
    if (await stores.chats.setHealth(chat.id, { status: 'ok' })) changed(chat)
  }

  /** What changed while nothing could be edited there is shown now. */
  const showPresent = (chat: PairedChat): Promise<void> =>
    eachOpen(
      chat,
      () => true,
      async incident => {
        for (const other of await stores.cards.want(incident)) wakeUps.chat(other)
      },
    )

  /** An agency that joins (or is back) gets the alerts that still wait for it. */
  const alertWaiting = (chat: PairedChat): Promise<void> =>
    eachOpen(
      chat,
      ({ standing }) => standing.status === 'alerting',
      (incident, assignment) => alertAgain(incident, assignment, chat),
    )

  /**
   * The platform gave the group a new id. Its messages stay behind, and their numbers soon belong to others: none of
   * them may be edited or answered any more. The cards of open work come anew.
   */
  const moved = async (chat: PairedChat, to: string): Promise<void> => {
    const known = await stores.chats.byId(chat.id)
    if (!known || known.address.chat === to) return
    await eachOpen(
      chat,
      assignment => isActive(assignment) && !isSettled(assignment),
      (_, assignment) => cardAnew(assignment, chat, to),
    )
    await stores.cards.forgetCopies(chat.id)
    await stores.liveMessages.forgetCopies(chat.id)
    await stores.deliveries.forgetMessages(chat.id)
    await stores.talk.forgetMessages(chat.id)
    await stores.chats.move(chat.id, { ...known.address, chat: to })
    changed(chat)
    // what was said of the old group (the bot left it) does not hold for the new one
    await isBack(known)
    wakeUps.chat(chat.id)
  }

  const eachOpen = async (
    { audience, centre }: PairedChat,
    concerns: (assignment: Assignment) => boolean,
    work: (incident: string, assignment: string) => Promise<void>,
  ): Promise<void> => {
    if (audience.kind !== 'agency') return
    const open = await stores.incidents.list({ centre, statuses: ['dispatched', 'closing'], limit: 500 })
    for (const incident of open) {
      const own = incident.assignments.filter(
        ({ agency, post }) => agency === audience.agency && (audience.post === undefined || audience.post === post),
      )
      for (const assignment of own.filter(concerns)) await work(incident.id, assignment.id)
    }
  }

  return { changed, isDown, isBack, moved, alertWaiting }
}

export type ChatHealth = ReturnType<typeof createChatHealth>
