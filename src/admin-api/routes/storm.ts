import { stormNow } from '../contract/storm.ts'
import { centreRoute, type Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { ofCentre } from './parameters.ts'

/** Whether the centre is in a storm, and why. */
export const stormRoutes = ({ application }: Services): Route[] => [
  centreRoute({
    method: 'get',
    path: '/api/centres/{centre}/storm',
    name: 'readStorm',
    summary: 'The storm that is on, null when there is none',
    right: 'readService',
    params: ofCentre,
    reply: stormNow,
    handle: async ({ centre }) => ({ storm: await application.queries.storm(centre.code) }),
  }),
]
