import { z } from 'zod'
import { centreRoute, type Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { ofCentre } from './parameters.ts'

const eventId = z.string().max(60)

export const eventRoutes = ({ liveStreams }: Services): Route[] => [
  centreRoute({
    method: 'get',
    path: '/api/centres/{centre}/events',
    name: 'followEvents',
    summary:
      'Live changes as server-sent events: `change` with {topic, id}; `reset` when Last-Event-ID (or since) is unknown',
    right: 'readService',
    params: ofCentre,
    query: z.strictObject({ since: eventId.exactOptional() }),
    raw: { status: 200, description: 'Events with ids <epoch>:<sequence>', mediaType: 'text/event-stream' },
    handle: ({ request, response, centre, query, who }) => {
      const since = request.get('Last-Event-ID') ?? query.since
      liveStreams.open({ response, centre: centre.code, session: who.session.secretHash }, since)
    },
  }),
]
