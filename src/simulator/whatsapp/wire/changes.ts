import { setTimeout as pause } from 'node:timers/promises'
import type { FaultCall } from '../contract.ts'
import { type Changed, edit, react, revoke, vote } from '../world/change.ts'
import type { SimChat, SimMessage } from '../world/state.ts'
import { type CallContext, type Handler, mayWrite, messageSeen, WireRefusal } from './call-context.ts'
import { meetFault, never } from './meet-fault.ts'

/** What a page does to messages that are there: one row a call. */
export const changeCalls = {
  edit: (context, given) =>
    change(context, 'edit', given.id, ({ chat, message }) => edit(context.sim, chat, message, context.me, given.text)),
  revoke: (context, given) =>
    change(context, 'revoke', given.id, ({ chat, message }) => revoke(context.sim, chat, message, context.me)),
  react: (context, given) =>
    change(context, 'react', given.id, ({ chat, message }) =>
      react(context.sim, chat, message, context.me, given.text),
    ),
  vote: (context, given) =>
    change(context, 'vote', given.id, ({ chat, message }) =>
      vote(context.sim, chat, message, context.me, given.options),
    ),
} satisfies { readonly [Call in 'edit' | 'revoke' | 'react' | 'vote']: Handler<Call> }

async function change(
  context: CallContext,
  call: FaultCall,
  id: string,
  carryOut: (at: { chat: SimChat; message: SimMessage }) => Changed,
): Promise<{ ok: boolean }> {
  const found = messageSeen(context, id)
  mayWrite(context, found.chat)
  const effect = meetFault(context.sim, call, found.chat.id)
  const refused = carryOut(found)
  if (refused) throw new WireRefusal(refused, found.chat.id)
  if (effect?.kind === 'unanswered') never()
  if (effect?.kind === 'slow') await pause(effect.ms)
  return { ok: true }
}
