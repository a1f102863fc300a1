import { createHash } from 'node:crypto'
import { badSpan, longestShiftHours } from '../../dispatch/duty/duty-list.ts'
import type { Outcome } from '../application.ts'
import type { DutyDesk, DutyView, ShiftView } from '../commands/duty.ts'
import type { ApplicationDeps } from '../context.ts'
import { type Role, roles, type User } from '../ports/administration.ts'
import type { OnList, Shift, ShiftRole } from '../ports/duty.ts'

/** What a user may be on the list as: one's own role, or one that one's rights include. */
const mayStandAs = {
  operator: ['operator'],
  dispatcher: ['operator', 'dispatcher'],
  supervisor: ['operator', 'dispatcher', 'supervisor'],
  administrator: [],
} as const satisfies Record<Role, readonly ShiftRole[]>

/** Daftar jaga: who stands ready when. */
export const createDutyList = ({
  stores,
  serviceClock,
  live,
}: ApplicationDeps): Pick<DutyDesk, 'addShift' | 'removeShift' | 'shifts' | 'onDuty'> => {
  const usersOf = async (centre: string): Promise<Map<string, User>> => {
    const users = (await stores.directory.users()).filter(user => user.active && user.centres.includes(centre))
    return new Map(users.map(user => [user.id, user]))
  }

  /** Only who works for the centre may stand on its list, as what one may be there. */
  const unfit = async (centre: string, who: OnList): Promise<(Outcome<never> & { ok: false }) | null> => {
    if (who.kind === 'contact') {
      const agency = await stores.directory.agency(centre, who.agency)
      return agency?.active ? null : refused('unknownAgency', { agency: who.agency })
    }
    const user = (await usersOf(centre)).get(who.user)
    if (!user) return refused('unknownUser')
    const fit: readonly ShiftRole[] = mayStandAs[user.role]
    return fit.includes(who.role) ? null : refused('roleUnfit', { role: who.role })
  }

  const viewOf = ({ id, who, from, until }: Shift, users: ReadonlyMap<string, User>): ShiftView => ({
    id,
    who: who.kind === 'user' ? { ...who, name: users.get(who.user)?.name ?? who.user } : who,
    from,
    until,
  })

  const changed = (centre: string, shift: string): void => live.publish({ centre, topic: 'duty', id: shift })

  return {
    addShift: async (from, centre, asked) => {
      const wrong = badSpan(asked)
      if (wrong) return refused(wrong, { hours: longestShiftHours })
      const refusal = await unfit(centre, asked.who)
      if (refusal) return refusal
      const id = createHash('sha256').update(`${centre} ${from.commandId}`).digest('base64url').slice(0, 22)
      const shift: Shift = { id, centre, ...asked }
      if (await stores.roster.put(shift)) changed(centre, id)
      return { ok: true, value: viewOf(shift, await usersOf(centre)) }
    },

    removeShift: async (centre, id) => {
      const shift = await stores.roster.byId(id)
      if (shift?.centre !== centre) return refused('notFound', { what: 'shift' })
      await stores.roster.remove(id)
      changed(centre, id)
      return { ok: true, value: null }
    },

    shifts: async (centre, from, until) => {
      const users = await usersOf(centre)
      return (await stores.roster.between(centre, from, until)).map(shift => viewOf(shift, users))
    },

    onDuty: async centre => {
      const now = serviceClock.now()
      const users = await usersOf(centre)
      const shifts = await stores.roster.at(centre, now)
      const ready = [...users.values()].flatMap(user => readyUser(user, shifts)).sort(byRole)
      return {
        now,
        users: ready,
        contacts: shifts.filter(({ who }) => who.kind === 'contact').map(shift => viewOf(shift, users)),
        allSupervisors: ready.every(({ role }) => role !== 'supervisor'),
      }
    },
  }
}

type ReadyUser = DutyView['users'][number]

/** On the list now, or by the switch; on the list as what the list says. */
const readyUser = ({ id, name, role, onDuty }: User, shifts: readonly Shift[]): ReadyUser[] => {
  const own = shifts.filter(({ who }) => who.kind === 'user' && who.user === id)
  const asOwn = new Set<Role>(own.flatMap(({ who }) => (who.kind === 'user' ? [who.role] : [])))
  const listed = [...asOwn].map((as): ReadyUser => {
    const until = Math.max(...own.filter(({ who }) => who.kind === 'user' && who.role === as).map(shift => shift.until))
    return { user: id, name, role: as, by: onDuty && as === role ? ['list', 'switch'] : ['list'], until }
  })
  const bySwitch = onDuty && role !== 'administrator' && !asOwn.has(role)
  return bySwitch ? [...listed, { user: id, name, role, by: ['switch'], until: null }] : listed
}

/** Supervisors first: who is asked first in need. */
const byRole = (a: ReadyUser, b: ReadyUser): number =>
  roles.indexOf(b.role) - roles.indexOf(a.role) || a.name.localeCompare(b.name)

const refused = (
  code: 'unknownAgency' | 'unknownUser' | 'roleUnfit' | 'notFound' | 'shiftEndsFirst' | 'shiftTooLong',
  params: Record<string, string | number> = {},
): Outcome<never> & { ok: false } => ({ ok: false, refusal: { code, params } })
