import { empty } from '../contract/inputs.ts'
import { recordSitrep, setPriority } from '../contract/lifecycle.ts'
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
