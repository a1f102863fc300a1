import { z } from 'zod'
import type { IntakeAnswers } from '../contract/index.ts'
import {
  dispatchAgencies,
  empty,
  intakeAnswers,
  joiningAgency,
  recordPhoneTask,
  withReason,
} from '../contract/inputs.ts'
import { incidentList, incidentView, runCardList } from '../contract/service.ts'
import { found } from '../http/refused.ts'
import { centreRoute, type Route } from '../http/route.ts'
import { normalisePhone } from '../phone-number.ts'
import type { Services } from '../services.ts'
import { incidentCommand, incidentsPath } from './incident-command.ts'
import { requireOwnIncident } from './own.ts'
import { id, ofCentre, ofIncident } from './parameters.ts'

/** What is read about incidents. */
export const incidentRoutes = ({ application: { queries } }: Services): Route[] => [
  centreRoute({
    method: 'get',
    path: '/api/centres/{centre}/run-cards',
    name: 'listRunCards',
    summary: 'Kinds of incidents that the centre knows: the newest, or those that an incident was opened with',
    right: 'readService',
    params: ofCentre,
    query: z.strictObject({ version: z.coerce.number().int().min(1).max(1_000_000).exactOptional() }),
    reply: runCardList,
    handle: async ({ centre, query }) => ({ runCards: found(await queries.runCards(centre.code, query.version)) }),
  }),
  centreRoute({
    method: 'get',
    path: incidentsPath,
    name: 'listIncidents',
    summary: 'Incidents of the centre that are not over',
    right: 'readService',
    params: ofCentre,
    reply: incidentList,
    handle: async ({ centre }) => ({ incidents: await queries.incidents(centre.code) }),
  }),
  centreRoute({
    method: 'get',
    path: `${incidentsPath}/{incident}`,
    name: 'readIncident',
    summary: 'One incident with everything that belongs to it',
    right: 'readService',
    params: ofIncident,
    reply: incidentView,
    handle: async ({ centre, params }) => {
      requireOwnIncident(centre.code, params.incident)
      return found(await queries.incident(params.incident))
    },
  }),
]

/** What operators, dispatchers and supervisors do about a whole incident. */
export const incidentCommandRoutes = ({ application }: Services): Route[] => {
  const command = incidentCommand(application)
  return [
    command({
      method: 'patch',
      path: 'intake',
      name: 'answerIntake',
      summary: 'Answers of the caller; what is not named stays as it was',
      right: 'fillIntake',
      params: ofIncident,
      body: intakeAnswers,
      send: (commands, from, { incident }, body) => commands.answerIntake(from, incident, withPlainNumber(body)),
    }),
    command({
      path: 'submit',
      name: 'submitIntake',
      summary: 'The intake is complete',
      right: 'fillIntake',
      params: ofIncident,
      body: empty,
      send: (commands, from, { incident }) => commands.submitIntake(from, incident),
    }),
    command({
      path: 'take',
      name: 'takeIncident',
      summary: 'A dispatcher takes the incident over',
      right: 'takeIncident',
      params: ofIncident,
      body: empty,
      send: (commands, from, { incident }) => commands.take(from, incident),
    }),
    command({
      path: 'dispatch',
      name: 'dispatchIncident',
      summary: 'Alerts the chosen agencies',
      right: 'dispatchAgencies',
      params: ofIncident,
      body: dispatchAgencies,
      send: (commands, from, { incident }, body) => commands.dispatch(from, incident, body.agencies),
    }),
    command({
      path: 'agencies',
      name: 'addAgency',
      summary: 'Alerts one more agency',
      right: 'dispatchAgencies',
      params: ofIncident,
      body: joiningAgency,
      send: (commands, from, { incident }, body) => commands.addAgency(from, incident, body),
    }),
    command({
      path: 'close',
      name: 'closeIncident',
      summary: 'Closes the incident; the archive follows its notices',
      right: 'closeIncident',
      params: ofIncident,
      body: empty,
      send: (commands, from, { incident }) => commands.close(from, incident),
    }),
    command({
      path: 'cancel',
      name: 'cancelIncident',
      summary: 'Calls the incident off',
      right: 'cancelIncident',
      params: ofIncident,
      body: withReason,
      send: (commands, from, { incident }, body, asCallTaker) =>
        commands.cancel(from, incident, body.reason, asCallTaker),
    }),
    command({
      path: 'clocks/{clock}/take',
      name: 'takeEscalation',
      summary: 'Saya tangani: silences the clock for a while',
      right: 'takeEscalation',
      params: ofIncident.extend({ clock: id }),
      body: empty,
      send: (commands, from, { incident, clock }) => commands.takeEscalation(from, incident, clock),
    }),
    command({
      path: 'phone-tasks/{task}',
      name: 'recordPhoneTask',
      summary: 'What the phone call to an agency led to',
      right: 'recordForAgency',
      params: ofIncident.extend({ task: id }),
      body: recordPhoneTask,
      send: (commands, from, { incident, task }, body) => commands.recordPhoneTask(from, incident, task, body),
    }),
    command({
      path: 'attention/{item}/settle',
      name: 'settleAttention',
      summary: 'Somebody has looked after it',
      right: 'recordForAgency',
      params: ofIncident.extend({ item: id }),
      body: empty,
      send: (commands, from, { incident, item }) => commands.settleAttention(from, incident, item),
    }),
  ]
}

/** Field a's number as it is kept. */
export const withPlainNumber = (answers: IntakeAnswers): IntakeAnswers => {
  const phone = answers.reporterPhone
  if (phone === undefined || phone === 'unknown') return answers
  return { ...answers, reporterPhone: { known: normalisePhone(phone.known) ?? '' } }
}
