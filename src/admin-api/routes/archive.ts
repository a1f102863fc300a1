import { archivedCalls, archiveFields, archiveQuery } from '../contract/archive.ts'
import { callList, incidentList } from '../contract/service.ts'
import { centreRoute, type Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { ofCentre } from './parameters.ts'

const path = '/api/centres/{centre}/archive'

/** What is over: incidents by words and fields, calls that needed no crew by class. */
export const archiveRoutes = ({ application: { queries } }: Services): Route[] => [
  centreRoute({
    method: 'get',
    path,
    name: 'searchArchive',
    summary: 'Incidents that are over, by number or words, newest first',
    right: 'readService',
    params: ofCentre,
    query: archiveQuery,
    reply: incidentList,
    handle: async ({ centre, query }) => ({ incidents: await queries.archive(centre.code, query) }),
  }),
  centreRoute({
    method: 'post',
    path: `${path}/search`,
    name: 'findInArchive',
    summary: 'The same by fields too, with the words in the body: they may name a caller, and addresses end up in logs',
    asksOnly: true,
    right: 'readService',
    params: ofCentre,
    body: archiveFields,
    reply: incidentList,
    handle: async ({ centre, body }) => ({ incidents: await queries.archive(centre.code, body) }),
  }),
  centreRoute({
    method: 'post',
    path: `${path}/calls`,
    name: 'findArchivedCalls',
    summary: 'Calls of one class, newest first',
    asksOnly: true,
    right: 'readService',
    params: ofCentre,
    body: archivedCalls,
    reply: callList,
    handle: async ({ centre, body }) => ({ calls: await queries.archivedCalls(centre.code, body) }),
  }),
]
