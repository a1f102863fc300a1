import type { z } from 'zod'
import type { Application, IncidentCommands, Outcome, Sender } from '../../application/application.ts'
import { handlingOf } from '../../application/rules/standards.ts'
import type { IncidentView } from '../../application/views.ts'
import { incidentView } from '../contract/service.ts'
import { granted } from '../http/refused.ts'
import { centreRoute, type Method, type Route } from '../http/route.ts'
import { isCallTaker, type Right } from '../rights.ts'
import { requireOwnIncident } from './own.ts'

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
