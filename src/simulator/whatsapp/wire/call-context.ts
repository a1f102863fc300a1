import type { WireCall, WireCalls } from '../contract/wire.ts'
import type { RefusalReason } from '../contract.ts'
import type { OpenPage } from '../pages.ts'
import type { Sim } from '../sim.ts'
import { otherSide } from '../world/ids.ts'
import type { Phone, SimChat, SimMessage } from '../world/state.ts'
import { privateChatId } from '../world/world.ts'

/** The server says no; the page gets the reason as WhatsApp's page would: as a failed request. */
export class WireRefusal extends Error {
  override readonly name = 'WireRefusal'
  readonly reason: RefusalReason
  readonly chatId: string | null

  constructor(reason: RefusalReason, chatId: string | null = null) {
    super(reason)
    this.reason = reason
    this.chatId = chatId
  }
}

export interface CallContext {
  readonly sim: Sim
  readonly page: OpenPage
  /** The account of the page. @throws WireRefusal when it is linked no more */
  readonly me: Phone
}

export type Handler<Call extends WireCall> = (
  context: CallContext,
  given: WireCalls[Call]['given'],
) => WireCalls[Call]['answer'] | Promise<WireCalls[Call]['answer']>

/** A chat by the id under which this account's page has it. */
export function chatSeen({ sim, me }: CallContext, remote: string): SimChat | undefined {
  if (remote.endsWith('@g.us')) {
    const group = sim.world.chats.get(remote)
    return group && (group.members.has(me) || group.former.has(me)) ? group : undefined
  }
  const other = sim.world.findPerson(remote)
  return other && sim.world.chats.get(privateChatId(me, other.phone))
}

/** A message that this account can see. @throws WireRefusal unknown_message */
export function messageSeen({ sim, me }: CallContext, id: string): { chat: SimChat; message: SimMessage } {
  const found = sim.world.findMessage(id)
  if (!found?.chat.members.has(me)) throw new WireRefusal('unknown_message')
  return found
}

/** Whether this account may write here. @throws WireRefusal not_a_member, admins_only */
export function mayWrite({ me }: CallContext, chat: SimChat): void {
  const member = chat.members.get(me)
  if (!member) throw new WireRefusal('not_a_member', chat.id)
  if (chat.announce && !member.admin) throw new WireRefusal('admins_only', chat.id)
  if (chat.kind === 'private' && otherSide(chat, me) === me) throw new WireRefusal('unknown_chat', chat.id)
}
