/**
 * What the drill reads from the public API, written down from its documentation (/api/openapi.json): an outside
 * client has no types of ours. All times are service ms.
 */

export interface ClockFigure {
  key: string
  id: string
  agency?: string
  startedAt: number
  limitSeconds: number
  kind: string
  state: 'running' | 'stopped' | 'ended'
  stoppedAt?: number
  rungsFired: string[]
}

/** "S4a DINKES", or "S5" for a clock of the whole incident. */
export const nameOfClock = ({ id, agency }: ClockFigure): string => (agency === undefined ? id : `${id} ${agency}`)

export interface CallRecord {
  id: string
  status: string
  callClass: string | null
  incident: string | null
  phone: string | null
  resolution: {
    kind: string
    topic?: string
    answer?: string
    receiver?: string
    note?: string
    ticket?: string
  } | null
  clocks: ClockFigure[]
  history: { call: string; callClass: string | null }[]
}

export interface CallbackTask {
  call: string
  cause: string
  calls: string[]
  phone: string | null
  attempts: unknown[]
  done: { outcome: string } | null
}

export interface PhoneTask {
  id: string
  agency: string
  cause: string
  phone: string | null
  attempts: unknown[]
  done?: { outcome: string }
}

export interface IncidentSummary {
  id: string
  number: string
  status: string
  type: string | null
}

/** Incidents that a call may be about. */
export interface Similar {
  candidates: { incident: IncidentSummary; level: string }[]
}

export interface IncidentRecord extends IncidentSummary {
  priority: number
  calls: string[]
  missing: string[]
  proposal: {
    agencies: { agency: string; role: 'lead' | 'support'; mode: 'alert' | 'offer'; duty: 'act' | 'inform' }[]
  }
  assignments: {
    id: string
    agency: string
    role: string
    duty: string
    status: string
    steps: { seq: number; what: string; counts: boolean }[]
    report?: { outcome: string; text: string; victims?: number }
  }[]
  clocks: ClockFigure[]
  phoneTasks: PhoneTask[]
  attention: { id: string; kind: string; doneAt?: number }[]
  furtherReports: { call: string }[]
  conflicts: { field: string; answers: { call: string; value: unknown }[] }[]
  longOperation: string | null
  photos: { id: string; assignment: string; url: string }[]
}

export interface Idle {
  idle: boolean
  waiting: Record<string, number>
}
