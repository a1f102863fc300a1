import type { Incident } from '../../dispatch/incident/incident.ts'
import type { Recipient } from '../../dispatch/profiles/profile.ts'
import type { Audience, PairedChat } from '../ports/chats.ts'
import type { ServiceClock } from '../ports/clocks.ts'
import type { ApplicationStores } from '../ports/stores.ts'

/** Finds the chats that stand for somebody. Nothing is sent to a chat that is not paired. */
export const createRecipients = (
  { chats, directory, roster }: Pick<ApplicationStores, 'chats' | 'directory' | 'roster'>,
  serviceClock: Pick<ServiceClock, 'now'>,
) => {
  const ofAudience = async (centre: string, audience: Audience): Promise<PairedChat[]> =>
    chats.forAudience(centre, audience)

  /**
   * A person's private chats: those paired in this centre while one of them works, else every one. Whoever works for two
   * centres needs one chat only.
   */
  const ofUser = async (centre: string, user: string): Promise<PairedChat[]> => {
    const all = await chats.ofUser(user)
    const own = all.filter(chat => chat.centre === centre)
    return own.some(({ health }) => health.status === 'ok') ? own : all
  }

  /** The agency's own chat: the one paired last that works, else the one paired last. */
  const agencyChat = async (centre: string, agency: string): Promise<PairedChat | null> => {
    const paired = await ofAudience(centre, { kind: 'agency', agency })
    return paired.find(({ health }) => health.status === 'ok') ?? paired[0] ?? null
  }

  /** Supervisors of the centre whose shift it is, or who say that they are on duty; all of them when nobody is. */
  const onDuty = async (centre: string) => {
    const supervisors = (await directory.users()).filter(
      user => user.active && user.role === 'supervisor' && user.centres.includes(centre),
    )
    const shifts = await roster.at(centre, serviceClock.now())
    const listed = new Set(shifts.map(({ who }) => (who.kind === 'user' && who.role === 'supervisor' ? who.user : '')))
    const called = supervisors.filter(user => user.onDuty || listed.has(user.id))
    return called.length ? called : supervisors
  }

  /** Private chats of the supervisors on duty; their common chat too when none of the private ones works. */
  const supervisorsOnDuty = async (centre: string): Promise<PairedChat[]> => {
    const linked = await Promise.all((await onDuty(centre)).map(user => ofUser(centre, user.id)))
    const personal = linked.flat()
    if (personal.some(({ health }) => health.status === 'ok')) return personal
    return [...personal, ...(await ofAudience(centre, { kind: 'supervisorsChat' }))]
  }

  const contacts = async (incident: Incident, assignments: string[], duty: 'dutyOfficer' | 'agencyCommander') => {
    const agencies = incident.assignments.filter(({ id }) => assignments.includes(id)).map(({ agency }) => agency)
    const chats = await Promise.all(
      agencies.map(agency => ofAudience(incident.centre, { kind: 'contact', agency, duty })),
    )
    return chats.flat()
  }

  const byRecipient: Record<
    Exclude<Recipient, 'owner' | 'agency' | 'supervisorsChat'>,
    (incident: Incident, assignments: string[]) => Promise<PairedChat[]>
  > = {
    dutyOfficer: (incident, assignments) => contacts(incident, assignments, 'dutyOfficer'),
    agencyCommander: (incident, assignments) => contacts(incident, assignments, 'agencyCommander'),
    supervisorOnDuty: incident => supervisorsOnDuty(incident.centre),
  }

  return { agencyChat, supervisorsOnDuty, ofAudience, ofUser, byRecipient }
}

export type Recipients = ReturnType<typeof createRecipients>
