import type { IncidentStatus } from '../../dispatch/incident/incident.ts'
import { nextStorm, type Pressure, type Storm, stormThresholds } from '../../dispatch/storm/storm.ts'
import type { Instant } from '../../dispatch/vocabulary.ts'
import type { ApplicationDeps } from '../context.ts'
import type { PairedChat } from '../ports/chats.ts'
import { stormSubject } from '../ports/live-messages.ts'
import type { StormRecord } from '../ports/storms.ts'
import type { Deliver } from '../relaying/deliver.ts'
import type { Recipients } from '../relaying/recipients.ts'

/** Incidents whose alerts went out. */
const alerted = ['dispatched', 'closing', 'closed', 'archived'] as const satisfies readonly IncidentStatus[]

/** Incidents whose limits go on. */
const underWay = ['dispatched', 'closing', 'closed'] as const satisfies readonly IncidentStatus[]

/**
 * Watches every centre for a storm, at each sweep, and tells the supervisors that it began and that it is over. The
 * record in the database decides; what this process knows of it is one sweep old at most.
 */
export const createStorms = (
  { stores, serviceClock, live, log }: ApplicationDeps,
  { deliver, deliverLive }: Deliver,
  recipients: Recipients,
) => {
  const known = new Map<string, StormRecord>()
  /** chats that have the board of a storm: asked once by each process */
  const told = new Set<string>()

  const pressureOn = async (centre: string, now: Instant, on: boolean): Promise<Pressure> => {
    const window = stormThresholds.windowSeconds * 1000
    const [recent, ahead] = await Promise.all([
      stores.incidents.count({ centre, statuses: alerted, openedSince: now - window }),
      on ? stores.incidents.count({ centre, statuses: underWay, dueBefore: now + window }) : 0,
    ])
    return { recent, ahead }
  }

  const shows = (centre: string): void => live.publish({ centre, topic: 'storm', id: centre })

  /** Writes what changed; another process may have been faster. Resolves with the record as it stands then. */
  const keep = async (
    centre: string,
    before: StormRecord | null,
    next: Storm | null,
    now: Instant,
  ): Promise<StormRecord | null> => {
    const on = before?.endedAt === null ? before : null
    if (next === on) return before
    await write(centre, before, next, now)
    return stores.storms.of(centre)
  }

  const write = async (centre: string, before: StormRecord | null, next: Storm | null, now: Instant): Promise<void> => {
    const on = before?.endedAt === null ? before : null
    if (next && !on) {
      if (!(await stores.storms.begin(centre, next, before))) return
      log.warn({ centre, incidents: next.most }, 'a storm began: notices become digests')
      shows(centre)
    } else if (!next && on) {
      if (!(await stores.storms.end(centre, on.since, now))) return
      log.warn({ centre, incidents: on.most }, 'the storm is over')
      shows(centre)
    } else if (next && on && next.most > on.most) {
      await stores.storms.grew(centre, next)
      shows(centre)
    }
  }

  const supervisorChats = async (centre: string): Promise<PairedChat[]> => {
    const chats = [
      ...(await recipients.supervisorsOnDuty(centre)),
      ...(await recipients.ofAudience(centre, { kind: 'supervisorsChat' })),
    ]
    return [...new Map(chats.map(chat => [chat.id, chat])).values()]
  }

  /** Whoever comes on duty while it lasts gets the board too. */
  const showBoards = async ({ centre, since }: StormRecord): Promise<void> => {
    const subject = stormSubject(centre, since)
    for (const chat of await supervisorChats(centre)) {
      const id = `${subject}:${chat.id}`
      if (told.has(id)) continue
      await deliverLive(id, chat, { kind: 'stormBoard', centre, since })
      told.add(id)
    }
  }

  /** The boards show their last state, and each chat that has one is told once that it is over. */
  const sayOver = async ({ centre, since }: StormRecord): Promise<void> => {
    const subject = stormSubject(centre, since)
    for (const id of await stores.liveMessages.want(subject)) {
      const chat = await stores.chats.byId(id)
      if (chat) await deliver(`${subject}:over:${id}`, chat, { kind: 'stormOver', centre, since })
    }
    await stores.storms.close(centre, since)
    told.clear()
  }

  const watchOne = async (centre: string): Promise<void> => {
    const now = serviceClock.now()
    const before = await stores.storms.of(centre)
    const on = before?.endedAt === null ? before : null
    const next = nextStorm(on, await pressureOn(centre, now, on !== null), now)
    const record = await keep(centre, before, next, now)
    if (record?.endedAt === null) {
      known.set(centre, record)
      await showBoards(record)
      return
    }
    known.delete(centre)
    if (record && !record.closed) await sayOver(record)
  }

  return {
    /** whether one is on anywhere */
    any: (): boolean => known.size > 0,
    /** the storm that is on in this centre, as the last sweep found it */
    on: (centre: string): StormRecord | null => known.get(centre) ?? null,
    watch: async (): Promise<void> => {
      for (const { code } of await stores.directory.centres()) {
        try {
          await watchOne(code)
        } catch (error) {
          log.error({ centre: code, error }, 'a centre could not be watched for a storm; the next sweep tries again')
        }
      }
    },
  }
}

export type Storms = Pick<ReturnType<typeof createStorms>, 'any' | 'on'>
