import type { Request, Response } from 'express'
import type { Centre, DirectoryStore, User } from '../../application/ports/administration.ts'
import { handlingOf } from '../../application/rules/standards.ts'
import { belongsTo, hasRight, type Right } from '../rights.ts'
import { sessionSecretOf, setSessionCookie } from '../sign-in/cookie.ts'
import type { SignedIn, SignIn } from '../sign-in/create-sign-in.ts'
import { found, Refused } from './refused.ts'
import { idempotencyKeyOf } from './request-checks.ts'
import { type Granted, isCommand, type Route } from './route.ts'
import { isFromThisMachine } from './this-machine.ts'

export interface GrantDependencies {
  signIn: SignIn
  directory: DirectoryStore
  secureCookies: boolean
}

/**
 * Finds out who asks and whether the route is theirs: signed in, then the role, then the centre, so that nobody learns
 * of a centre or an input that is none of theirs.
 * @throws Refused `signInNeeded`, `forbidden`, `localOnly`, `unknownCentre`, `idempotencyKeyMissing`
 */
export const grant = async (
  route: Route,
  request: Request,
  response: Response,
  dependencies: GrantDependencies,
): Promise<Granted> => {
  const { access } = route
  if (access.kind === 'local' || (access.kind === 'signedIn' && access.thisMachine)) {
    if (!isFromThisMachine(request)) throw new Refused('localOnly')
  }
  if (access.kind === 'public' || access.kind === 'local') return {}

  const who = await signedInUser(request, response, dependencies)
  const centre = await centreFor(route, request, who.user, dependencies.directory)
  return { who, from: senderOf(route, request, who.user), ...(centre && { centre }) }
}

const signedInUser = async (
  request: Request,
  response: Response,
  { signIn, secureCookies }: GrantDependencies,
): Promise<SignedIn> => {
  const secret = sessionSecretOf(request)
  const who = secret === null ? null : await signIn.resolve(secret)
  if (!who || secret === null) throw new Refused('signInNeeded')
  if (who.renewed) setSessionCookie(response, secret, secureCookies)
  return who
}

const centreFor = async (
  { access }: Route,
  request: Request,
  user: User,
  directory: DirectoryStore,
): Promise<Centre | null> => {
  if (access.kind !== 'centre' && access.kind !== 'administration') return null
  const right: Right = access.kind === 'centre' ? access.right : 'administer'
  const { centre: code } = request.params
  if (access.kind === 'administration' && !hasRight(user.role, right, 'operator-owns')) throw new Refused('forbidden')
  if (typeof code !== 'string') return null
  if (!belongsTo(user, code)) throw new Refused('forbidden')
  const centre = found(await directory.centre(code), 'unknownCentre')
  if (!hasRight(user.role, right, handlingOf(centre.profile))) throw new Refused('forbidden')
  return centre
}

const senderOf = (route: Route, request: Request, user: User): NonNullable<Granted['from']> => {
  const key = idempotencyKeyOf(request)
  if (key === null && isCommand(route)) throw new Refused('idempotencyKeyMissing')
  return { commandId: `${user.id}:${key ?? 'none'}`, by: { kind: 'user', id: user.id, name: user.name } }
}
