import type { Location, Message } from '@grammyjs/types'
import { badRequest } from '../api-error.ts'
import type { Params } from '../params.ts'
import type { Sim } from '../sim.ts'
import { readDestination, send } from './send.ts'

export function sendLocation(sim: Sim, params: Params): Message.LocationMessage {
  const to = readDestination(sim, params)
  const location = readLocation(params)
  return { ...send(sim, params, to, 'locations', { location }), location }
}

export function sendVenue(sim: Sim, params: Params): Message.VenueMessage {
  const to = readDestination(sim, params)
  const location = readLocation(params)
  const venue = { location, title: params.text('title').trim(), address: params.text('address').trim() }
  if (venue.title === '') throw badRequest('VENUE_TITLE_EMPTY')
  return { ...send(sim, params, to, 'venues', { venue, location }), venue, location }
}

function readLocation(params: Params): Location {
  const latitude = params.decimal('latitude')
  const longitude = params.decimal('longitude')
  if (latitude === undefined) throw badRequest('latitude is empty')
  if (longitude === undefined) throw badRequest('longitude is empty')
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badRequest('wrong location specified')
  const accuracy = params.decimal('horizontal_accuracy')
  return { latitude, longitude, ...(accuracy === undefined ? {} : { horizontal_accuracy: accuracy }) }
}
