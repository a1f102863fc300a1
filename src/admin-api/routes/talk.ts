import { z } from 'zod'
import { detailViews, sendMessage, talkPage } from '../contract/talk.ts'
import { found } from '../http/refused.ts'
import { centreRoute, type Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { incidentCommand, incidentsPath } from './incident-command.ts'
import { requireOwnIncident } from './own.ts'
import { ofIncident } from './parameters.ts'

const mostMessages = 200
const pageQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,16}$/)
    .exactOptional()
    .meta({ description: "A page's `next`" }),
  limit: z.coerce.number().int().min(1).max(mostMessages).default(50),
})

/** The talk between the control room and the groups. */
export const talkRoutes = ({ application }: Services): Route[] => [
  centreRoute({
    method: 'get',
    path: `${incidentsPath}/{incident}/messages`,
    name: 'listMessages',
    summary: 'What crews replied and the control room wrote, newest first',
    right: 'readService',
    params: ofIncident,
    query: pageQuery,
    reply: talkPage,
    handle: async ({ centre, params, query }) => {
      requireOwnIncident(centre.code, params.incident)
      return found(await application.queries.talk(params.incident, query))
    },
  }),
  centreRoute({
    method: 'get',
    path: `${incidentsPath}/{incident}/views`,
    name: 'listDetailViews',
    summary: "Who of the crews saw the caller's contact and the facts",
    right: 'seeViews',
    params: ofIncident,
    reply: detailViews,
    handle: async ({ centre, params }) => {
      requireOwnIncident(centre.code, params.incident)
      return { views: found(await application.queries.views(params.incident)) }
    },
  }),
  incidentCommand(application)({
    path: 'messages',
    name: 'sendMessage',
    summary: 'Writes to the groups of the incident, or shows them its point',
    right: 'writeToGroups',
    params: ofIncident,
    body: sendMessage,
    send: (commands, from, { incident }, body) => commands.sendMessage(from, incident, body),
  }),
]
