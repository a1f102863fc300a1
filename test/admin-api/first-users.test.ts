import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSignIn } from '../../src/admin-api/sign-in/create-sign-in.ts'
import { createFirstAdministrator, createTrainingUsers } from '../../src/admin-api/sign-in/first-users.ts'
import { connectModels, type Stores } from '../../src/models/stores.ts'
import { startTestMongo, type TestMongo } from '../support/mongo.ts'

let mongo: TestMongo
let stores: Stores
const machineClock = { now: () => Date.now() }
beforeAll(async () => {
  mongo = await startTestMongo()
  stores = await connectModels(mongo.uri)
})
afterAll(async () => {
  await stores.close()
  await mongo.stop()
})
const dependencies = () => ({ ...stores, machineClock })
const enter = (path: string, from = { thisMachine: true, training: false }) =>
  createSignIn(dependencies()).byLink(path.slice('/masuk?kunci='.length), from)

test('an empty installation gets an administrator and a link, anew until a password is set', async () => {
  const first = await createFirstAdministrator(dependencies())
  expect(first?.name).toBe('Administrator')
  const again = await createFirstAdministrator(dependencies())
  expect((await stores.directory.users()).map(({ id, role, centres }) => [id, role, centres])).toEqual([
    ['administrator', 'administrator', []],
  ])
  const { user, secret } = await enter(again?.path ?? '')
  await expect(enter(again?.path ?? '')).rejects.toMatchObject({ code: 'linkInvalid' })
  const signIn = createSignIn(dependencies())
  const who = await signIn.resolve(secret)
  if (!who) throw new Error('the session does not stand')
  expect(user.id).toBe('administrator')
  await signIn.setPassword(who, 'sandi yang panjang')
  expect(await createFirstAdministrator(dependencies())).toBeNull()
})

test('training has one user a role, whose links stay good and are no use in live mode', async () => {
  await stores.directory.putCentre({ code: 'SMG', name: 'Semarang', timeZone: 'Asia/Jakarta', profile: 'semarang' })
  const links = await createTrainingUsers(dependencies())
  expect(links.map(({ role }) => role)).toEqual(['operator', 'dispatcher', 'supervisor', 'administrator'])
  const path = links[0]?.path ?? ''
  const training = { thisMachine: true, training: true }
  for (const round of [1, 2]) expect([round, (await enter(path, training)).user.centres]).toEqual([round, ['SMG']])
  await expect(enter(path, { ...training, thisMachine: false })).rejects.toMatchObject({ code: 'localOnly' })
  await expect(enter(path, { ...training, training: false })).rejects.toMatchObject({ code: 'linkInvalid' })
})

test('a second start keeps what users changed, and adds new centres', async () => {
  const operator = await stores.directory.user('gladi-operator')
  if (!operator) throw new Error('no training operator')
  await stores.directory.putUser({ ...operator, onDuty: false })
  await stores.directory.putCentre({ code: 'CLG', name: 'Cilegon', timeZone: 'Asia/Jakarta', profile: 'cilegon' })
  await createTrainingUsers(dependencies())
  expect(await stores.directory.user('gladi-operator')).toMatchObject({ onDuty: false, centres: ['CLG', 'SMG'] })
  expect(await stores.directory.user('gladi-administrator')).toMatchObject({ centres: [] })
})
