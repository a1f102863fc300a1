import type { DirectoryStore, FieldChange, User } from '../../application/ports/administration.ts'
import type { AuditChange } from '../../application/ports/records.ts'
import type { AuditWord } from '../audit-words.ts'
import { changedUser, newUser, signInLinkView, userChange, userList, userView } from '../contract/administration.ts'
import type { UserView } from '../contract/index.ts'
import { empty } from '../contract/inputs.ts'
import { baseUrlOf } from '../http/base-url.ts'
import { found, Refused } from '../http/refused.ts'
import { type Route, userRoute } from '../http/route.ts'
import { idFromCommand } from '../record-ids.ts'
import { isGlobalAdministrator } from '../rights.ts'
import type { Services } from '../services.ts'
import { note } from './audit.ts'
import { fieldChange, requireChanged } from './field-change.ts'
import { ofUser } from './parameters.ts'

const users = '/api/admin/users'

export const adminUserRoutes = (services: Services): Route[] => {
  const { directory, signIn, config } = services
  /** the user, if this administrator looks after all of the user's centres */
  const ownUser = async (administrator: User, user: string): Promise<User> => {
    const one = found(await directory.user(user), 'unknownUser')
    if (!looksAfter(administrator, one)) throw new Refused('unknownUser')
    return one
  }
  return [
    userRoute({
      method: 'get',
      path: users,
      name: 'listUsers',
      summary: 'Users that the administrator looks after',
      access: { kind: 'administration' },
      reply: userList,
      handle: async ({ who }) => ({
        users: (await directory.users()).filter(user => looksAfter(who.user, user)).map(viewOf),
      }),
    }),
    userRoute({
      method: 'post',
      path: users,
      name: 'addUser',
      summary: 'Adds a user, who signs in by a link first',
      access: { kind: 'administration' },
      body: newUser,
      status: 201,
      reply: userView,
      handle: async ({ who, from, body }) => {
        const user: User = { ...body, id: `u-${idFromCommand(from)}`, active: true, onDuty: false, passwordHash: null }
        if (!looksAfter(who.user, user)) throw new Refused('forbidden')
        const repeated = await directory.user(user.id)
        if (repeated) return viewOf(repeated)
        await requireCentres(directory, user)
        await requireFreeName(directory, user)
        if (!(await directory.addUser(user))) throw new Refused('nameTaken')
        await noteUser(services, from, 'userAdded', user, { before: null, after: fieldsOf(user) })
        return viewOf(user)
      },
    }),
    userRoute({
      method: 'patch',
      path: `${users}/{user}`,
      name: 'changeUser',
      summary: 'Changes a user; one who is no longer active is signed out at once',
      access: { kind: 'administration' },
      params: ofUser,
      body: userChange,
      reply: changedUser,
      handle: async ({ who, params, from, body }) => {
        const { was = {}, ...wanted } = body
        const before = await ownUser(who.user, params.user)
        const change = fieldChange(fieldsOf(before), wanted, was)
        if (!change) return { ...viewOf(before), openCalls: [] }
        const user = { ...before, ...change.to }
        if (!looksAfter(who.user, user)) throw new Refused('forbidden')
        await requireCentres(directory, user)
        await requireFreeName(directory, user)
        await requireAdministratorBeside(directory, user)
        requireChanged(await directory.changeUser(user.id, change), change)
        await keepAdministrator(directory, user, change)
        if (!user.active) await signIn.endAllOf(user.id)
        const trail = { before: change.was, after: change.to }
        // a user who leaves a centre is written down there too
        const centres = [...new Set([...before.centres, ...user.centres])]
        await noteUser(services, from, 'userChanged', { ...user, centres }, trail)
        return { ...viewOf(user), openCalls: user.active ? [] : await openCallsOf(services, user) }
      },
    }),
    userRoute({
      method: 'post',
      path: `${users}/{user}/link`,
      name: 'inviteUser',
      summary: 'A one-time sign-in link, good for a day; it is shown here once',
      access: { kind: 'administration' },
      params: ofUser,
      body: empty,
      status: 201,
      reply: signInLinkView,
      handle: async ({ who, request, params, from }) => {
        const user = await ownUser(who.user, params.user)
        const { path, link } = await signIn.invite(user.id)
        await noteUser(services, from, 'linkMade', user)
        return { url: `${baseUrlOf(request, config)}${path}`, expiresAt: link.expiresAt }
      },
    }),
  ]
}

/** An administrator of some centres looks after users of those centres only, one without centres after everybody. */
const looksAfter = (administrator: User, user: User): boolean =>
  isGlobalAdministrator(administrator) ||
  (user.centres.length > 0 && user.centres.every(centre => administrator.centres.includes(centre)))

const requireCentres = async (directory: DirectoryStore, user: User): Promise<void> => {
  const known = new Set((await directory.centres()).map(({ code }) => code))
  if (user.centres.some(code => !known.has(code))) throw new Refused('unknownCentre')
}

const requireFreeName = async (directory: DirectoryStore, user: User): Promise<void> => {
  const other = await directory.userByName(user.name)
  if (other && other.id !== user.id) throw new Refused('nameTaken')
}

/**
 * Two who take each other's place away at one moment both saw an administrator left. Whoever finds none afterwards takes
 * the own change back: rather both stay than none.
 */
const keepAdministrator = async (
  directory: DirectoryStore,
  user: User,
  { was, to }: FieldChange<Omit<User, 'id'>>,
): Promise<void> => {
  if (user.active && isGlobalAdministrator(user)) return
  if ((await directory.users()).some(one => one.active && isGlobalAdministrator(one))) return
  await directory.changeUser(user.id, { was: to, to: was })
  throw new Refused('lastAdministrator')
}

/** In the trail of every centre of the user; of a user of all centres, in the one that belongs to none. */
const noteUser = async (
  services: Services,
  from: Parameters<typeof note>[1],
  what: AuditWord,
  { id, centres }: User,
  change?: AuditChange,
): Promise<void> => {
  for (const centre of centres.length ? centres : [null]) await note(services, from, centre, what, id, change)
}

/** Calls that the user took and that nobody ended. */
const openCallsOf = async ({ application: { queries } }: Services, user: User): Promise<string[]> => {
  const open = await Promise.all(user.centres.map(centre => queries.calls(centre, { openOnly: true, limit: 500 })))
  return open.flat().flatMap(({ id, operator }) => (operator === user.name ? [id] : []))
}

/** What administrators change and read of a user; never the password's hash. */
const fieldsOf = ({ name, role, centres, active }: User) => ({ name, role, centres, active })

/** Somebody must be able to mend things: one active administrator of everything stays. */
const requireAdministratorBeside = async (directory: DirectoryStore, changed: User): Promise<void> => {
  const after = (await directory.users()).map(user => (user.id === changed.id ? changed : user))
  if (!after.some(user => user.active && isGlobalAdministrator(user))) throw new Refused('lastAdministrator')
}

const viewOf = ({ id: user, name, role, centres, active, onDuty, passwordHash }: User): UserView => ({
  id: user,
  name,
  role,
  centres,
  active,
  onDuty,
  hasPassword: passwordHash !== null,
})
