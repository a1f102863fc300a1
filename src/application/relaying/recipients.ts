import { isDeepStrictEqual } from 'node:util'
import { assignmentOf, type Incident } from '../../dispatch/incident/incident.ts'
import type { ContactKind } from '../../dispatch/vocabulary.ts'
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

  /** Chats of the post, then those of its agency; the ones paired last first. */
  const ofAddressee = async (
    centre: string,
    audience: Extract<Audience, { agency: string }>,
    post: string | undefined,
  ): Promise<PairedChat[]> => {
    const own = post === undefined ? [] : await ofAudience(centre, { ...audience, post })
    return [...own, ...(await ofAudience(centre, audience))]
  }

  /**
   * The group of the agency, or of its post: one that works before one that does not, Telegram before others; where the
   * post has none that works, its agency's.
   */
  const agencyChat = async (centre: string, agency: string, post?: string): Promise<PairedChat | null> => {
    const paired = await ofAddressee(centre, { kind: 'agency', agency }, post)
    const working = paired.filter(isWell)
    return working.find(({ channel }) => channel === 'telegram') ?? working[0] ?? paired[0] ?? null
  }

  const assignmentChat = async (incident: Incident, assignment: string): Promise<PairedChat | null> => {
    const { agency, post } = assignmentOf(incident, assignment) ?? {}
    return agency === undefined ? null : agencyChat(incident.centre, agency, post)
  }

  /** Private chats of the post's contacts; of its agency's where the post has none that works. */
  const contactChats = async (
    incident: Incident,
    assignment: string,
    duty: 'dutyOfficer' | 'agencyCommander',
  ): Promise<PairedChat[]> => {
    const { agency, post } = assignmentOf(incident, assignment) ?? {}
    if (agency === undefined) return []
    const paired = await ofAddressee(incident.centre, { kind: 'contact', agency, duty }, post)
    const first = paired.find(isWell) ?? paired[0]
    return paired.filter(({ audience, health }) =>
      isDeepStrictEqual([audience, health.status], [first?.audience, first?.health.status]),
    )
  }

  /** The chats of a further rung of the assignment's contact ladder. */
  const rungChats = async (
    incident: Incident,
    assignment: string,
    to: Exclude<ContactKind, 'group' | 'phone'>,
  ): Promise<PairedChat[]> => {
    if (to === 'dutyOfficer') return contactChats(incident, assignment, 'dutyOfficer')
    const { agency = '', post } = assignmentOf(incident, assignment) ?? {}
    const paired = await ofAddressee(incident.centre, { kind: 'agency', agency }, post)
    return paired.filter(({ channel }) => channel === to).slice(0, 1)
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

  /**
   * Who mends a chat that cannot be reached, or must know of it: the centre's administrators and the supervisors on duty,
   * in their private chats that work; their common chat when there is none.
   */
  const whoMindsChannels = async (centre: string): Promise<PairedChat[]> => {
    const administrators = (await directory.users()).filter(
      ({ active, role, centres }) =>
        active && role === 'administrator' && (!centres.length || centres.includes(centre)),
    )
    const people = new Set([...administrators, ...(await onDuty(centre))].map(({ id }) => id))
    const chatsOf = await Promise.all([...people].map(user => ofUser(centre, user)))
    const personal = chatsOf.flat().filter(isWell)
    return personal.length ? personal : (await ofAudience(centre, { kind: 'supervisorsChat' })).filter(isWell)
  }

  return {
    agencyChat,
    assignmentChat,
    contactChats,
    rungChats,
    supervisorsOnDuty,
    whoMindsChannels,
    ofAudience,
    ofUser,
  }
}

export type Recipients = ReturnType<typeof createRecipients>

const isWell = ({ health }: PairedChat): boolean => health.status === 'ok'
