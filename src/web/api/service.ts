import type {
  AgencyList,
  ArchivedCallsSearch,
  ArchiveSearch,
  CallList,
  CallView,
  ChosenAgency,
  IncidentList,
  IncidentView,
  IntakeAnswers,
  RecordAction,
  RecordDecline,
  RecordPhoneTask,
  RecordReport,
  ReferCall,
  RunCardList,
  StormNow,
} from '../../admin-api/contract/index.ts'
import type { CallClass } from '../words.ts'
import { ask, command, read } from './http.ts'

/** Routes of one centre; every command takes the key that makes its repeats harmless. */

const segment = encodeURIComponent
const centrePath = (centre: string) => `/api/centres/${segment(centre)}`

/** The kinds of incidents that the centre had in this version of its run cards. */
export const readRunCards = (centre: string, version: number) =>
  read<RunCardList>(`/api/centres/${centre}/run-cards?version=${version}`).then(answer => answer.runCards)

/** The centre's agencies, for adding one that no run card proposes. */
export const readAgencies = (centre: string) =>
  read<AgencyList>(`${centrePath(centre)}/agencies`).then(answer => answer.agencies)

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
    classify: (call: string, callClass: CallClass, key: string) => post(call, 'classify', key, { callClass }),
    setCaller: (call: string, caller: { phone?: string; name?: string }, key: string) =>
      post(call, 'caller', key, caller),
    answer: (call: string, answer: { topic: string; answer: string }, key: string) => post(call, 'answer', key, answer),
    refer: (call: string, to: ReferCall, key: string) => post(call, 'referral', key, to),
    end: (call: string, key: string) => post(call, 'end', key),
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
    answerIntake: (incident: string, answers: IntakeAnswers, key: string) =>
      command<IncidentView>('PATCH', `${incidents}/${segment(incident)}/intake`, key, answers),
  }
}

/** Everything that operators do about one incident once it is there. */
export const incidentCommands = (centre: string, incident: string) => {
  const base = `${centrePath(centre)}/incidents/${segment(incident)}`
  const post = (path: string, key: string, body: object = {}) =>
    command<IncidentView>('POST', `${base}/${path}`, key, body)
  const about = (assignment: string, verb: string) => `assignments/${segment(assignment)}/${verb}`
  return {
    submit: (key: string) => post('submit', key),
    take: (key: string) => post('take', key),
    dispatch: (agencies: ChosenAgency[], key: string) => post('dispatch', key, { agencies }),
    addAgency: (agency: ChosenAgency, key: string) => post('agencies', key, agency),
    close: (key: string) => post('close', key),
    cancel: (reason: string, key: string) => post('cancel', key, { reason }),
    recordAction: (assignment: string, input: RecordAction, key: string) =>
      post(about(assignment, 'actions'), key, input),
    recordDecline: (assignment: string, input: RecordDecline, key: string) =>
      post(about(assignment, 'decline'), key, input),
    recordReport: (assignment: string, input: RecordReport, key: string) =>
      post(about(assignment, 'report'), key, input),
    undo: (assignment: string, seq: number, key: string) => post(about(assignment, 'undo'), key, { seq }),
    acceptReport: (assignment: string, key: string) => post(about(assignment, 'report/accept'), key),
    returnReport: (assignment: string, remark: string, key: string) =>
      post(about(assignment, 'report/return'), key, { remark }),
    waiveReport: (assignment: string, reason: string, key: string) =>
      post(about(assignment, 'report/waive'), key, { reason }),
    standDown: (assignment: string, reason: string, key: string) =>
      post(about(assignment, 'stand-down'), key, { reason }),
    takeClock: (clock: string, key: string) => post(`clocks/${segment(clock)}/take`, key),
    phoneTask: (task: string, input: RecordPhoneTask, key: string) => post(`phone-tasks/${segment(task)}`, key, input),
    settle: (item: string, key: string) => post(`attention/${segment(item)}/settle`, key),
  }
}
