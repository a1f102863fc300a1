import type { z } from 'zod'
import type { Application, IncidentCommands, Outcome, Sender } from '../../application/application.ts'
import { handlingOf } from '../../application/rules/standards.ts'
import type { IncidentView } from '../../application/views.ts'
import { incidentView } from '../contract/service.ts'
import { granted } from '../http/refused.ts'
import { centreRoute, type Method, type Route } from '../http/route.ts'
import { isCallTaker, type Right } from '../rights.ts'
import { requireOwnIncident } from './own.ts'
import { ofAssignment } from './parameters.ts'

export const incidentsPath = '/api/centres/{centre}/incidents'

export interface IncidentCommandRoute<P extends z.ZodType<{ incident: string }>, B extends z.ZodType> {
  method?: Method
  /** below the incident: `assignments/{assignment}/report` */
  path: string
  name: string
  summary: string
  right: Right
  params: P
  body: B
  send(
    commands: IncidentCommands,
    from: Sender,
    params: z.output<P>,
    body: z.output<B>,
    /** the sender only takes the calls here */
    asCallTaker: boolean,
  ): Promise<Outcome<IncidentView>>
}

/** A command about an incident of the centre; it answers with the incident as it is afterwards. */
export const incidentCommand =
  ({ incidents }: Pick<Application, 'incidents'>) =>
  <P extends z.ZodType<{ incident: string }>, B extends z.ZodType>(declared: IncidentCommandRoute<P, B>): Route =>
    centreRoute({
      method: declared.method ?? 'post',
      path: `${incidentsPath}/{incident}/${declared.path}`,
      name: declared.name,
      summary: declared.summary,
      right: declared.right,
      params: declared.params,
      body: declared.body,
      reply: incidentView,
      handle: async ({ centre, who, from, params, body }) => {
        requireOwnIncident(centre.code, params.incident)
        const asCallTaker = isCallTaker(who.user.role, handlingOf(centre.profile))
        return granted(await declared.send(incidents, from, params, body, asCallTaker))
      },
    })

export interface AssignmentCommandRoute<B extends z.ZodType>
  extends Pick<IncidentCommandRoute<typeof ofAssignment, B>, 'path' | 'name' | 'summary' | 'right' | 'body'> {
  send(
    commands: IncidentCommands,
    from: Sender,
    incident: string,
    assignment: string,
    body: z.output<B>,
  ): Promise<Outcome<IncidentView>>
}

/** The same about one agency's assignment; `path` is below the assignment. */
export const assignmentCommand = (application: Pick<Application, 'incidents'>) => {
  const command = incidentCommand(application)
  return <B extends z.ZodType>({ path, send, ...declared }: AssignmentCommandRoute<B>): Route =>
    command({
      ...declared,
      path: `assignments/{assignment}/${path}`,
      params: ofAssignment,
      send: (commands, from, { incident, assignment }, body) => send(commands, from, incident, assignment, body),
    })
}
