import { dueContacts } from '../../dispatch/clocks/contact.ts'
import { incidentClocks } from '../../dispatch/clocks/incident-clocks.ts'
import { assignmentOf, type Incident, isOver } from '../../dispatch/incident/incident.ts'
import { known, missingLetters, readyForEarlyDispatch } from '../../dispatch/incident/intake.ts'
import { type Instant, nameOf, type TextRef } from '../../dispatch/vocabulary.ts'
import { addresseesOf } from '../contacts/addressees.ts'
import type { DepsWithRules } from '../context.ts'
import { type CentreRules, firstVersion } from '../rules/rule-book.ts'
import type { ClockView, IncidentSummary, IncidentView } from '../views.ts'
import { wordsOf } from '../words-of.ts'
import { assignmentView } from './assignment-view.ts'
import { attentionView } from './attention-view.ts'
import { incidentClockView, worstClock } from './clock-view.ts'
import { conflictViews, furtherCallers, furtherReportViews, mergedView } from './further-reports-view.ts'
import { intakeView } from './intake-view.ts'
import { allowedLifecycle, handedOverFromOf, handOverView, lifecycleView, longOperationOf } from './lifecycle-view.ts'
import { phoneTaskView } from './phone-task-view.ts'
import { proposalView } from './proposal-view.ts'
import { signalsView } from './signals-view.ts'
import { agenciesOf, photoUrl, positionsView, talkShown, talkView } from './talk-view.ts'
import { timelineEntry } from './timeline-view.ts'

/** What pages read about an incident: state and records put together, words resolved. */
export const createIncidentViews = ({ stores, serviceClock, rules }: DepsWithRules) => {
  const summary = async (
    incident: Incident,
    texts: ReadonlyMap<TextRef, string>,
    now: Instant,
  ): Promise<IncidentSummary> => {
    const own = await rules.of(incident)
    return summaryOf(incident, own, texts, clocksOf(incident, own), now)
  }

  const numberOf = async (id: string): Promise<string | null> => (await stores.incidents.load(id))?.state.number ?? null

  /** What was sent, said and shown: only crews' messages and those to them are asked for, so nothing before they are sent. */
  const recordsOf = async ({ id, assignments }: Incident) => {
    if (!assignments.length) return noRecords
    const [deliveries, photos, talk, livePlaces] = await Promise.all([
      stores.deliveries.forIncident(id),
      stores.photos.list(id),
      stores.talk.page(id, { limit: talkShown }),
      stores.talk.livePlaces(id),
    ])
    return { deliveries, photos, talk: talk.records, livePlaces }
  }

  const view = async (id: string): Promise<IncidentView | null> => {
    const loaded = await stores.incidents.history(id)
    if (!loaded) return null
    const { state: incident, events } = loaded
    const [own, texts, agencies, posts, chats, { deliveries, photos, talk, livePlaces }, further] = await Promise.all([
      rules.of(incident),
      wordsOf(stores.texts, incident),
      stores.directory.agencies(incident.centre),
      stores.directory.posts(incident.centre),
      stores.chats.list(incident.centre),
      recordsOf(incident),
      furtherCallers(incident, stores),
    ])
    const now = serviceClock.now()
    const clocks = clocksOf(incident, own)
    const names = new Map(agencies.map(({ code, name }) => [code, name]))
    const { phones, postNames } = addresseesOf(incident, agencies, posts)
    const due = dueContacts(incident)
    const alerts = deliveries.filter(({ content }) => content.kind === 'alert')
    const unreachable = new Set(
      incident.attention.flatMap(({ kind, assignment }) => (kind === 'unreachable' && assignment ? [assignment] : [])),
    )
    const over = isOver(incident) || incident.phase.status === 'closed'
    return {
      ...summaryOf(incident, own, texts, clocks, now),
      handling: incident.handling,
      restricted: incident.restricted,
      version: loaded.version,
      rules: {
        profile: incident.profile.id,
        profileVersion: incident.profile.version,
        runCards: incident.runCards ?? firstVersion,
      },
      calls: incident.calls,
      submittedAt: incident.submittedAt ?? null,
      intake: intakeView(incident.intake, texts),
      missing: missingLetters(incident.intake),
      proposal: proposalView(incident, texts, own, { agencies, posts, chats }),
      assignments: incident.assignments.map(assignment =>
        assignmentView(assignment, {
          texts,
          events,
          names,
          postNames,
          due,
          alerts,
          unreachable,
          now,
          over,
          sitrep: incident.sitreps?.[assignment.id],
        }),
      ),
      clocks,
      phoneTasks: incident.phoneTasks.map(task =>
        phoneTaskView(task, {
          agency: assignmentOf(incident, task.assignment)?.agency ?? '',
          post: postNames.get(task.assignment) ?? null,
          numbers: phones.get(task.assignment) ?? [],
        }),
      ),
      attention: incident.attention.map(item => attentionView(incident, item, now)),
      timeline: events.map(event => timelineEntry(incident, event, texts)),
      furtherReports: furtherReportViews(incident, texts, further),
      conflicts: conflictViews(incident, events),
      merged: mergedView(incident),
      photos: photos.map(({ id: photo, assignment, by, at }) => ({
        id: photo,
        assignment,
        by: nameOf(by),
        at,
        url: photoUrl(incident.centre, photo),
      })),
      talk: talk.map(record => talkView(record, { incident, texts, deliveries, reachable: agenciesOf(chats) })),
      positions: positionsView(livePlaces, incident, now),
      cancelReason: incident.phase.status === 'cancelled' ? (texts.get(incident.phase.reason) ?? '') : null,
      ...lifecycleView(incident, now),
      handOver: await handOverView(incident, texts, numberOf),
      allowed: [...allowedCommands(incident), ...allowedLifecycle(incident, now)],
    }
  }

  return { summary, view }
}

const noRecords = { deliveries: [], photos: [], talk: [], livePlaces: [] }

const clocksOf = (incident: Incident, { profile }: CentreRules): ClockView[] =>
  incidentClocks(incident, profile).map(clock => incidentClockView(incident, clock))

const summaryOf = (
  incident: Incident,
  { runCard }: CentreRules,
  texts: ReadonlyMap<TextRef, string>,
  clocks: readonly ClockView[],
  now: Instant,
): IncidentSummary => {
  const type = known(incident.intake.type)
  const { location, address, landmark } = incident.intake
  const place = [address, landmark, location].map(known).find(ref => ref !== undefined)
  return {
    id: incident.id,
    number: incident.number,
    centre: incident.centre,
    status: incident.phase.status,
    priority: incident.priority,
    type: type ?? null,
    typeName: (type === undefined ? undefined : runCard(type)?.name) ?? null,
    place: (place === undefined ? undefined : texts.get(place)) ?? null,
    point: known(incident.intake.point) ?? null,
    openedAt: incident.openedAt,
    backEntered: incident.backEnteredAt !== undefined,
    agencies: incident.assignments.map(({ agency, standing }) => ({ agency, status: standing.status })),
    worstClock: worstClock(clocks, now),
    owner: incident.owner ? { id: incident.owner.id, name: incident.owner.name } : null,
    ownerPing: ownerPing(incident, clocks),
    attentionCount: incident.attention.filter(({ doneAt }) => doneAt === undefined).length,
    phoneTaskCount: incident.phoneTasks.filter(({ done }) => !done).length,
    signals: signalsView(incident, clocks, now),
    longOperation: longOperationOf(incident),
    handedOverFrom: handedOverFromOf(incident, texts),
  }
}

/** A desk's limit is nearly over: the rung before it has fired, and the clock still runs. */
const ownerPing = (incident: Incident, clocks: readonly ClockView[]): IncidentSummary['ownerPing'] => {
  const running = new Set(clocks.filter(({ state }) => state === 'running').map(({ key }) => key))
  const last = incident.fired.findLast(({ clock, rung }) => Number(rung) < 1 && running.has(clock))
  return last ? { clock: last.clock, at: last.firedAt } : null
}

/** Commands on the incident as a whole that would be taken now; buttons for the others are not shown. */
const allowedCommands = (incident: Incident): string[] => {
  const { status } = incident.phase
  const operatorOwns = incident.handling === 'operator-owns'
  const ready = readyForEarlyDispatch(incident.intake)
  const rules: Record<string, boolean> = {
    submit: incident.submittedAt === undefined && !isOver(incident) && status !== 'closed',
    take: !operatorOwns && status === 'submitted',
    dispatch: operatorOwns ? status === 'submitted' || (status === 'intake' && ready) : status === 'taken',
    addAgency: status === 'dispatched' || status === 'closing',
    close: status === 'closing',
    cancel: !isOver(incident) && status !== 'closed',
    merge: !isOver(incident) && status !== 'closed',
  }
  return Object.keys(rules).filter(command => rules[command])
}
