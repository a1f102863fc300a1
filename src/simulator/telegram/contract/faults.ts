/** A scripted fault: it meets the next `times` calls that match its filters. */
export interface FaultRule {
  /** Method names; none means every method but getUpdates and the webhook's. `file` is a file download. */
  readonly methods?: readonly string[]
  /** Only calls about this chat (id or label). */
  readonly chat?: number | string
  /** Only calls whose text or caption has these words. */
  readonly words?: string
  /** How many calls it meets; 1 by default. */
  readonly times?: number
  readonly effect: FaultEffect
}

export type FaultEffect =
  /** An error answer; with `executed` the call takes effect first and the caller learns only the error. */
  | {
      readonly kind: 'error'
      readonly code: number
      readonly description?: string
      readonly retryAfter?: number
      readonly executed?: boolean
    }
  /** No answer until the caller gives up; with `executed` the call takes effect. */
  | { readonly kind: 'hang'; readonly executed?: boolean }
  /** The call takes effect, then the connection is cut without an answer. */
  | { readonly kind: 'drop' }
  /** The connection is cut before anything takes effect. */
  | { readonly kind: 'reset' }
  /** Takes effect and answers after `ms` of machine time. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** An HTML page of a broken gateway instead of JSON; nothing takes effect. */
  | { readonly kind: 'garbage'; readonly code: number }

export interface FaultView {
  readonly id: number
  readonly rule: FaultRule
  readonly left: number
}
