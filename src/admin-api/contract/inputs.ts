import { z } from 'zod'
import { agencyActions } from '../../dispatch/incident/assignment.ts'
import {
  assignmentRole,
  callClass,
  declineReason,
  duty,
  freeText,
  hazard,
  heardVia,
  line,
  phoneNumber,
  phoneTaskOutcome,
  point,
  reportOutcome,
  typed,
  victims,
} from './words.ts'

/** Bodies of the service's commands. Every object is strict: a key that is not named here refuses the request. */

export const empty = z.strictObject({})

export const at = z
  .int()
  .exactOptional()
  .meta({ description: 'True service time of what is recorded (radio, phone), ms since 1970 UTC; default now' })

export const heardAs = z
  .strictObject({
    via: heardVia,
    informant: line.exactOptional().meta({ description: 'Who told it: a name or call sign, erasable' }),
  })
  .meta({ id: 'HeardAs' })
const heard = heardAs.exactOptional()

export const openCall = z
  .strictObject({ phone: phoneNumber.nullable().exactOptional(), name: line.nullable().exactOptional() })
  .meta({ id: 'OpenCall' })
export const setCaller = openCall.meta({ id: 'SetCaller' })
export const classifyCall = z.strictObject({ callClass }).meta({ id: 'ClassifyCall' })
export const recordAnswer = z
  .strictObject({ topic: line, answer: freeText, entry: z.string().max(160).exactOptional() })
  .meta({ id: 'RecordAnswer' })
export const referCall = z
  .strictObject({ receiver: line, note: freeText.exactOptional(), ticket: line.exactOptional() })
  .meta({ id: 'ReferCall' })

export const intakeAnswers = z
  .strictObject({
    reporterName: typed(line).exactOptional(),
    reporterPhone: typed(phoneNumber).exactOptional(),
    type: typed(z.string().max(60)).exactOptional(),
    location: typed(freeText).exactOptional(),
    address: typed(freeText).exactOptional(),
    landmark: typed(freeText).exactOptional(),
    point: typed(point).exactOptional(),
    condition: typed(freeText).exactOptional(),
    passable: typed(z.boolean()).exactOptional(),
    handlingSoFar: typed(freeText).exactOptional(),
    victims: typed(victims).exactOptional(),
    hazards: z.array(hazard).max(20).exactOptional(),
  })
  .meta({ id: 'IntakeAnswers' })

/** Codes as typed; what is no code the core refuses. */
export const units = z.array(z.string().max(60)).max(40)

export const chosenAgency = z
  .strictObject({
    agency: z.string().max(40),
    post: z.string().max(40).exactOptional(),
    role: assignmentRole,
    duty,
    units: units.exactOptional(),
  })
  .meta({ id: 'ChosenAgency' })
export const joiningAgency = chosenAgency
  .extend({
    replaces: z
      .string()
      .max(160)
      .exactOptional()
      .meta({ description: 'The assignment in whose place, and role, the agency comes' }),
  })
  .meta({ id: 'JoiningAgency' })
export const dispatchAgencies = z
  .strictObject({ agencies: z.array(chosenAgency).max(50) })
  .meta({ id: 'DispatchAgencies' })
export const withReason = z.strictObject({ reason: freeText }).meta({ id: 'WithReason' })

export const recordAction = z
  .strictObject({ action: z.enum(agencyActions).exclude(['decline', 'report']), at, heard })
  .meta({ id: 'RecordAction' })
export const recordDecline = z.strictObject({ reason: declineReason, at, heard }).meta({ id: 'RecordDecline' })
export const recordReport = z
  .strictObject({ outcome: reportOutcome, text: freeText, at, heard })
  .meta({ id: 'RecordReport' })
export const undoStep = z.strictObject({ seq: z.int() }).meta({ id: 'UndoStep' })
export const returnReport = z.strictObject({ remark: freeText }).meta({ id: 'ReturnReport' })
export const recordPhoneTask = z
  .strictObject({ outcome: phoneTaskOutcome, reason: declineReason.exactOptional() })
  .meta({ id: 'RecordPhoneTask' })
