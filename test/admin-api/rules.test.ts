import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProfileVersion, RuleHistory, RulePreview, RunCardsVersion } from '../../src/admin-api/contract/index.ts'
import { standardAgencies } from '../../src/app/training/seed-centres.ts'
import { type Client, refusalOf } from './support/client.ts'
import { startApi, type TestApi } from './support/start-api.ts'

let api: TestApi
let administrator: Client
beforeAll(async () => {
  api = await startApi()
  administrator = await api.as('administrator')
  for (const centre of ['SMG', 'CLG']) {
    for (const { code, name, transports = false } of standardAgencies) {
      await api.stores.directory.putAgency({
        centre,
        code,
        name,
        transports,
        dutyPhones: [],
        commanderPhone: null,
        answerSeconds: null,
        active: true,
      })
    }
  }
})
afterAll(() => api.stop())

const cardsPath = '/api/admin/centres/SMG/rules/run-cards'
const profilePath = '/api/admin/centres/SMG/rules/profile'
const read = async <Body>(path: string) => (await administrator.get(path)).body as Body

type Cards = RunCardsVersion['content']
const withCard = (content: Cards, code: string, change: object): Cards => ({
  ...content,
  cards: content.cards.map(card => (card.code === code ? { ...card, ...change } : card)),
})
const withClock = (content: ProfileVersion['content'], id: string, change: object): ProfileVersion['content'] => ({
  ...content,
  clocks: content.clocks.map(clock => (clock.id === id ? { ...clock, ...change } : clock)),
})

describe('run cards of a centre', () => {
  test('begin as the shipped ones, version 1', async () => {
    const first = await read<RunCardsVersion>(cardsPath)
    expect(first).toMatchObject({ version: 1, by: 'Tanggap 112', why: '', basedOn: null, standard: 'runCards' })
    expect(first.content.cards).toHaveLength(33)
    expect(first.difference).toEqual({ added: [], removed: [], changed: [] })
  })

  test('are tried out before they are changed: what differs, and which of the fourteen scenarios it touches', async () => {
    const { content } = await read<RunCardsVersion>(cardsPath)
    const edit = withCard(content, 'KBK-BGN', { support: [], priority: 2 })
    const answer = await administrator.post(`${cardsPath}/preview`, { content: edit })
    expect(answer.status).toBe(200)
    const preview = answer.body as RulePreview
    expect(preview).toMatchObject({ basedOn: 1, problems: [], limits: [] })
    expect(preview.difference.changed.map(({ part, field }) => [part, field])).toEqual([
      ['KBK-BGN', 'priority'],
      ['KBK-BGN', 'support'],
    ])
    expect(preview.proposals).toEqual([
      {
        id: '01',
        type: 'KBK-BGN',
        before: {
          priority: 1,
          agencies: [
            'DAMKAR lead',
            'PLN alert act',
            'POLRES alert inform',
            'DINKES alert act',
            'PMI offer act',
            'PDAM offer act',
            'BPBD offer act',
          ],
        },
        after: { priority: 2, agencies: ['DAMKAR lead', 'DINKES alert act'] },
      },
    ])
    expect(await read<RuleHistory>(`${cardsPath}/versions`)).toMatchObject({ versions: [{ version: 1 }] })
  })

  test('are changed in versions: who, when, why and what; an older one can come back', async () => {
    const { content } = await read<RunCardsVersion>(cardsPath)
    const change = { basedOn: 1, why: 'PLN selalu diminta', content: withCard(content, 'KBK-LHN', { priority: 1 }) }
    const key = 'change-run-cards-0001'
    const changed = await administrator.send('POST', cardsPath, { body: change, key })
    expect(changed.status).toBe(200)
    expect(changed.body).toMatchObject({
      version: 2,
      by: 'Administrator Gladi',
      why: 'PLN selalu diminta',
      basedOn: 1,
      difference: { changed: [{ part: 'KBK-LHN', field: 'priority', before: 2, after: 1 }] },
    })
    // sent again, it is the same version; what changes nothing makes none
    expect((await administrator.send('POST', cardsPath, { body: change, key })).body).toMatchObject({ version: 2 })
    const nothing = { basedOn: 2, why: 'sama', content: change.content }
    expect((await administrator.post(cardsPath, nothing)).body).toMatchObject({ version: 2, why: 'PLN selalu diminta' })

    const reverted = await administrator.post(`${cardsPath}/revert`, { basedOn: 2, to: 1, why: 'salah' })
    expect(reverted.body).toMatchObject({ version: 3, basedOn: 2, why: 'salah' })
    expect((reverted.body as RunCardsVersion).content).toEqual(content)
    expect((await read<RunCardsVersion>(`${cardsPath}/versions/2`)).content).toEqual(change.content)
    const { versions } = await read<RuleHistory>(`${cardsPath}/versions?limit=2`)
    expect(versions.map(({ version, parts }) => [version, parts.changed])).toEqual([
      [3, ['KBK-LHN']],
      [2, ['KBK-LHN']],
    ])
    expect((await read<RuleHistory>(`${cardsPath}/versions?before=2`)).versions.map(({ version }) => version)).toEqual([
      1,
    ])
    const operator = await api.as('operator')
    const { runCards } = (await operator.get('/api/centres/SMG/run-cards?version=2')).body as {
      runCards: { code: string; priority: number }[]
    }
    expect(runCards.find(({ code }) => code === 'KBK-LHN')?.priority).toBe(1)
  })

  test('of two administrators at one moment one is told that they changed meanwhile', async () => {
    const { content, version } = await read<RunCardsVersion>(cardsPath)
    const change = (name: string) =>
      administrator.post(cardsPath, {
        basedOn: version,
        why: 'nama',
        content: withCard(content, 'LAIN', { name: { id: name, en: name } }),
      })
    const answers = await Promise.all([change('Satu'), change('Dua')])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const lost = answers.find(({ status }) => status === 409)
    expect(lost && refusalOf(lost)).toMatchObject({
      code: 'ruleChangedMeanwhile',
      params: { by: 'Administrator Gladi', version: version + 1 },
    })
  })

  test('that are wrong are refused, each mistake with its place and a sentence in both languages', async () => {
    const { content, version } = await read<RunCardsVersion>(cardsPath)
    const edit = withCard(content, 'KBK-BGN', {
      priority: 7,
      lead: 'DAMKR',
      support: [{ agency: 'PLN', mode: 'alert', duty: 'act', when: 'rain' }],
    })
    const answer = await administrator.post(cardsPath, { basedOn: version, why: 'coba', content: edit })
    expect(answer.status).toBe(422)
    const { code, params, issues } = refusalOf(answer)
    expect([code, params]).toEqual(['rulesInvalid', { count: 3 }])
    expect(issues?.map(issue => [issue.code, issue.path])).toEqual([
      ['priorityInvalid', 'cards.KBK-BGN.priority'],
      ['agencyUnknown', 'cards.KBK-BGN.lead'],
      ['factUnknown', 'cards.KBK-BGN.support.0'],
    ])
    expect(issues?.[1]?.sentence).toEqual({
      id: 'OPD DAMKR tidak terdaftar di pusat ini.',
      en: 'Agency DAMKR is not registered in this centre.',
    })
    const preview = (await administrator.post(`${cardsPath}/preview`, { content: edit })).body as RulePreview
    expect([preview.problems.length, preview.proposals]).toEqual([3, []])
  })

  test('an agency that is gone is warned of, and does not stand in the way of another change', async () => {
    const clg = '/api/admin/centres/CLG/rules/run-cards'
    const { content } = await read<RunCardsVersion>(clg)
    const own = { ...content, substitutes: { ...content.substitutes, PLN: ['PGN'] } }
    await api.stores.directory.putCentre({
      code: 'SKA',
      name: 'Surakarta',
      timeZone: 'Asia/Jakarta',
      profile: 'semarang',
    })
    const answer = await administrator.post(clg.replace('CLG', 'SKA'), { basedOn: 1, why: 'pengganti', content: own })
    const { version, problems } = answer.body as RunCardsVersion
    expect([answer.status, version]).toEqual([200, 2])
    expect(new Set(problems.map(({ code, severity }) => `${code} ${severity}`))).toEqual(
      new Set(['agencyNotRegistered warning']),
    )
  })
})

describe('the SOP profile of a centre', () => {
  test('keeps what is published apart from what the centre chose', async () => {
    const { content } = await read<ProfileVersion>(profilePath)
    const edit = withClock(content, 'S3', { targetSeconds: 90, basis: 'seed' })
    const { limits, problems } = (await administrator.post(`${profilePath}/preview`, { content: edit }))
      .body as RulePreview
    expect(limits).toEqual([
      {
        clock: 'S3',
        before: { targetSeconds: 120, limitSeconds: 120 },
        after: { targetSeconds: 90, limitSeconds: 90 },
      },
    ])
    expect(problems).toMatchObject([{ code: 'publishedClockChanged', severity: 'warning', path: 'clocks.S3' }])

    expect(refusalOf(await administrator.post(profilePath, { basedOn: 1, why: ' ', content: edit })).code).toBe(
      'reasonMissing',
    )
    const stored = await administrator.post(profilePath, { basedOn: 1, why: 'Perwal baru', content: edit })
    const { version, content: now } = stored.body as ProfileVersion
    expect(version).toBe(2)
    expect(now.clocks.find(({ id }) => id === 'S3')).toMatchObject({
      targetSeconds: 90,
      basis: 'internal',
      published: { targetSeconds: 120 },
    })
  })

  test('a standard that never escalates is refused', async () => {
    const { content, version } = await read<ProfileVersion>(profilePath)
    const { response } = content.ladders
    const silent = { ...content, ladders: { ...content.ladders, response: { ...response, urgent: { rungs: [] } } } }
    const answer = await administrator.post(profilePath, { basedOn: version, why: 'tenang', content: silent })
    expect(refusalOf(answer).issues?.map(({ code }) => code)).toEqual(['neverEscalates', 'unansweredForgotten'])
  })

  test('goes back only within its own standard', async () => {
    await administrator.patch('/api/admin/centres/SMG', { profile: 'cilegon' })
    const { version, standard } = await read<ProfileVersion>(profilePath)
    expect([version, standard]).toEqual([3, 'cilegon'])
    const back = await administrator.post(`${profilePath}/revert`, { basedOn: 3, to: 2, why: 'kembali' })
    expect(refusalOf(back).code).toBe('otherStandard')
    const nowhere = await administrator.post(`${profilePath}/revert`, { basedOn: 3, to: 9, why: 'kembali' })
    expect(refusalOf(nowhere).code).toBe('notFound')
    await administrator.patch('/api/admin/centres/SMG', { profile: 'semarang' })
  })
})

describe('bad input', () => {
  test.each([
    ['an unknown key', { content: { cards: [], forEveryType: [], substitutes: {}, rules: [] } }],
    [
      'a key too many in a card',
      { content: { cards: [{ code: 'A', surprise: 1 }], forEveryType: [], substitutes: {} } },
    ],
    ['numbers as words', { content: { cards: [{ code: 'A', priority: '1' }], forEveryType: [], substitutes: {} } }],
    ['no content', {}],
    [
      'more cards than a centre can have',
      { content: { cards: Array(201).fill({}), forEveryType: [], substitutes: {} } },
    ],
    ['a prototype as an agency', { content: { cards: [], forEveryType: [], substitutes: { constructor: ['A'] } } }],
  ])('%s is refused', async (_, body) => {
    const answer = await administrator.post(`${cardsPath}/preview`, body)
    expect([answer.status, refusalOf(answer).code]).toEqual([422, 'invalidInput'])
  })

  test('endless numbers and huge payloads are refused', async () => {
    const { content } = await read<ProfileVersion>(profilePath)
    const endless = JSON.stringify({ basedOn: 3, why: 'x', content }).replace(
      '"targetSeconds":30',
      '"targetSeconds":1e999',
    )
    const answer = await administrator.send('POST', profilePath, { raw: endless, key: 'endless-numbers-01' })
    expect([answer.status, refusalOf(answer).code]).toEqual([422, 'invalidInput'])
    const huge = await administrator.post(profilePath, { content, basedOn: 1, why: 'x'.repeat(300 * 1024) })
    expect([huge.status, refusalOf(huge).code]).toEqual([413, 'tooLarge'])
  })

  test.each(['operator', 'dispatcher', 'supervisor'] as const)('no %s reads or changes rules', async role => {
    const client = await api.as(role)
    expect((await client.get(cardsPath)).status).toBe(403)
    expect((await client.post(`${cardsPath}/preview`, { content: {} })).status).toBe(403)
  })
})

test('every change of rules stands in the trail', async () => {
  const trail = await api.stores.audit.list('SMG', 50)
  expect(trail.filter(({ what }) => what === 'runCardsChanged').map(({ subject }) => subject)).toEqual([
    '4',
    '3',
    '2',
    '2',
  ])
  expect(trail.find(({ what }) => what === 'profileChanged')).toMatchObject({
    subject: '2',
    change: { before: { version: 1 }, after: { version: 2, why: 'Perwal baru' } },
  })
})
