import type { Session, SessionStore } from '../../application/ports/administration.ts'

/**
 * Moves a session's end. The port knows only adding and ending, so both are done, one after the other; whoever asks for
 * the session meanwhile waits here instead of finding it gone.
 */
export const createRenewal = (sessions: SessionStore) => {
  const underWay = new Map<string, Promise<void>>()
  return {
    isUnderWay: (secretHash: string): boolean => underWay.has(secretHash),
    /** until no renewal of this session is under way */
    settled: async (secretHash: string): Promise<void> => underWay.get(secretHash),
    /** false when somebody else is renewing the session just now */
    async renew(session: Session): Promise<boolean> {
      const { secretHash } = session
      if (underWay.has(secretHash)) return false
      const moved = sessions.endSession(secretHash).then(() => sessions.addSession(session))
      underWay.set(secretHash, moved)
      try {
        await moved
      } finally {
        underWay.delete(secretHash)
      }
      return true
    },
  }
}
