import { attachCall, conflictField, mergeIncident, settleConflict, similarView } from '../contract/duplicates.ts'
import { empty } from '../contract/inputs.ts'
import { callView, incidentView } from '../contract/service.ts'
import { found, granted } from '../http/refused.ts'
import { centreRoute, type Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { callCommand } from './call-command.ts'
import { incidentCommand, incidentsPath } from './incident-command.ts'
import { requireOwnCall, requireOwnIncident } from './own.ts'
import { ofCall, ofIncident } from './parameters.ts'

const callPath = '/api/centres/{centre}/calls/{call}'

/** Several callers about one incident: what is suggested, attaching and detaching, merging, and settling what differs. */
export const duplicateRoutes = ({ application }: Services): Route[] => {
  const { calls, queries } = application
  const command = incidentCommand(application)
  return [
    centreRoute({
      method: 'get',
      path: `${callPath}/similar`,
      name: 'similarToCall',
      summary: 'Incidents that the call may be about, best first; nothing attaches by itself',
      right: 'readService',
      params: ofCall,
      reply: similarView,
      handle: async ({ centre, params }) => {
        requireOwnCall(centre.code, params.call)
        return found(await queries.similarToCall(params.call))
      },
    }),
    centreRoute({
      method: 'get',
      path: `${incidentsPath}/{incident}/similar`,
      name: 'similarToIncident',
      summary: 'Other incidents that may be the same, best first',
      right: 'readService',
      params: ofIncident,
      reply: similarView,
      handle: async ({ centre, params }) => {
        requireOwnIncident(centre.code, params.incident)
        return found(await queries.similarToIncident(params.incident))
      },
    }),
    centreRoute({
      method: 'post',
      path: `${callPath}/attach`,
      name: 'call.attach',
      summary: 'The call is about this incident; new victims and dangers may come with it. Nobody is alerted again',
      right: 'answerCalls',
      params: ofCall,
      body: attachCall,
      reply: callView,
      handle: async ({ centre, params, from, body }) => {
        requireOwnCall(centre.code, params.call)
        requireOwnIncident(centre.code, body.incident)
        return granted(await calls.attach(from, params.call, body))
      },
    }),
    callCommand(application)({
      path: 'calls/{call}/detach',
      name: 'call.detach',
      summary: 'Attached by mistake: the call has an incident of its own again',
      right: 'answerCalls',
      body: empty,
      send: (commands, from, call) => commands.detach(from, call),
    }),
    centreRoute({
      method: 'post',
      path: `${incidentsPath}/{incident}/merge`,
      name: 'mergeIncident',
      summary: 'This incident and another are one: its callers and agencies go there',
      right: 'dispatchAgencies',
      params: ofIncident,
      body: mergeIncident,
      reply: incidentView,
      handle: async ({ centre, params, from, body }) => {
        requireOwnIncident(centre.code, params.incident)
        requireOwnIncident(centre.code, body.into)
        return granted(await application.incidents.merge(from, params.incident, body))
      },
    }),
    command({
      path: 'conflicts/{field}',
      name: 'settleConflict',
      summary: 'Callers do not agree: from now on the incident goes by the answer of this one',
      right: 'fillIntake',
      params: ofIncident.extend({ field: conflictField }),
      body: settleConflict,
      send: (commands, from, { incident, field }, body) => commands.settleConflict(from, incident, field, body.call),
    }),
  ]
}
