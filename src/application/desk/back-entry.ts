import type { PastCall } from '../../dispatch/call/messages.ts'
import type { PastAgency, PastIncident } from '../../dispatch/incident/past.ts'
import type { Outcome, Sender } from '../application.ts'
import type { BackEntryCommands, PastAgencyInput, PastCallInput } from '../commands/back-entry.ts'
import type { ApplicationDeps, DepsWithRules, Dispatcher } from '../context.ts'
import type { KeepText, WithTexts } from '../texts.ts'
import type { CallView } from '../views.ts'
import { keepEach } from './call-desk.ts'
import { intakeChangeOf, keepReporter } from './intake-change.ts'
import { incidentIdOf } from './next-incident.ts'

/** Why a report is not waited for that the paper does not have. */
const noReportOnPaper = 'Dicatat dari kertas: laporan OPD tidak ada'

/**
 * Enters what was written on paper. The call holds the whole entry and opens its incident by an effect; so that it is
 * refused as a whole, the incident is decided for trial first.
 */
export const createBackEntry = (
  { stores, rules }: DepsWithRules,
  dispatcher: Dispatcher,
  withTexts: WithTexts,
  view: (call: string) => Promise<CallView | null>,
): BackEntryCommands => {
  /** What the entry would be refused with. */
  const trial = async (from: Sender, entry: PastCall): Promise<Outcome<null>> => {
    const { centre, profile, incident, callId: call, openedAt: callOpenedAt, classifiedAt } = entry
    const ofCall = await dispatcher.refusalOf.call({ type: 'EnterCall', ...entry }, from)
    if (ofCall) return { ok: false, refusal: ofCall }
    if (!incident) return { ok: true, value: null }
    const { id: incidentId, past } = incident
    const { handling } = (await rules.of({ centre, profile })).profile
    const runCards = await rules.runCardsToPin(centre)
    const facts = { incidentId, centre, number: '', profile, runCards, handling, call, callOpenedAt, classifiedAt }
    const refusal = await dispatcher.refusalOf.incident({ type: 'EnterIncident', ...facts, past }, from)
    return refusal ? { ok: false, refusal } : { ok: true, value: null }
  }

  const enter = async (from: Sender, entry: PastCall, { phone, name }: PastCallInput): Promise<Outcome<CallView>> => {
    const { callId: call, centre, openedAt } = entry
    const refused = await trial(from, entry)
    if (!refused.ok) return refused
    if (!(await stores.callers.byCall(call))) {
      await stores.callers.put({ call, centre, phone, name, callClass: null, openedAt })
    }
    const entered = await dispatcher.call(call, { type: 'EnterCall', ...entry }, from)
    if (!entered.ok) return entered
    const shown = await view(call)
    return shown ? { ok: true, value: shown } : { ok: false, refusal: { code: 'notFound', params: { what: 'call' } } }
  }

  return {
    enter: async (from, input) => {
      const { centre: code, callId } = input
      const centre = await stores.directory.centre(code)
      if (!centre) return { ok: false, refusal: { code: 'unknownCentre', params: { centre: code } } }
      const transports = await knownAgencies(stores, code, input.incident?.agencies ?? [])
      if (!transports.ok) return transports
      const profile = await rules.profileToPin(centre)
      const ofCall = { centre: code, subject: callId, aggregate: 'calls' } as const
      const ofIncident = { centre: code, subject: incidentIdOf(callId), aggregate: 'incidents' } as const
      return withTexts(ofCall, keep =>
        withTexts(ofIncident, async keepOfIncident => {
          const said = await informationOf(keep, input)
          if (!said.ok) return said
          const incident = await incidentOf(keepOfIncident, input, transports.value)
          if (!incident.ok) return incident
          const { openedAt, classifiedAt, endedAt, callClass } = input
          const times = { openedAt, classifiedAt, ...(endedAt === undefined ? {} : { endedAt }) }
          const entry = { callId, centre: code, profile, callClass, ...times, ...said.value, ...incident.value }
          return enter(from, entry, input)
        }),
      )
    },
  }
}

const incidentOf = async (
  keep: KeepText,
  input: PastCallInput,
  transports: Transports,
): Promise<Outcome<Pick<PastCall, 'incident'>>> => {
  if (input.callClass !== 'normal') return { ok: true, value: {} }
  const past = await pastOf(keep, input, transports)
  return past.ok ? { ok: true, value: { incident: { id: incidentIdOf(input.callId), past: past.value } } } : past
}

type Transports = (agency: string) => boolean

const knownAgencies = async (
  stores: ApplicationDeps['stores'],
  centre: string,
  chosen: readonly PastAgencyInput[],
): Promise<Outcome<Transports>> => {
  const agencies = new Map((await stores.directory.agencies(centre)).map(agency => [agency.code, agency]))
  const unknown = chosen.find(({ agency }) => !agencies.get(agency)?.active)
  if (unknown) return { ok: false, refusal: { code: 'unknownAgency', params: { agency: unknown.agency } } }
  return { ok: true, value: code => agencies.get(code)?.transports ?? false }
}

const informationOf = async (keep: KeepText, { callClass, answer, referral }: PastCallInput) => {
  if (callClass !== 'information') return { ok: true as const, value: {} }
  const answered = answer && (await keepBoth(keep, answer))
  if (answered && !answered.ok) return answered
  const receiver = referral && (await keep('receiver', referral.receiver))
  if (receiver && !receiver.ok) return receiver
  const more = await keepEach(keep, { referral: referral?.note, ticket: referral?.ticket })
  if (!more.ok) return more
  const { referral: note, ticket } = more.value
  const to = receiver && {
    receiver: receiver.value,
    ...(note === undefined ? {} : { note }),
    ...(ticket === undefined ? {} : { ticket }),
  }
  return { ok: true as const, value: { ...(answered && { answer: answered.value }), ...(to && { referral: to }) } }
}

const keepBoth = async (keep: KeepText, { topic, answer }: { topic: string; answer: string }) => {
  const about = await keep('topic', topic)
  if (!about.ok) return about
  const given = await keep('answer', answer)
  return given.ok ? { ok: true as const, value: { topic: about.value, answer: given.value } } : given
}

const pastOf = async (
  keep: KeepText,
  { phone, name, incident = {} }: PastCallInput,
  transports: Transports,
): Promise<Outcome<PastIncident>> => {
  const caller = { name, phone }
  const reporter = await keepReporter(caller, keep)
  if (!reporter.ok) return reporter
  const intake = await intakeChangeOf(incident.intake ?? {}, async () => caller, keep)
  if (!intake.ok) return intake
  const waiver = await keep('waiver', noReportOnPaper)
  if (!waiver.ok) return waiver
  const agencies: PastAgency[] = []
  for (const agency of incident.agencies ?? []) {
    const kept = await pastAgencyOf(keep, agency, transports)
    if (!kept.ok) return kept
    agencies.push(kept.value)
  }
  const { intake: _, agencies: __, ...times } = incident
  const field = phone === null && name === null ? {} : { reporter: reporter.value }
  return { ok: true, value: { ...times, intake: { ...field, ...intake.value }, agencies, waiver: waiver.value } }
}

const pastAgencyOf = async (
  keep: KeepText,
  { agency, role, duty, alert = false, report, ...times }: PastAgencyInput,
  transports: Transports,
): Promise<Outcome<PastAgency>> => {
  const plan = { agency, role, duty, transports: transports(agency) }
  if (!report) return { ok: true, value: { plan, alert, ...times } }
  const text = await keep('report', report.text)
  return text.ok ? { ok: true, value: { plan, alert, ...times, report: { ...report, text: text.value } } } : text
}
