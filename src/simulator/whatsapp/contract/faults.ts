import type { StartTrouble } from './wire.ts'

/** What a page does that a fault can meet; `start` is the page's own start. */
export const FAULT_CALLS = ['send', 'edit', 'revoke', 'react', 'vote', 'upload', 'download', 'start'] as const
export type FaultCall = (typeof FAULT_CALLS)[number]

/** A scripted fault: it meets the next `times` calls that match. */
export interface FaultRule {
  readonly call: FaultCall
  /** Only calls about this chat (id, label or title). */
  readonly chat?: string
  /** How many calls it meets; 1 by default. */
  readonly times?: number
  readonly effect: FaultEffect
}

export type FaultEffect =
  /** Takes effect at once; the answer (the first tick) comes after `ms` of machine time. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Takes effect; no answer ever comes: the clock beside the message stays. */
  | { readonly kind: 'unanswered' }
  /** Nothing takes effect and no answer ever comes. */
  | { readonly kind: 'lost' }
  /** The server says no: nothing takes effect. */
  | { readonly kind: 'refused' }
  /** Of `start`: the page starts with this trouble. */
  | { readonly kind: 'trouble'; readonly trouble: StartTrouble }

export interface FaultView {
  readonly id: number
  readonly rule: FaultRule
  readonly left: number
}
