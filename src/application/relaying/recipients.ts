import type { Incident } from '../../dispatch/incident/incident.ts'
import type { Recipient } from '../../dispatch/profiles/profile.ts'
import type { Audience, PairedChat } from '../ports/chats.ts'
import type { ApplicationStores } from '../ports/stores.ts'

/** Finds the chats that stand for somebody. Nothing is sent to a chat that is not paired. */
export const createRecipients = ({ chats, directory }: Pick<ApplicationStores, 'chats' | 'directory'>) => {
  const ofAudience = async (centre: string, audience: Audience): Promise<PairedChat[]> =>
    chats.forAudience(centre, audience)

  /** The agency's own chat: the one paired last that works, else the one paired last. */
  const agencyChat = async (centre: string, agency: string): Promise<PairedChat | null> => {
    const paired = await ofAudience(centre, { kind: 'agency', agency })
    return paired.find(({ health }) => health.status === 'ok') ?? paired[0] ?? null
  }

  /**
   * Private chats of the supervisors on duty, of all when none is; their common chat too when none of the private ones
   * works.
   */
  const supervisorsOnDuty = async (centre: string): Promise<PairedChat[]> => {
    const users = (await directory.users()).filter(
      user => user.active && user.role === 'supervisor' && user.centres.includes(centre),
    )
    const onDuty = users.filter(user => user.onDuty)
    const called = onDuty.length ? onDuty : users
    const linked = await Promise.all(called.map(user => ofAudience(centre, { kind: 'user', user: user.id })))
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
    Exclude<Recipient, 'owner' | 'agency'>,
    (incident: Incident, assignments: string[]) => Promise<PairedChat[]>
  > = {
    dutyOfficer: (incident, assignments) => contacts(incident, assignments, 'dutyOfficer'),
    agencyCommander: (incident, assignments) => contacts(incident, assignments, 'agencyCommander'),
    supervisorOnDuty: incident => supervisorsOnDuty(incident.centre),
    supervisorsChat: incident => ofAudience(incident.centre, { kind: 'supervisorsChat' }),
  }

  return { agencyChat, supervisorsOnDuty, ofAudience, byRecipient }
}

export type Recipients = ReturnType<typeof createRecipients>
