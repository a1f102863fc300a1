import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agency, Centre, User } from '../../src/application/ports/administration.ts'
import { startTestStores, type TestStores, winners } from './support.ts'

let db: TestStores
beforeAll(async () => {
  db = await startTestStores()
})
afterAll(() => db.stop())

const hour = 3_600_000
// the database clears away by its own clock, so these are real times
const now = Date.now()

test('centres and agencies are kept, changed and listed by code', async () => {
  const { directory } = db.stores
  const centre = (code: string): Centre => ({
    code,
    name: `Kota ${code}`,
    timeZone: 'Asia/Jakarta',
    profile: 'semarang',
  })
  await directory.putCentre(centre('SMG'))
  await directory.putCentre(centre('CLG'))
  await directory.putCentre({ ...centre('SMG'), name: 'Kota Semarang' })
  expect(await directory.centres()).toEqual([centre('CLG'), { ...centre('SMG'), name: 'Kota Semarang' }])
  expect(await directory.centre('CLG')).toEqual(centre('CLG'))
  expect(await directory.centre('XXX')).toBeNull()

  const agency = (code: string, of = 'SMG'): Agency => ({
    centre: of,
    code,
    name: code,
    transports: code === 'DINKES',
    dutyPhones: [],
    commanderPhone: null,
    answerSeconds: null,
    active: true,
  })
  for (const each of [agency('DINKES'), agency('DAMKAR'), agency('DAMKAR', 'CLG')]) await directory.putAgency(each)
  await directory.putAgency({ ...agency('DAMKAR'), dutyPhones: ['+62 000 113'] })
  expect(await directory.agencies('SMG')).toEqual([
    { ...agency('DAMKAR'), dutyPhones: ['+62 000 113'] },
    agency('DINKES'),
  ])
  expect(await directory.agency('CLG', 'DAMKAR')).toEqual(agency('DAMKAR', 'CLG'))
  expect(await directory.agency('CLG', 'DINKES')).toBeNull()
})

test('users are found by id and name; two cannot have the same name', async () => {
  const { directory } = db.stores
  const user = (id: string, name: string): User => ({
    id,
    name,
    role: 'operator',
    centres: ['SMG'],
    active: true,
    onDuty: false,
    passwordHash: null,
  })
  await directory.putUser(user('u2', 'Operator B'))
  await directory.putUser(user('u1', 'Operator A'))
  await directory.putUser({ ...user('u1', 'Operator A'), onDuty: true, centres: [] })
  expect(await directory.user('u1')).toEqual({ ...user('u1', 'Operator A'), onDuty: true, centres: [] })
  expect((await directory.userByName('Operator B'))?.id).toBe('u2')
  expect(await directory.userByName('operator b')).toBeNull()
  expect((await directory.users()).map(({ id }) => id)).toEqual(['u1', 'u2'])
  await expect(directory.putUser(user('u3', 'Operator A'))).rejects.toMatchObject({ code: 11000 })
})

test('a sign-in link works once, a reusable one again and again, none after its time', async () => {
  const { sessions } = db.stores
  const link = { secretHash: 'h1', user: 'u1', expiresAt: now + hour, reusable: false }
  await sessions.addLink(link)
  expect(await sessions.useLink('h1', now + hour)).toBeNull()
  expect(await winners(8, () => sessions.useLink('h1', now))).toBe(1)
  const reusable = { secretHash: 'h2', user: 'u2', expiresAt: Number.MAX_SAFE_INTEGER, reusable: true }
  await sessions.addLink(reusable)
  expect(await sessions.useLink('h2', now)).toEqual(reusable)
  expect(await sessions.useLink('h2', now + 100 * hour)).toEqual(reusable)
  expect(await sessions.useLink('none', now)).toBeNull()
})

test('a session ends by itself, by its user, or with all of its user', async () => {
  const { sessions } = db.stores
  const session = (secretHash: string, user: string) => ({ secretHash, user, expiresAt: now + hour })
  for (const each of [session('s1', 'u1'), session('s2', 'u1'), session('s3', 'u2')]) await sessions.addSession(each)
  expect(await sessions.session('s1', now)).toEqual(session('s1', 'u1'))
  expect(await sessions.session('s1', now + hour)).toBeNull()
  await sessions.endSession('s1')
  expect(await sessions.session('s1', now)).toBeNull()
  await sessions.endSessionsOf('u1')
  expect(await sessions.session('s2', now)).toBeNull()
  expect(await sessions.session('s3', now)).not.toBeNull()
})
