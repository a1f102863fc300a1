import { createHash } from 'node:crypto'
import { assignmentOf, type Incident, isOver, openStatuses } from '../../dispatch/incident/incident.ts'
import type { DeskUser } from '../../dispatch/vocabulary.ts'
import type { Outcome, Queries } from '../application.ts'
import type { DutyDesk, OfIncident } from '../commands/duty.ts'
import { addresseesOf } from '../contacts/addressees.ts'
import type { ApplicationDeps, Dispatcher } from '../context.ts'
import type { Handover } from '../ports/duty.ts'
import { attentionView } from '../queries/attention-view.ts'
import { phoneTaskView } from '../queries/phone-task-view.ts'
import type { WithTexts } from '../texts.ts'

/** Open incidents of a centre that a handover looks at. */
const depth = 500

/**
 * Serah terima. The intent is kept first: it names every incident, so that one that a crash interrupted is finished by
 * the sweep, and a repeat gives away nothing more.
 */
export const createHandover = (
  { stores, serviceClock }: ApplicationDeps,
  dispatcher: Dispatcher,
  withTexts: WithTexts,
  queries: Pick<Queries, 'incidents' | 'callbacks'>,
  onDuty: DutyDesk['onDuty'],
): Pick<DutyDesk, 'handover' | 'handOver'> & { finish(id: string): Promise<void> } => {
  const open = (centre: string): Promise<Incident[]> =>
    stores.incidents.list({ centre, statuses: openStatuses, limit: depth })

  const receiver = async (centre: string, id: string): Promise<DeskUser | null> => {
    const user = await stores.directory.user(id)
    const fits = user?.active && user.role !== 'administrator' && user.centres.includes(centre)
    return fits ? { kind: 'user', id: user.id, name: user.name } : null
  }

  /** Those named, which must be the centre's and open; else all that the giver has. */
  const chosen = async (centre: string, by: DeskUser, named?: readonly string[]): Promise<Outcome<string[]>> => {
    if (!named) {
      const own = (await open(centre)).filter(({ owner }) => owner?.id === by.id)
      return { ok: true, value: own.map(({ id }) => id) }
    }
    for (const id of named) {
      const incident = (await stores.incidents.load(id))?.state
      if (incident?.centre !== centre) return notFound
      const { number, phase } = incident
      if (isOver(incident)) {
        return { ok: false, refusal: { code: 'incidentOver', params: { number, status: phase.status } } }
      }
    }
    return { ok: true, value: [...new Set(named)] }
  }

  /** One incident changes hands; its words stand with it from now on. What is over by now stays as it is. */
  const giveOne = async ({ id, centre, by, to }: Handover, incident: string, words?: string): Promise<void> => {
    const from = { commandId: `handover:${id}:${incident}`, by }
    const outcome = await withTexts({ centre, subject: incident, aggregate: 'incidents' }, async keep => {
      const kept = words === undefined ? null : await keep('handover', words)
      if (kept && !kept.ok) return kept
      return dispatcher.incident(incident, { type: 'HandOver', to, ...(kept && { note: kept.value }) }, from)
    })
    if (!outcome.ok && outcome.refusal.code === 'tryAgain') throw new Error('too many rivals at one incident')
  }

  const finish = async (id: string): Promise<void> => {
    const handover = await stores.handovers.byId(id)
    if (!handover || handover.done) return
    const words = handover.note === null ? undefined : (await stores.texts.of(id)).get(handover.note)
    for (const incident of handover.incidents) await giveOne(handover, incident, words)
    await stores.handovers.done(id)
    await stores.texts.erase(id)
  }

  const given = async ({ id, to, incidents }: Handover) => {
    const now = await Promise.all(incidents.map(async incident => (await stores.incidents.load(incident))?.state))
    const theirs = now.filter(incident => incident?.owner?.id === to.id).flatMap(incident => incident?.id ?? [])
    return { id, to: { id: to.id, name: to.name }, incidents: theirs }
  }

  return {
    finish,

    handOver: async (from, centre, { to: receiverId, incidents: named, note }) => {
      const { by } = from
      if (by.kind !== 'user') return unknownUser
      const id = createHash('sha256').update(`handover ${from.commandId}`).digest('base64url').slice(0, 22)
      if (!(await stores.handovers.byId(id))) {
        const to = await receiver(centre, receiverId)
        if (!to) return unknownUser
        const incidents = await chosen(centre, by, named)
        if (!incidents.ok) return incidents
        const kept = await withTexts({ centre, subject: id, aggregate: 'incidents' }, async keep => {
          const ref = note === undefined ? null : await keep('handover', note)
          if (ref && !ref.ok) return ref
          const at = serviceClock.now()
          const intent = { id, centre, by, to, incidents: incidents.value, note: ref?.value ?? null, at, done: false }
          return { ok: true, value: await stores.handovers.put(intent) }
        })
        if (!kept.ok) return kept
      }
      await finish(id)
      const handover = await stores.handovers.byId(id)
      return handover ? { ok: true, value: await given(handover) } : notFound
    },

    handover: async centre => {
      const [states, agencies, posts, incidents, callbacks, duty] = await Promise.all([
        open(centre),
        stores.directory.agencies(centre),
        stores.directory.posts(centre),
        queries.incidents(centre),
        queries.callbacks(centre),
        onDuty(centre),
      ])
      const now = serviceClock.now()
      const agencyOf = (incident: Incident, assignment: string) => assignmentOf(incident, assignment)?.agency
      return {
        now,
        incidents,
        phoneTasks: states.flatMap(incident => {
          const { phones, postNames } = addresseesOf(incident, agencies, posts)
          return incident.phoneTasks
            .filter(({ done }) => !done)
            .map(task => ({
              ...ofIncident(incident),
              ...phoneTaskView(task, {
                agency: agencyOf(incident, task.assignment) ?? '',
                post: postNames.get(task.assignment) ?? null,
                numbers: phones.get(task.assignment) ?? [],
              }),
            }))
        }),
        attention: states.flatMap(incident =>
          incident.attention
            .filter(({ doneAt }) => doneAt === undefined)
            .map(item => ({
              ...ofIncident(incident),
              ...attentionView(incident, item, now),
              agency: (item.assignment && agencyOf(incident, item.assignment)) ?? null,
            })),
        ),
        callbacks,
        onDuty: duty.users,
      }
    },
  }
}

const ofIncident = ({ id, number, owner }: Incident): OfIncident => ({
  incident: id,
  number,
  owner: owner ? { id: owner.id, name: owner.name } : null,
})

const notFound = { ok: false, refusal: { code: 'notFound', params: { what: 'incident' } } } as const
const unknownUser = { ok: false, refusal: { code: 'unknownUser', params: {} } } as const
