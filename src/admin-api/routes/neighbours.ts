import { neighbourList } from '../contract/lifecycle.ts'
import { centreRoute, type Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { ofCentre } from './parameters.ts'

/** The centres that an incident can be handed over to. */
export const neighbourRoutes = ({ directory }: Services): Route[] => [
  centreRoute({
    method: 'get',
    path: '/api/centres/{centre}/neighbours',
    name: 'listNeighbours',
    summary: 'The other centres of this installation, by code and name',
    right: 'readService',
    params: ofCentre,
    reply: neighbourList,
    handle: async ({ centre }) => ({
      centres: (await directory.centres())
        .filter(({ code }) => code !== centre.code)
        .map(({ code, name }) => ({ code, name })),
    }),
  }),
]
