import { lookAround, mapView, placeSearch, placesFound, surroundings } from '../contract/places.ts'
import { centreRoute, type Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { ofCentre } from './parameters.ts'

/** Where things are: the gazetteer's search, what is known around a point, and what the map shows beside the incidents. */
export const placeRoutes = ({ application: { places }, config }: Services): Route[] => [
  centreRoute({
    method: 'post',
    path: '/api/centres/{centre}/places/search',
    name: 'searchPlaces',
    summary: 'Places by words from their beginning, one typing error forgiven where nothing else fits; the best first',
    right: 'readService',
    asksOnly: true,
    params: ofCentre,
    body: placeSearch,
    reply: placesFound,
    handle: async ({ centre, body }) => ({ places: await places.search(centre.code, body.words, body.limit) }),
  }),
  centreRoute({
    method: 'post',
    path: '/api/centres/{centre}/places/around',
    name: 'lookAround',
    summary: 'Earlier incidents within 50 m of a point, the nearest posts, and whether it lies far outside the city',
    right: 'readService',
    asksOnly: true,
    params: ofCentre,
    body: lookAround,
    reply: surroundings,
    handle: ({ centre, body }) => places.around(centre.code, body.point, body.except),
  }),
  centreRoute({
    method: 'get',
    path: '/api/centres/{centre}/map',
    name: 'readMap',
    summary: 'Outlines of the districts, posts, and where the background comes from',
    right: 'readService',
    params: ofCentre,
    reply: mapView,
    handle: async ({ centre }) => ({ ...(await places.map(centre.code)), tiles: config.mapTiles ?? null }),
  }),
]
