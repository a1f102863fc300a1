import type { DirectoryStore, Session, SessionStore, SignInLink, User } from '../../application/ports/administration.ts'
import type { MachineClock } from '../../application/ports/clocks.ts'
import { Refused } from '../http/refused.ts'
import { hashPassword, isPassword, pretendToCompare } from './passwords.ts'
import { hashSecret, newSecret } from './secrets.ts'

const hour = 3_600_000
/** Machine milliseconds without a request after which a session is over. */
export const sessionMs = 12 * hour
/** A session's end is moved at most this often: not every request shall write. */
const renewAfterMs = hour
/** Machine milliseconds in which a one-time link must be used. */
export const linkMs = 24 * hour

/** Who sent a request, by its session. */
export interface SignedIn {
  user: User
  session: Session
  /** the session's end was moved: the cookie's must be too */
  renewed: boolean
}

export interface SignInDependencies {
  directory: DirectoryStore
  sessions: SessionStore
  machineClock: MachineClock
}

export type SignIn = ReturnType<typeof createSignIn>

/** Passwords, links and sessions. Of every secret only a hash is stored; secrets are returned once, to be handed over. */
export const createSignIn = ({ directory, sessions, machineClock }: SignInDependencies) => {
  const open = async (user: User): Promise<{ user: User; secret: string }> => {
    const secret = newSecret()
    const expiresAt = machineClock.now() + sessionMs
    await sessions.addSession({ secretHash: hashSecret(secret), user: user.id, expiresAt })
    return { user, secret }
  }

  const renewed = async (session: Session): Promise<Session | null> => {
    const later = { ...session, expiresAt: machineClock.now() + sessionMs }
    if (later.expiresAt - session.expiresAt < renewAfterMs) return null
    await sessions.extendSession(later.secretHash, later.expiresAt)
    return later
  }

  const find = (secretHash: string): Promise<Session | null> => sessions.session(secretHash, machineClock.now())

  const isActive = async (session: Session): Promise<User | null> => {
    const user = await directory.user(session.user)
    return user?.active ? user : null
  }

  return {
    /** Opens a session. @throws Refused `signInRefused` */
    async byPassword(name: string, password: string) {
      const user = await directory.userByName(name)
      if (!user?.active || user.passwordHash === null) {
        await pretendToCompare(password)
        throw new Refused('signInRefused')
      }
      if (!(await isPassword(password, user.passwordHash))) throw new Refused('signInRefused')
      return open(user)
    },

    /**
     * Whether a link may be followed at once (a training link), or only by pressing a button: previews and checkers
     * open addresses, and would use it up.
     * @throws Refused `linkInvalid` when it opens nothing
     */
    async lookAtLink(secret: string): Promise<'open' | 'ask'> {
      const link = await sessions.link(hashSecret(secret), machineClock.now())
      if (!link) throw new Refused('linkInvalid')
      return link.reusable ? 'open' : 'ask'
    },

    /**
     * Opens a session for a link's secret and uses the link up, unless it is a training link.
     * @throws Refused `linkInvalid`, or `localOnly` for a training link from another machine
     */
    async byLink(secret: string, from: { thisMachine: boolean; training: boolean }) {
      const link = await sessions.useLink(hashSecret(secret), machineClock.now())
      if (link?.reusable && !from.training) throw new Refused('linkInvalid')
      if (link?.reusable && !from.thisMachine) throw new Refused('localOnly')
      const user = link && (await directory.user(link.user))
      if (!user?.active) throw new Refused('linkInvalid')
      return open(user)
    },

    /** Who holds this secret now; null when the session is unknown or over, or its user no longer active. */
    async resolve(secret: string): Promise<SignedIn | null> {
      const session = await find(hashSecret(secret))
      const user = session && (await isActive(session))
      if (!session || !user) return null
      const later = await renewed(session)
      return { user, session: later ?? session, renewed: later !== null }
    },

    /** Whose session it is as long as it stands, without moving its end. */
    async holder(secretHash: string): Promise<User | null> {
      const session = await find(secretHash)
      return session && isActive(session)
    },

    end: ({ secretHash }: Session): Promise<void> => sessions.endSession(secretHash),
    endAllOf: (user: string): Promise<void> => sessions.endSessionsOf(user),

    /** Sets the user's password and ends every session of the user but this one. */
    async setPassword({ user, session }: SignedIn, password: string): Promise<void> {
      const passwordHash = await hashPassword(password)
      await directory.changeUser(user.id, { was: {}, to: { passwordHash } })
      await sessions.endSessionsOf(user.id)
      await sessions.addSession(session)
    },

    /** A link for this user; its secret is returned here and nowhere else. */
    async invite(
      user: string,
      options = { reusable: false, validMs: linkMs },
    ): Promise<{ path: string; link: SignInLink }> {
      const secret = newSecret()
      const expiresAt = machineClock.now() + options.validMs
      const link = { secretHash: hashSecret(secret), user, expiresAt, reusable: options.reusable }
      await sessions.addLink(link)
      return { path: `/masuk?kunci=${secret}`, link }
    },
  }
}
