import type { User } from '../../application/ports/administration.ts'
import { roles } from '../../application/ports/administration.ts'
import type { TrainingLink } from '../dependencies.ts'
import { createSignIn, type SignInDependencies } from './create-sign-in.ts'

/** Machine milliseconds for which the links of one training start are good. */
const trainingLinkMs = 30 * 86_400_000

/**
 * A way in for whoever sets the installation up: a one-time link (a path that begins with a slash), made at every start
 * until an administrator has chosen a password, so that a lost link locks nobody out. Null when none is needed.
 */
export const createFirstAdministrator = async (
  dependencies: SignInDependencies,
): Promise<{ name: string; path: string } | null> => {
  const { directory } = dependencies
  const administrators = (await directory.users()).filter(user => user.role === 'administrator' && user.active)
  if (administrators.some(user => user.passwordHash !== null)) return null
  const user = administrators.find(({ centres }) => centres.length === 0) ?? firstAdministrator
  if (user === firstAdministrator) await directory.putUser(user)
  const { path } = await createSignIn(dependencies).invite(user.id)
  return { name: user.name, path }
}

const firstAdministrator: User = {
  id: 'administrator',
  name: 'Administrator',
  role: 'administrator',
  centres: [],
  active: true,
  onDuty: false,
  passwordHash: null,
}

const trainingNames = {
  operator: 'Operator Gladi',
  dispatcher: 'Dispatcher Gladi',
  supervisor: 'Supervisor Gladi',
  administrator: 'Administrator Gladi',
} as const

/**
 * One user a role, in every centre, and a link for each that may be used again and again from this machine. Only for
 * MODE=gladi; what is there already stays as it is.
 */
export const createTrainingUsers = async (
  dependencies: SignInDependencies,
  centresInOrder?: readonly string[],
): Promise<TrainingLink[]> => {
  const { directory } = dependencies
  const centres = [...(centresInOrder ?? (await directory.centres()).map(centre => centre.code))]
  const signIn = createSignIn(dependencies)
  const links: TrainingLink[] = []
  for (const role of roles) {
    const id = `gladi-${role}`
    const name = trainingNames[role]
    const before = await directory.user(id)
    const user: User = before ?? { id, name, role, centres: [], active: true, onDuty: true, passwordHash: null }
    await directory.putUser({ ...user, centres: role === 'administrator' ? [] : centres })
    const { path } = await signIn.invite(id, { reusable: true, validMs: trainingLinkMs })
    links.push({ role, name: user.name, path })
  }
  return links
}
