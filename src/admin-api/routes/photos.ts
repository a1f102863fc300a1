import { found } from '../http/refused.ts'
import { centreRoute, type Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { note } from './audit.ts'
import { id, ofCentre } from './parameters.ts'

export const photoRoutes = (services: Services): Route[] => [
  centreRoute({
    method: 'get',
    path: '/api/centres/{centre}/photos/{photo}',
    name: 'readPhoto',
    summary: 'A photo that a crew sent; each look at it is noted',
    right: 'readService',
    params: ofCentre.extend({ photo: id }),
    raw: { status: 200, description: 'The image', mediaType: 'image/*' },
    handle: async ({ centre, params, from, response }) => {
      const photo = await services.photos.get(params.photo)
      const own = found(photo?.centre === centre.code ? photo : null)
      await note(services, from, centre.code, 'photoSeen', own.id)
      response
        .status(200)
        .set({
          'Content-Type': own.mediaType,
          'Content-Disposition': 'inline',
          'Content-Security-Policy': "default-src 'none'; sandbox",
        })
        .send(Buffer.from(own.bytes))
    },
  }),
]
