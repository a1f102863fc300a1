import type { ApplicationDeps } from '../context.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Deliver } from '../relaying/deliver.ts'

/** Chats fall ill and come back: the pages show it, and alerts that waited go out. */
export const createChatHealth = ({ stores, serviceClock, live }: ApplicationDeps, { alertAgain }: Deliver) => {
  const changed = (chat: PairedChat): void => live.publish({ centre: chat.centre, topic: 'channel', id: chat.id })

  const isDown = async (chat: PairedChat, detail: string): Promise<void> => {
    if (chat.health.status === 'down') return
    await stores.chats.setHealth(chat.id, { status: 'down', detail, since: serviceClock.now() })
    changed(chat)
  }

  const isBack = async (chat: PairedChat): Promise<void> => {
    if (chat.health.status === 'ok') return
    await stores.chats.setHealth(chat.id, { status: 'ok' })
    changed(chat)
    await alertWaiting(chat)
  }

  /** An agency that joins (or is back) gets the alerts that still wait for it. */
  const alertWaiting = async (chat: PairedChat): Promise<void> => {
    if (chat.audience.kind !== 'agency') return
    const { agency } = chat.audience
    const open = await stores.incidents.list({ centre: chat.centre, statuses: ['dispatched', 'closing'], limit: 500 })
    for (const incident of open) {
      const waiting = incident.assignments.filter(a => a.agency === agency && a.standing.status === 'alerting')
      for (const { id } of waiting) await alertAgain(incident.id, id, chat)
    }
  }

  return { changed, isDown, isBack, alertWaiting }
}

export type ChatHealth = ReturnType<typeof createChatHealth>
