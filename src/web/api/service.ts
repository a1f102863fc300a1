import type {
  AgencyList,
  ArchivedCallsSearch,
  ArchiveSearch,
  AttachCall,
  BackEntry,
  CallbackList,
  CallList,
  CallView,
  ConfirmReferral,
  IncidentList,
  IncidentView,
  InformationFound,
  IntakeAnswers,
  NeighbourList,
  RecordAnswer,
  RecordCallback,
  ReferCall,
  ReferralList,
  RunCardList,
  SimilarView,
  StormNow,
} from '../../admin-api/contract/index.ts'
import type { CallClass } from '../words.ts'
import { ask, command, read } from './http.ts'

/** Routes of one centre; every command takes the key that makes its repeats harmless. */

export const segment = encodeURIComponent
export const centrePath = (centre: string) => `/api/centres/${segment(centre)}`

/** The kinds of incidents that the centre had in this version of its run cards; without one the newest. */
export const readRunCards = (centre: string, version?: number) =>
  read<RunCardList>(`${centrePath(centre)}/run-cards${version === undefined ? '' : `?version=${version}`}`).then(
    answer => answer.runCards,
  )

/** The centre's agencies, for adding one that no run card proposes. */
export const readAgencies = (centre: string) =>
  read<AgencyList>(`${centrePath(centre)}/agencies`).then(answer => answer.agencies)

/** The other centres of this installation, to hand an incident over to. */
export const readNeighbours = (centre: string) =>
  read<NeighbourList>(`${centrePath(centre)}/neighbours`).then(answer => answer.centres)

/** The storm that is on in the centre, null when there is none. */
export const readStorm = (centre: string) => read<StormNow>(`${centrePath(centre)}/storm`).then(answer => answer.storm)

export const liveEventsPath = (centre: string) => `${centrePath(centre)}/events`

export const callApi = (centre: string) => {
  const calls = `${centrePath(centre)}/calls`
  const post = (call: string, verb: string, key: string, body: object = {}) =>
    command<CallView>('POST', `${calls}/${segment(call)}/${verb}`, key, body)
  return {
    listOpen: () => read<CallList>(`${calls}?open=1`).then(answer => answer.calls),
    get: (call: string) => read<CallView>(`${calls}/${segment(call)}`),
    open: (key: string) => command<CallView>('POST', calls, key),
    enter: (paper: BackEntry, key: string) =>
      command<CallView>('POST', `${centrePath(centre)}/back-entries`, key, paper),
    classify: (call: string, callClass: CallClass, key: string) => post(call, 'classify', key, { callClass }),
    setCaller: (call: string, caller: { phone?: string; name?: string }, key: string) =>
      post(call, 'caller', key, caller),
    answer: (call: string, answer: RecordAnswer, key: string) => post(call, 'answer', key, answer),
    refer: (call: string, to: ReferCall, key: string) => post(call, 'referral', key, to),
    end: (call: string, key: string) => post(call, 'end', key),
    dropped: (call: string, key: string) => post(call, 'dropped', key),
    reclassify: (call: string, callClass: CallClass, reason: string | undefined, key: string) =>
      post(call, 'reclassify', key, { callClass, ...(reason !== undefined && { reason }) }),
    confirmReferral: (call: string, words: ConfirmReferral, key: string) => post(call, 'referral/confirm', key, words),
    returnReferral: (call: string, reason: string, key: string) => post(call, 'referral/return', key, { reason }),
    attach: (call: string, to: AttachCall, key: string) => post(call, 'attach', key, to),
    detach: (call: string, key: string) => post(call, 'detach', key),
    callback: (call: string, result: RecordCallback, key: string) =>
      command<CallView>('POST', `${centrePath(centre)}/callbacks/${segment(call)}`, key, result),
    callbacks: () => read<CallbackList>(`${centrePath(centre)}/callbacks`).then(answer => answer.callbacks),
    referrals: () => read<ReferralList>(`${centrePath(centre)}/referrals`).then(answer => answer.referrals),
    similar: (call: string) => read<SimilarView>(`${calls}/${segment(call)}/similar`).then(answer => answer.candidates),
    information: (words: string, limit: number) =>
      ask<InformationFound>(`${centrePath(centre)}/information/search`, { words, limit }).then(
        answer => answer.entries,
      ),
  }
}

/** At most so many incidents a page of the archive. */
export const archivePageSize = 50

export const incidentApi = (centre: string) => {
  const incidents = `${centrePath(centre)}/incidents`
  return {
    board: () => read<IncidentList>(incidents).then(answer => answer.incidents),
    archive: (asked: ArchiveSearch, before?: number) => {
      const question = { ...asked, limit: archivePageSize, ...(before !== undefined && { before }) }
      return ask<IncidentList>(`${centrePath(centre)}/archive/search`, question).then(answer => answer.incidents)
    },
    archivedCalls: (asked: ArchivedCallsSearch, before?: number) => {
      const question = { ...asked, limit: archivePageSize, ...(before !== undefined && { before }) }
      return ask<CallList>(`${centrePath(centre)}/archive/calls`, question).then(answer => answer.calls)
    },
    get: (incident: string) => read<IncidentView>(`${incidents}/${segment(incident)}`),
    similar: (incident: string) =>
      read<SimilarView>(`${incidents}/${segment(incident)}/similar`).then(answer => answer.candidates),
    answerIntake: (incident: string, answers: IntakeAnswers, key: string) =>
      command<IncidentView>('PATCH', `${incidents}/${segment(incident)}/intake`, key, answers),
  }
}
