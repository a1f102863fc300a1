import type { InformationEntry } from '../../application/ports/information.ts'
import {
  informationChange,
  informationEntry,
  informationFound,
  informationList,
  informationSearch,
  newInformation,
} from '../contract/information.ts'
import { empty } from '../contract/inputs.ts'
import { allDone, done } from '../contract/session.ts'
import { found, Refused } from '../http/refused.ts'
import { centreRoute, type Route } from '../http/route.ts'
import { normalisePhone } from '../phone-number.ts'
import { idFromCommand } from '../record-ids.ts'
import type { Services } from '../services.ts'
import { note } from './audit.ts'
import { id, ofCentre } from './parameters.ts'

const path = '/api/admin/centres/{centre}/information'
const ofEntry = ofCentre.extend({ entry: id })
/** Service milliseconds for which it is counted how often an entry was given. */
const countedMs = 30 * 86_400_000

/** Answers for information calls: found by operators, kept by the centre's administrator. */
export const informationRoutes = (services: Services): Route[] => {
  const { information, serviceClock } = services
  return [
    centreRoute({
      method: 'post',
      path: '/api/centres/{centre}/information/search',
      name: 'searchInformation',
      summary: 'Answers for information calls by the beginnings of words, by topic; no words: all of them',
      right: 'readService',
      asksOnly: true,
      params: ofCentre,
      body: informationSearch,
      reply: informationFound,
      handle: async ({ centre, body }) => {
        const entries = await information.search(centre.code, body.words.split(/\s+/), body.limit)
        return { entries: entries.map(({ active: _, version: __, ...entry }) => viewOf(entry)) }
      },
    }),
    centreRoute({
      method: 'get',
      path,
      name: 'listInformation',
      summary: 'Every answer, also those that operators are not shown, and how often each was given',
      right: 'administer',
      params: ofCentre,
      reply: informationList,
      handle: async ({ centre }) => {
        const counts = await information.counts(centre.code, serviceClock.now() - countedMs)
        const entries = await information.list(centre.code)
        return { entries: entries.map(entry => ({ ...wholeOf(entry), given: counts.get(entry.id) ?? 0 })) }
      },
    }),
    centreRoute({
      method: 'post',
      path,
      name: 'addInformation',
      summary: 'Adds an answer',
      right: 'administer',
      params: ofCentre,
      body: newInformation,
      status: 201,
      reply: informationEntry,
      handle: async ({ centre, from, body }) => {
        const own = { id: `${centre.code}-${idFromCommand(from)}`, centre: centre.code, active: true, version: 1 }
        const entry = { ...body, ...own, phone: plainNumber(body.phone) }
        if (!(await information.add(entry))) return wholeOf(found(await information.entry(centre.code, entry.id)))
        await note(services, from, centre.code, 'informationAdded', entry.id, { before: null, after: wholeOf(entry) })
        return wholeOf(entry)
      },
    }),
    centreRoute({
      method: 'patch',
      path: `${path}/{entry}`,
      name: 'changeInformation',
      summary: 'Changes an answer; refused when somebody else changed it since the version named',
      right: 'administer',
      params: ofEntry,
      body: informationChange,
      reply: informationEntry,
      handle: async ({ centre, params, from, body }) => {
        const before = found(await information.entry(centre.code, params.entry))
        const { phone = before.phone } = body
        const after = { ...before, ...body, phone: plainNumber(phone) }
        const stored = { ...after, version: body.version + 1 }
        // the same change sent again: it is there already
        if (before.version === stored.version && same(before, stored)) return wholeOf(before)
        if (!(await information.replace(after))) throw new Refused('changedMeanwhile')
        const change = { before: wholeOf(before), after: wholeOf(stored) }
        await note(services, from, centre.code, 'informationChanged', before.id, change)
        return wholeOf(stored)
      },
    }),
    centreRoute({
      method: 'delete',
      path: `${path}/{entry}`,
      name: 'removeInformation',
      summary: 'Takes an answer away; calls that were answered with it keep its words',
      right: 'administer',
      params: ofEntry,
      body: empty,
      reply: done,
      handle: async ({ centre, params, from }) => {
        const before = await information.entry(centre.code, params.entry)
        if (before && (await information.remove(centre.code, before.id))) {
          const change = { before: wholeOf(before), after: null }
          await note(services, from, centre.code, 'informationRemoved', before.id, change)
        }
        return allDone
      },
    }),
  ]
}

const plainNumber = (phone: string | null): string | null => (phone === null ? null : normalisePhone(phone))

const viewOf = ({
  id: entry,
  topic,
  answer,
  receiver,
  phone,
  referral,
}: Omit<InformationEntry, 'active' | 'version'>) => ({
  id: entry,
  topic,
  answer,
  receiver,
  phone,
  referral,
})

const wholeOf = (entry: InformationEntry) => ({ ...viewOf(entry), active: entry.active, version: entry.version })

const same = (a: InformationEntry, b: InformationEntry): boolean =>
  JSON.stringify(wholeOf(a)) === JSON.stringify(wholeOf(b))
