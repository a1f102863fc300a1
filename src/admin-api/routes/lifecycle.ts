import { empty, withReason } from '../contract/inputs.ts'
import { answerHandOver, handOver, recordSitrep, setPriority } from '../contract/lifecycle.ts'
import type { Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { incidentCommand } from './incident-command.ts'
import { ofAssignment, ofIncident } from './parameters.ts'

/** What happens to a whole incident after its dispatch. */
export const lifecycleRoutes = ({ application }: Services): Route[] => {
  const command = incidentCommand(application)
  return [
    command({
      path: 'priority',
      name: 'setPriority',
      summary: 'Weighs the incident differently than its run card; crews hear it',
      right: 'leadIncident',
      params: ofIncident,
      body: setPriority,
      send: (commands, from, { incident }, body) => commands.setPriority(from, incident, body.priority),
    }),
    command({
      path: 'reopen',
      name: 'reopenIncident',
      summary: 'A closed or archived incident goes on, within 24 hours',
      right: 'leadIncident',
      params: ofIncident,
      body: empty,
      send: (commands, from, { incident }) => commands.reopen(from, incident),
    }),
    command({
      path: 'long-operation/start',
      name: 'startLongOperation',
      summary: 'Operasi lanjutan: ladders rest, agencies at work are asked for a SITREP twice a day',
      right: 'leadIncident',
      params: ofIncident,
      body: empty,
      send: (commands, from, { incident }) => commands.startLongOperation(from, incident),
    }),
    command({
      path: 'long-operation/end',
      name: 'endLongOperation',
      summary: 'Ladders go on with what lies ahead',
      right: 'leadIncident',
      params: ofIncident,
      body: empty,
      send: (commands, from, { incident }) => commands.endLongOperation(from, incident),
    }),
    command({
      path: 'hand-over',
      name: 'handOverIncident',
      summary: 'Offers the incident to a neighbouring centre; it stays ours until they take it',
      right: 'cancelIncident',
      params: ofIncident,
      body: handOver,
      send: (commands, from, { incident }, { reason, keepAgencies, ...to }, asCallTaker) =>
        commands.handOver(from, incident, { to, reason, keepAgencies }, asCallTaker),
    }),
    command({
      path: 'hand-over/withdraw',
      name: 'withdrawHandOver',
      summary: 'We keep it after all, as long as they have not taken it',
      right: 'cancelIncident',
      params: ofIncident,
      body: empty,
      send: (commands, from, { incident }, _, asCallTaker) => commands.withdrawHandOver(from, incident, asCallTaker),
    }),
    command({
      path: 'hand-over/answer',
      name: 'answerHandOver',
      summary: 'A centre outside the installation said whether it takes the incident',
      right: 'cancelIncident',
      params: ofIncident,
      body: answerHandOver,
      send: (commands, from, { incident }, body) => commands.answerHandOver(from, incident, body),
    }),
    command({
      path: 'hand-over/return',
      name: 'returnHandOver',
      summary: 'A neighbour offered it and it is not ours: back to them, with the reason',
      right: 'takeIncident',
      params: ofIncident,
      body: withReason,
      send: (commands, from, { incident }, body) => commands.returnHandOver(from, incident, body.reason),
    }),
    command({
      path: 'assignments/{assignment}/sitrep',
      name: 'recordSitrep',
      summary: 'Radio or phone: how it stands, in the words of the agency',
      right: 'recordForAgency',
      params: ofAssignment,
      body: recordSitrep,
      send: (commands, from, { incident, assignment }, body) => commands.recordSitrep(from, incident, assignment, body),
    }),
  ]
}
