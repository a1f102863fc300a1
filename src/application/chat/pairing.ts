import { randomUUID } from 'node:crypto'
import { system } from '../../dispatch/vocabulary.ts'
import type { ChatCommands } from '../application.ts'
import type { ApplicationDeps } from '../context.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Deliver } from '../relaying/deliver.ts'

/** Chats come by a one-time code, fall ill, move, and get our answers. */
export const createPairing = (
  { stores, serviceClock, live, wakeUps }: ApplicationDeps,
  { deliver, cardFor }: Deliver,
): Pick<ChatCommands, 'pair' | 'chatHealth' | 'chatMoved' | 'notify'> => {
  const changed = (chat: PairedChat): void => live.publish({ centre: chat.centre, topic: 'channel', id: chat.id })

  /** An agency that joins (or is back) gets the alerts that still wait for it. */
  const alertWaiting = async (chat: PairedChat): Promise<void> => {
    if (chat.audience.kind !== 'agency') return
    const { agency } = chat.audience
    const open = await stores.incidents.list({ centre: chat.centre, statuses: ['dispatched'], limit: 500 })
    for (const incident of open) {
      const waiting = incident.assignments.filter(a => a.agency === agency && a.standing.status === 'alerting')
      for (const { id } of waiting) {
        const card = await cardFor(incident.id, id, chat)
        await deliver(
          `${id}:joined:${chat.id}:${chat.pairedAt}`,
          chat,
          { kind: 'alert', incident: incident.id, assignment: id },
          card.token,
        )
      }
    }
  }

  return {
    pair: async (from, code, title) => {
      const { chat: address, thread } = from.address
      const redeemer = `${from.channel}:${address}:${thread ?? ''}`
      const redeemed = await stores.chats.redeemCode(code, serviceClock.now(), redeemer)
      if (!redeemed) return { ok: false, refusal: { code: 'codeInvalid', params: { code } } }
      const before = await stores.chats.byAddress(from.channel, from.address)
      const chat: PairedChat = {
        id: before?.id ?? randomUUID(),
        centre: redeemed.centre,
        channel: from.channel,
        address: from.address,
        title,
        audience: redeemed.audience,
        pairedAt: serviceClock.now(),
        pairedBy: { kind: 'member', chat: before?.id ?? '', id: from.personId, name: from.personName },
        health: { status: 'ok' },
      }
      await stores.chats.bind(chat)
      await stores.audit.add({
        at: chat.pairedAt,
        centre: chat.centre,
        by: system,
        what: 'chatPaired',
        subject: chat.id,
      })
      changed(chat)
      await alertWaiting(chat)
      return { ok: true, value: chat }
    },

    chatHealth: async (channel, address, health) => {
      const now = serviceClock.now()
      for (const chat of await stores.chats.ofChat(channel, address.chat)) {
        if ((chat.health.status === 'ok') === health.ok) continue
        const status = health.ok
          ? { status: 'ok' as const }
          : { status: 'down' as const, detail: health.detail, since: now }
        await stores.chats.setHealth(chat.id, status)
        changed(chat)
        if (health.ok) await alertWaiting({ ...chat, pairedAt: now })
      }
    },

    chatMoved: async (channel, from, to) => {
      for (const chat of await stores.chats.ofChat(channel, from.chat)) {
        await stores.chats.move(chat.id, { ...chat.address, chat: to.chat })
        changed(chat)
        wakeUps.chat(chat.id)
      }
    },

    notify: async (commandId, chat, code, params, replyTo) => {
      const content = { kind: 'notice', code, params, ...(replyTo === undefined ? {} : { replyTo }) } as const
      await deliver(`${commandId}:notice:${chat.id}`, chat, content)
    },
  }
}
