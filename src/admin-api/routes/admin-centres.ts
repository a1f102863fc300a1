import { isDeepStrictEqual } from 'node:util'
import { seedInformation } from '../../application/information/standard-entries.ts'
import type { Centre, FieldChange } from '../../application/ports/administration.ts'
import { profileIds } from '../../application/rules/standards.ts'
import { centreChange, centreList, centreView, newCentre } from '../contract/administration.ts'
import type { CentreView } from '../contract/index.ts'
import { found, Refused } from '../http/refused.ts'
import { type Route, userRoute } from '../http/route.ts'
import { belongsTo, isGlobalAdministrator } from '../rights.ts'
import type { Services } from '../services.ts'
import { note } from './audit.ts'
import { fieldChange, requireChanged } from './field-change.ts'
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
        // first: a centre that is there gets none again, whatever became of them
        await seedInformation(services.information, body)
        if (!(await directory.addCentre(body))) {
          const before = found(await directory.centre(body.code), 'unknownCentre')
          if (isDeepStrictEqual(viewOf(before), viewOf(body))) return viewOf(before)
          throw new Refused('alreadyExists')
        }
        await note(services, from, body.code, 'centreAdded', body.code, { before: null, after: viewOf(body) })
        return viewOf(body)
      },
    }),
    userRoute({
      method: 'patch',
      path: `${centres}/{centre}`,
      name: 'changeCentre',
      summary: 'Changes a centre; what is open keeps the profile that it began with. One with open work stays active',
      access: { kind: 'administration' },
      params: ofCentre,
      body: centreChange,
      reply: centreView,
      handle: async ({ params, from, body }) => {
        const { was = {}, ...wanted } = body
        const before = found(await directory.centre(params.centre), 'unknownCentre')
        if (wanted.profile !== undefined) requireProfile(wanted.profile)
        const change = fieldChange(viewOf(before), wanted, was)
        if (!change) return viewOf(before)
        if (change.to.active === false) await requireNoOpenWork(services, before.code)
        requireChanged(await directory.changeCentre(before.code, withStored(change, before)), change)
        const trail = { before: change.was, after: change.to }
        await note(services, from, before.code, 'centreChanged', before.code, trail)
        return viewOf({ ...before, ...change.to })
      },
    }),
  ]
}

/** A centre that never said whether it is active has no such field yet. */
const withStored = (change: FieldChange<CentreView>, { active }: Centre): FieldChange<Omit<Centre, 'code'>> => ({
  ...change,
  was: { ...change.was, ...('active' in change.was && { active: (active ?? null) as boolean }) },
})

/** @throws Refused while calls or incidents of the centre are open */
const requireNoOpenWork = async ({ application: { queries } }: Services, centre: string): Promise<void> => {
  const [calls, incidents] = await Promise.all([
    queries.calls(centre, { openOnly: true, limit: 500 }),
    queries.incidents(centre),
  ])
  if (calls.length || incidents.length) {
    throw new Refused('centreAtWork', { calls: calls.length, incidents: incidents.length })
  }
}

const requireProfile = (profile: string): void => {
  if (!profileIds.includes(profile)) throw new Refused('unknownProfile')
}

const viewOf = ({ code, name, timeZone, profile, active = true }: Centre): CentreView => ({
  code,
  name,
  timeZone,
  profile,
  active,
})
