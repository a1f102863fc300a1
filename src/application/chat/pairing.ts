import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { ChatCommands, Presser } from '../application.ts'
import type { ApplicationDeps } from '../context.ts'
import type { Audience, PairedChat, PairingCode } from '../ports/chats.ts'
import type { Deliver } from '../relaying/deliver.ts'
import type { ChatHealth } from './chat-health.ts'

/** What is for one person is not for a group to read, and what a crew answers together is not for one person. */
const needsPrivate = {
  agency: false,
  supervisorsChat: false,
  contact: true,
  user: true,
} as const satisfies Record<Audience['kind'], boolean>

/** Chats come by a one-time code, fall ill, move, and get our answers. */
export const createPairing = (
  { stores, serviceClock }: ApplicationDeps,
  { deliver }: Deliver,
  health: ChatHealth,
): Pick<ChatCommands, 'pair' | 'chatHealth' | 'chatMoved' | 'notify' | 'nod'> => {
  /**
   * A chat that is paired for somebody else is another chat: what waited for the old one is not shown to the new
   * one, and the buttons of its cards are dead. A person's private chat serves all of that person's centres.
   */
  const idFor = (before: PairedChat | null, { centre, audience }: PairingCode): string =>
    before && isDeepStrictEqual(before.audience, audience) && (before.centre === centre || audience.kind === 'user')
      ? before.id
      : randomUUID()

  const bind = async (from: Presser, redeemed: PairingCode, title: string): Promise<PairedChat> => {
    const before = await stores.chats.byAddress(from.channel, from.address)
    const id = idFor(before, redeemed)
    // whoever types here can be answered here
    if (before?.id === id) await health.isBack(before)
    const chat: PairedChat = {
      id,
      centre: redeemed.centre,
      channel: from.channel,
      address: from.address,
      title,
      audience: redeemed.audience,
      pairedAt: serviceClock.now(),
      pairedBy: { kind: 'member', chat: id, id: from.personId, name: from.personName },
      health: { status: 'ok' },
    }
    await stores.chats.bind(chat)
    return chat
  }

  /** Looks at a code that is good without using it up: its audience never changes. */
  const isForElsewhere = async (code: string, isPrivate: boolean): Promise<boolean> => {
    const found = await stores.chats.code(code)
    const isGood = found?.usedAt === undefined && (found?.expiresAt ?? 0) > serviceClock.now()
    return found !== null && isGood && needsPrivate[found.audience.kind] !== isPrivate
  }

  return {
    pair: async (from, code, { title, private: isPrivate }) => {
      if (await isForElsewhere(code, isPrivate)) {
        return { ok: false, refusal: { code: isPrivate ? 'groupNeeded' : 'privateChatNeeded', params: {} } }
      }
      const { chat: address, thread } = from.address
      const redeemer = `${from.channel}:${address}:${thread ?? ''}`
      const redeemed = await stores.chats.redeemCode(code, serviceClock.now(), redeemer)
      if (!redeemed) return { ok: false, refusal: { code: 'codeInvalid', params: { code } } }
      const chat = await bind(from, redeemed, title)
      const { pairedAt: at, centre, pairedBy: by, id: subject } = chat
      await stores.audit.add({ at, centre, by, what: 'chatPaired', subject })
      health.changed(chat)
      await health.alertWaiting(chat)
      await stores.chats.spendCode(code)
      return { ok: true, value: chat }
    },

    chatHealth: async (channel, address, now) => {
      for (const chat of await stores.chats.ofChat(channel, address.chat)) {
        await (now.ok ? health.isBack(chat) : health.isDown(chat, now.detail))
      }
    },

    chatMoved: async (channel, from, to) => {
      for (const chat of await stores.chats.ofChat(channel, from.chat)) await health.moved(chat, to.chat)
    },

    notify: async (commandId, chat, code, params, replyTo) => {
      const content = { kind: 'notice', code, params, ...(replyTo === undefined ? {} : { replyTo }) } as const
      await deliver(`${commandId}:notice:${chat.id}`, chat, content)
    },
    nod: async (commandId, chat, replyTo) => {
      await deliver(`${commandId}:nod:${chat.id}`, chat, { kind: 'nod', replyTo })
    },
  }
}
