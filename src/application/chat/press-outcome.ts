import type { Actor } from '../../dispatch/vocabulary.ts'
import type { AnyRefusal, Presser, PressOutcome } from '../application.ts'
import type { PairedChat } from '../ports/chats.ts'

/** A person of a paired chat. */
export type Member = Extract<Actor, { kind: 'member' }>

export const memberOf = (chat: PairedChat, presser: Presser): Member => ({
  kind: 'member',
  chat: chat.id,
  id: presser.personId,
  name: presser.personName,
})

export const refused = (refusal: AnyRefusal): PressOutcome => ({ kind: 'refused', refusal })

export const done = (code: string, params: Record<string, string | number> = {}): PressOutcome => ({
  kind: 'done',
  code,
  params,
})
