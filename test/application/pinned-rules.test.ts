import { describe, expect, test } from 'vitest'
import type { RuleVersion } from '../../src/application/ports/rules.ts'
import { semarang } from '../../src/dispatch/profiles/semarang.ts'
import { type RunCardSet, standardRunCardSet } from '../../src/dispatch/run-cards/run-card-set.ts'
import { type City, eachCity, ok, wholeIntake } from './support/city.ts'

let city: City
eachCity(async one => {
  city = one
  await city.pairsAgencies('DAMKAR', 'PLN', 'DINKES')
  await city.pairs('supervisors', { kind: 'supervisorsChat' })
})

const version = (kind: RuleVersion['kind'], number: number, content: RuleVersion['content']): RuleVersion => ({
  centre: 'SMG',
  kind,
  version: number,
  standard: kind === 'profile' ? 'semarang' : 'runCards',
  at: city.clock.now(),
  by: { kind: 'user', id: 'u-9', name: 'Administrator' },
  why: 'latihan',
  basedOn: number - 1,
  parts: { added: [], removed: [], changed: [] },
  commandId: `command-${kind}-${number}`,
  content,
})

/** Without fires in buildings, and with a card of the centre's own. */
const ownCards: RunCardSet = {
  ...standardRunCardSet,
  cards: [
    ...standardRunCardSet.cards.filter(({ code }) => code !== 'KBK-BGN'),
    {
      code: 'PASAR',
      name: { id: 'Kebakaran pasar', en: 'Market fire' },
      priority: 1,
      lead: 'DAMKAR',
      restricted: false,
      support: [{ agency: 'PLN', mode: 'alert', duty: 'act' }],
    },
  ],
  forEveryType: [],
}

describe('the rules of an incident', () => {
  test('are those that the centre had when it opened, whatever is changed meanwhile', async () => {
    const before = await city.asked()
    expect(before.rules).toEqual({ profile: 'semarang', profileVersion: 1, runCards: 1 })
    expect(await city.stores.rules.add(version('runCards', 2, ownCards))).toBe(true)

    const kept = ok(
      await city.app.incidents.answerIntake(city.sender(), before.id, { victims: { known: { injured: 0 } } }),
    )
    expect([kept.typeName?.en, kept.proposal.agencies[0]?.agency]).toEqual(['Structure fire', 'DAMKAR'])

    const call = await city.rings()
    const { incident } = ok(await city.app.calls.classify(city.sender(), call.id, 'normal'))
    const unknown = await city.app.incidents.answerIntake(city.sender(), incident ?? '', wholeIntake)
    expect(unknown).toMatchObject({ refusal: { code: 'unknownType' } })
    const after = ok(
      await city.app.incidents.answerIntake(city.sender(), incident ?? '', {
        ...wholeIntake,
        type: { known: 'PASAR' },
      }),
    )
    expect(after.rules.runCards).toBe(2)
    expect(after.typeName?.id).toBe('Kebakaran pasar')
    // this centre took the rule for every type away: the injured person brings no DINKES
    expect(after.proposal.agencies.map(({ agency }) => agency)).toEqual(['DAMKAR', 'PLN'])
    expect(await city.app.queries.runCards('SMG', 1)).toHaveLength(standardRunCardSet.cards.length)
    expect((await city.app.queries.runCards('SMG'))?.at(-1)?.code).toBe('PASAR')
    expect(await city.app.queries.runCards('SMG', 3)).toBeNull()
  })

  test('its limits too: the call and the incident keep the profile that the call opened with', async () => {
    const shorter = {
      ...semarang,
      version: 2,
      clocks: semarang.clocks.map(clock => (clock.id === 'S4a' ? { ...clock, targetSeconds: 60 } : clock)),
    }
    const before = await city.fire('DAMKAR lead')
    await city.stores.rules.add(version('profile', 2, shorter))
    const after = await city.fire('DAMKAR lead')
    expect([before.rules.profileVersion, after.rules.profileVersion]).toEqual([1, 2])
    city.restarts()
    const limits = async (id: string) => (await city.incident(id)).clocks.find(({ id }) => id === 'S4a')?.limitSeconds
    expect([await limits(before.id), await limits(after.id)]).toEqual([180, 60])

    await city.forward('100s', '10s')
    const fired = async (id: string) => (await city.incident(id)).clocks.find(({ id }) => id === 'S4a')?.rungsFired
    expect([await fired(before.id), await fired(after.id)]).toEqual([[], ['0.75', '1', '1.5']])
    expect(city.errors()).toEqual([])
  })

  test('an incident written before centres had their own goes by the first version', async () => {
    const { id } = await city.asked()
    const loaded = await city.stores.incidents.load(id)
    if (!loaded) throw new Error('the incident is gone')
    const { runCards: _, ...state } = loaded.state
    const index = { centre: 'SMG', status: 'submitted', nextDueAt: null, openedAt: state.openedAt }
    await city.stores.incidents.save({
      id,
      expected: loaded.version,
      state,
      index,
      events: [],
      effects: [],
      commandId: 'x',
    })
    await city.stores.rules.add(version('runCards', 2, ownCards))
    city.restarts()
    expect(await city.incident(id)).toMatchObject({ rules: { runCards: 1 }, typeName: { en: 'Structure fire' } })
  })

  test('a pinned version that is lost silences nobody: the shipped standard holds, and the log says so', async () => {
    await city.stores.rules.add(version('profile', 1, { ...semarang, version: 1 }))
    await city.stores.rules.add(version('profile', 2, { ...semarang, version: 2 }))
    const incident = await city.fire('DAMKAR lead')
    const lost = { ...city.stores.rules, version: async () => null }
    city.restarts({ stores: { ...city.stores, rules: lost } })
    await city.forward('3m', '30s')
    // the contact ladder goes on too: nobody answered, so somebody is to phone
    expect(await city.toPhone(incident.id)).toEqual(['DAMKAR unanswered'])
    expect((await city.incident(incident.id)).clocks.find(({ id }) => id === 'S4a')?.rungsFired).toContain('1')
    expect(new Set(city.errors())).toEqual(new Set(['pinned rules were not found; the shipped standard holds']))
  })
})

test('a centre that goes over to another standard gets it as its next version; what is open stays', async () => {
  const before = await city.asked()
  const centre = await city.stores.directory.centre('SMG')
  if (!centre) throw new Error('no centre')
  await city.stores.directory.putCentre({ ...centre, profile: 'cilegon' })
  const after = await city.asked()
  expect(after).toMatchObject({ handling: 'dispatcher-handoff', rules: { profile: 'cilegon', profileVersion: 2 } })
  expect(await city.incident(before.id)).toMatchObject({ handling: 'operator-owns', rules: { profileVersion: 1 } })
})
