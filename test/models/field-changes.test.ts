import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestStores, type TestStores } from './support.ts'

let db: TestStores
beforeAll(async () => {
  db = await startTestStores()
})
afterAll(() => db.stop())

const agency = {
  centre: 'SMG',
  code: 'PLN',
  name: 'PLN',
  transports: false,
  dutyPhones: [],
  commanderPhone: null,
  answerSeconds: null,
  active: true,
}
const user = {
  id: 'u-1',
  name: 'Sari',
  role: 'operator',
  centres: ['SMG', 'CLG'],
  active: true,
  onDuty: false,
  passwordHash: 'geheim',
} as const

test('two who change other fields of one record both keep theirs', async () => {
  const { directory } = db.stores
  expect([await directory.addAgency(agency), await directory.addAgency(agency)]).toEqual([true, false])
  const results = await Promise.all([
    directory.changeAgency('SMG', 'PLN', { was: { name: 'PLN' }, to: { name: 'PLN UP3' } }),
    directory.changeAgency('SMG', 'PLN', { was: { dutyPhones: [] }, to: { dutyPhones: ['+62 000 9'] } }),
  ])
  expect(results).toEqual(['done', 'done'])
  expect(await directory.agency('SMG', 'PLN')).toEqual({ ...agency, name: 'PLN UP3', dutyPhones: ['+62 000 9'] })
})

test('of two who change the same field one is told', async () => {
  const { directory } = db.stores
  const rename = (name: string) => directory.changeAgency('SMG', 'PLN', { was: { name: 'PLN UP3' }, to: { name } })
  const results = await Promise.all([rename('Satu'), rename('Dua')])
  expect(results.toSorted()).toEqual(['changedMeanwhile', 'done'])
  expect(await directory.changeAgency('SMG', 'NONE', { was: {}, to: { active: false } })).toBe('changedMeanwhile')
})

test('a list counts as one value, an absent field as none, a name belongs to one user', async () => {
  const { directory } = db.stores
  await directory.addUser({ ...user, centres: [...user.centres] })
  expect(await directory.addUser({ ...user, id: 'u-2', centres: [] })).toBe(false)
  await directory.addUser({ ...user, id: 'u-2', name: 'Rina', centres: [] })
  expect(await directory.changeUser('u-2', { was: { name: 'Rina' }, to: { name: 'Sari' } })).toBe('taken')
  const moved = { was: { centres: ['SMG', 'CLG'] }, to: { centres: ['CLG'] } }
  expect(await directory.changeUser('u-1', { ...moved, was: { centres: ['SMG'] } })).toBe('changedMeanwhile')
  expect(await directory.changeUser('u-1', moved)).toBe('done')
  expect(await directory.user('u-1')).toMatchObject({ centres: ['CLG'], passwordHash: 'geheim' })

  await directory.addCentre({ code: 'SMG', name: 'Semarang', timeZone: 'Asia/Jakarta', profile: 'semarang' })
  expect(await directory.changeCentre('SMG', { was: {}, to: { active: false } })).toBe('done')
  expect(await directory.changeCentre('SMG', { was: { active: false }, to: { active: true } })).toBe('done')
  expect((await directory.centre('SMG'))?.active).toBe(true)
})
