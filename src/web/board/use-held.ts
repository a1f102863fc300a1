import { type FocusEvent, type PointerEvent, useState } from 'react'
import { type HeldOrder, heldOrder } from './held-order.ts'

export interface Hold {
  held: boolean
  /** for everything that is not to move under the pointer */
  pointer: { onPointerEnter: (event: PointerEvent) => void; onPointerLeave: () => void }
  /** for the list that is gone through by keys */
  focus: { onFocus: (event: FocusEvent) => void; onBlur: (event: FocusEvent) => void }
}

/** Whether the pointer or the keyboard's focus is on it. A link that was clicked keeps the focus, but nobody's eye. */
export const useHold = (): Hold => {
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  return {
    held: pointed || focused,
    pointer: {
      onPointerEnter: event => setPointed(event.pointerType !== 'touch'),
      onPointerLeave: () => setPointed(false),
    },
    focus: {
      onFocus: event => setFocused(event.target.matches(':focus-visible')),
      onBlur: event => !event.currentTarget.contains(event.relatedTarget) && setFocused(false),
    },
  }
}

/**
 * The wanted order, or while it is held the one before; `apply` takes the wanted one over, and so does another `reason`.
 * Lists and reason keep their identity while nothing changes.
 */
export const useHeldOrder = <T extends { id: string }>(
  held: boolean,
  wanted: readonly T[],
  all: readonly T[] = wanted,
  reason?: unknown,
): HeldOrder<T> & { apply: () => void } => {
  const [kept, setKept] = useState({ places: wanted, reason })
  const follows = !held || kept.reason !== reason
  if (follows && (kept.places !== wanted || kept.reason !== reason)) setKept({ places: wanted, reason })
  return {
    ...heldOrder(follows ? wanted : kept.places, wanted, all),
    apply: () => setKept({ places: wanted, reason }),
  }
}
