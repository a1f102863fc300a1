import type {
  AnswerHandOver,
  ChangeDuty,
  ChosenAgency,
  CorrectStep,
  HandOver,
  IncidentView,
  JoiningAgency,
  MarkUnit,
  RecordAction,
  RecordDecline,
  RecordPhoneTask,
  RecordReport,
  RecordSitrep,
  SendMessage,
  SetPriority,
} from '../../admin-api/contract/index.ts'
import { command } from './http.ts'
import { centrePath, segment } from './service.ts'

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
    addAgency: (agency: JoiningAgency, key: string) => post('agencies', key, agency),
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
    nameUnits: (assignment: string, units: string[], key: string) => post(about(assignment, 'units'), key, { units }),
    markUnit: (assignment: string, input: MarkUnit, key: string) => post(about(assignment, 'units/marks'), key, input),
    correct: (assignment: string, input: CorrectStep, key: string) =>
      post(about(assignment, 'corrections'), key, input),
    withdrawJudgement: (assignment: string, reason: string, key: string) =>
      post(about(assignment, 'report/withdraw-judgement'), key, { reason }),
    changeDuty: (assignment: string, input: ChangeDuty, key: string) => post(about(assignment, 'duty'), key, input),
    sitrep: (assignment: string, input: RecordSitrep, key: string) => post(about(assignment, 'sitrep'), key, input),
    message: (input: SendMessage, key: string) => post('messages', key, input),
    setPriority: (input: SetPriority, key: string) => post('priority', key, input),
    reopen: (key: string) => post('reopen', key),
    startLongOperation: (key: string) => post('long-operation/start', key),
    endLongOperation: (key: string) => post('long-operation/end', key),
    handOver: (input: HandOver, key: string) => post('hand-over', key, input),
    withdrawHandOver: (key: string) => post('hand-over/withdraw', key),
    answerHandOver: (input: AnswerHandOver, key: string) => post('hand-over/answer', key, input),
    returnHandOver: (reason: string, key: string) => post('hand-over/return', key, { reason }),
    merge: (into: string, key: string) => post('merge', key, { into }),
    takeClock: (clock: string, key: string) => post(`clocks/${segment(clock)}/take`, key),
    phoneTask: (task: string, input: RecordPhoneTask, key: string) => post(`phone-tasks/${segment(task)}`, key, input),
    settleConflict: (field: string, call: string, key: string) => post(`conflicts/${field}`, key, { call }),
    settle: (item: string, key: string) => post(`attention/${segment(item)}/settle`, key),
  }
}
