import type { CommandStartedEvent, CommandSucceededEvent } from 'mongodb'
import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cachedChats } from '../../src/models/cached-chats.ts'
import { cachedDirectory } from '../../src/models/cached-directory.ts'
import { connectModels } from '../../src/models/stores.ts'
import { startTestMongo } from '../support/mongo.ts'
import { City, ok, planOf, wholeIntake } from './support/city.ts'

/**
 * What one call costs the store where it is dear: many chats, many open calls, all of them from one number. A law on
 * counts, not on time; it is these that the speed of the benchmark comes from.
 */
const most = {
  'a call opens': { commands: 12, documents: 70 },
  'it is classified': { commands: 20, documents: 75 },
  'the intake is answered': { commands: 8, documents: 10 },
  'the intake is submitted': { commands: 7, documents: 10 },
  'one agency is dispatched': { commands: 16, documents: 12 },
  'its alert is sent': { commands: 16, documents: 15 },
  'its crew presses': { commands: 11, documents: 8 },
  'its card is edited': { commands: 11, documents: 10 },
  'the incident is read': { commands: 6, documents: 10 },
  'the call is read': { commands: 7, documents: 70 },
  'similar incidents are looked for': { commands: 8, documents: 100 },
  'open calls are listed': { commands: 2, documents: 65 },
  'open incidents are listed': { commands: 3, documents: 160 },
  'nothing is forgotten': { commands: 12, documents: 1 },
} as const
type Work = keyof typeof most

const earlierCalls = 30
const chats = 100
const phone = '+62 000 777'

let city: City
let stop: () => Promise<void>
const spent = { commands: 0, documents: 0 }

beforeAll(async () => {
  const mongo = await startTestMongo()
  const models = await connectModels(mongo.uri, { monitorCommands: true })
  for (const connection of mongoose.connections) if (connection.readyState === 1) watch(connection.getClient())
  const machine = { now: () => 0 }
  const directory = cachedDirectory(models.directory, machine)
  city = new City({ ...models, directory, chats: cachedChats(models.chats, machine) }, 'SMG')
  stop = async () => {
    await models.close()
    await mongo.stop()
  }
  await city.opens()
  await city.hires('pengawas', true)
  await city.pairsAgencies('DAMKAR', ...Array.from({ length: chats }, (_, index) => `OPD-${index}`))
  for (let call = 0; call < earlierCalls; call++) await city.asked()
})
afterAll(() => stop())

const watch = (client: mongoose.mongo.MongoClient): void => {
  client.on('commandStarted', (_: CommandStartedEvent) => {
    spent.commands += 1
  })
  client.on('commandSucceeded', ({ reply }: CommandSucceededEvent) => {
    const { cursor, value } = reply as { cursor?: { firstBatch?: unknown[]; nextBatch?: unknown[] }; value?: unknown }
    spent.documents += (cursor?.firstBatch ?? cursor?.nextBatch ?? (value ? [value] : [])).length
  })
}

test('a call costs the store no more commands and documents than stated', async () => {
  const costs = new Map<Work, typeof spent>()
  const measured = async <T>(work: Work, run: () => Promise<T>): Promise<T> => {
    const before = { ...spent }
    const result = await run()
    costs.set(work, {
      commands: spent.commands - before.commands,
      documents: spent.documents - before.documents,
    })
    return result
  }
  const { calls, incidents, queries, work } = city.app

  const call = await measured('a call opens', () => city.rings(phone))
  const { incident } = ok(await measured('it is classified', () => calls.classify(city.sender(), call.id, 'normal')))
  const id = incident ?? ''
  ok(await measured('the intake is answered', () => incidents.answerIntake(city.sender(), id, wholeIntake)))
  ok(await measured('the intake is submitted', () => incidents.submitIntake(city.sender(), id)))
  const plan = planOf(['DAMKAR lead'])
  ok(await measured('one agency is dispatched', () => incidents.dispatch(city.sender(), id, plan)))
  await measured('its alert is sent', () => work.drainChat('SMG:DAMKAR'))
  const { token } = (await city.stores.cards.forIncident(id))[0] ?? { token: '' }
  const { messageId } = city.platform.sees('DAMKAR', 'KEBAKARAN')
  const press = { token, verb: 'acknowledge', messageId } as const
  const pressed = await measured('its crew presses', () =>
    city.app.chats.press(city.sender().commandId, city.person('DAMKAR', 'Budi'), press),
  )
  expect(pressed.kind).toBe('done')
  await measured('its card is edited', () => work.drainChat('SMG:DAMKAR'))
  await measured('the incident is read', () => queries.incident(id))
  await measured('the call is read', () => queries.call(call.id))
  await measured('similar incidents are looked for', () => queries.similarToCall(call.id))
  const open = await measured('open calls are listed', () => queries.calls('SMG', { openOnly: true, limit: 200 }))
  expect(open).toHaveLength(earlierCalls + 1)
  expect(await measured('open incidents are listed', () => queries.incidents('SMG'))).toHaveLength(earlierCalls + 1)
  await city.settles()
  await measured('nothing is forgotten', () => work.sweep.forgotten())

  const within = (name: Work) => {
    const { commands, documents } = costs.get(name) ?? { commands: Number.NaN, documents: Number.NaN }
    return commands <= most[name].commands && documents <= most[name].documents
  }
  const names = Object.keys(most) as Work[]
  expect(names.filter(name => !within(name)).map(name => [name, costs.get(name)])).toEqual([])
  expect(city.errors()).toEqual([])
})
