import type { Point, Victims } from '../dispatch/incident/intake.ts'
import type { CallClass, Hazard, Priority } from '../dispatch/vocabulary.ts'

/** A synthetic call: places are real and approximate, people are not, and the phone numbers cannot exist. */
export type Scenario = EmergencyScenario | QuietScenario

interface Ring {
  /** as people and the drill name it: two digits in Semarang, C and a digit in Cilegon */
  id: string
  /** the caller's first words */
  spoken: string
  caller: { name: string; phone: string }
  /** what else the story shows */
  note?: string
}

/** A call about an incident, with what the caller answers to the fields a-h. */
export interface EmergencyScenario extends Ring {
  callClass: Extract<CallClass, 'normal'>
  /** code of the run card */
  type: string
  address: string
  landmark: string
  kelurahan: string
  kecamatan: string
  point: Point
  condition: string
  passable: boolean
  /** null: the caller does not know */
  handlingSoFar: string | null
  victims: Victims
  hazards: Hazard[]
  expect: DispatchExpectation | AttachExpectation
}

/** What the run cards propose: the lead, and the agencies ticked beside it. */
export interface DispatchExpectation {
  lead: string
  alert: string[]
  priority: Priority
}

/** A further report of an incident that another scenario opened: no second alert. */
export interface AttachExpectation {
  attachTo: string
}

/** A call that opens no incident. */
export interface QuietScenario extends Ring {
  callClass: Exclude<CallClass, 'normal'>
}

export const isEmergency = (scenario: Scenario): scenario is EmergencyScenario => scenario.callClass === 'normal'

/** The scenarios whose agencies the run cards name. */
export const isDispatched = (scenario: Scenario): scenario is EmergencyScenario & { expect: DispatchExpectation } =>
  isEmergency(scenario) && 'lead' in scenario.expect
