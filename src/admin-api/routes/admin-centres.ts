import { isDeepStrictEqual } from 'node:util'
import { seedInformation } from '../../application/information/standard-entries.ts'
import type { Centre } from '../../application/ports/administration.ts'
import { profileIds } from '../../application/rules/standards.ts'
import { centreChange, centreList, centreView, newCentre } from '../contract/administration.ts'
import { found, Refused } from '../http/refused.ts'
import { type Route, userRoute } from '../http/route.ts'
import { belongsTo, isGlobalAdministrator } from '../rights.ts'
import type { Services } from '../services.ts'
import { note } from './audit.ts'
import { ofCentre } from './parameters.ts'

const centres = '/api/admin/centres'

export const adminCentreRoutes = (services: Services): Route[] => {
  const { directory } = services
  return [
    userRoute({
      method: 'get',
      path: centres,
      name: 'listCentres',
      summary: 'Centres that the administrator looks after, and the SOP profiles that there are',
      access: { kind: 'administration' },
      reply: centreList,
      handle: async ({ who }) => ({
        centres: (await directory.centres()).filter(({ code }) => belongsTo(who.user, code)).map(viewOf),
        profiles: [...profileIds],
      }),
    }),
    userRoute({
      method: 'post',
      path: centres,
      name: 'addCentre',
      summary: 'Adds a centre',
      access: { kind: 'administration' },
      body: newCentre,
      status: 201,
      reply: centreView,
      handle: async ({ who, from, body }) => {
        if (!isGlobalAdministrator(who.user)) throw new Refused('forbidden')
        requireProfile(body.profile)
        const before = await directory.centre(body.code)
        if (before && isDeepStrictEqual(viewOf(before), viewOf(body))) return viewOf(before)
        if (before) throw new Refused('alreadyExists')
        // first: a centre that is there gets none again, whatever became of them
        await seedInformation(services.information, body)
        await directory.putCentre(body)
        await note(services, from, body.code, 'centreAdded', body.code)
        return viewOf(body)
      },
    }),
    userRoute({
      method: 'patch',
      path: `${centres}/{centre}`,
      name: 'changeCentre',
      summary: 'Changes a centre; open incidents keep the profile that they began with',
      access: { kind: 'administration' },
      params: ofCentre,
      body: centreChange,
      reply: centreView,
      handle: async ({ params, from, body }) => {
        const before = found(await directory.centre(params.centre), 'unknownCentre')
        if (body.profile !== undefined) requireProfile(body.profile)
        const centre = { ...before, ...body }
        await directory.putCentre(centre)
        await note(services, from, centre.code, 'centreChanged', centre.code)
        return viewOf(centre)
      },
    }),
  ]
}

const requireProfile = (profile: string): void => {
  if (!profileIds.includes(profile)) throw new Refused('unknownProfile')
}

const viewOf = ({ code, name, timeZone, profile }: Centre): Centre => ({ code, name, timeZone, profile })
