import { useCallback, useEffect, useMemo } from 'react'
import { useSigned } from '../hooks/use-centre.tsx'
import { useKept } from '../hooks/use-kept.ts'
import { useRights } from '../hooks/use-rights.ts'
import { useRoute } from '../hooks/use-route.ts'
import { useBoard } from '../hooks/use-service.ts'
import { type Signal, signalsFor } from './signals-for.ts'

const readSeen = (kept: string | null): ReadonlySet<string> => new Set(kept?.split('\n') ?? [])

/** A hand on the keyboard or the pointer: somebody sits there. */
const handSigns = ['pointermove', 'pointerdown', 'keydown'] as const

/** What calls this user and was not seen yet; seen is what was marked so, and what a hand was on while it was open. */
export const useSignals = (): { unseen: readonly Signal[]; see: (signals: readonly Signal[]) => void } => {
  const { session, centre } = useSigned()
  const { owns, supervises } = useRights()
  const { page, parts } = useRoute()
  const board = useBoard().data
  const [kept, keep] = useKept(`tanggap.seen.${session.user.id}.${centre.code}`)

  const user = session.user.id
  const signals = useMemo(() => signalsFor(board ?? [], { user, owns, supervises }), [board, user, owns, supervises])
  const unseen = useMemo(() => {
    const seen = readSeen(kept)
    return signals.filter(({ id }) => !seen.has(id))
  }, [signals, kept])

  const see = useCallback(
    (now: readonly Signal[]) => {
      const seen = readSeen(kept)
      // What is over is forgotten: the list stays as short as the board.
      const alive = signals.filter(({ id }) => seen.has(id) || now.some(signal => signal.id === id))
      keep(alive.map(({ id }) => id).join('\n'))
    },
    [signals, kept, keep],
  )

  const inHand = page === 'desk' && parts[0] === 'incident' ? parts[1] : undefined
  useEffect(() => {
    const there = unseen.filter(({ incident }) => incident.id === inHand)
    if (there.length === 0) return
    const noticed = () => see(there)
    for (const sign of handSigns) window.addEventListener(sign, noticed)
    return () => {
      for (const sign of handSigns) window.removeEventListener(sign, noticed)
    }
  }, [unseen, inHand, see])

  return { unseen, see }
}
