import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { useApp } from '../support/flow.ts'

const flow = useApp()

/** Empties everything that the app's Redis holds. */
const wipe = async ({ dataDir }: TestApp): Promise<void> => {
  const ports: { redis: number } = JSON.parse(readFileSync(join(dataDir, 'run', 'ports.json'), 'utf8'))
  const redis = new Redis(ports.redis, '127.0.0.1')
  await redis.flushall()
  redis.disconnect()
}

test('wiping Redis at every turn loses nothing but time', async () => {
  const { app } = flow
  const damkar = await flow.chat('SMG/DAMKAR')
  const pln = await flow.chat('SMG/PLN')
  const supervisor = await flow.chat('SMG/SUPERVISOR/pribadi')
  const incident = await app.emergency()
  const agencies = ['DAMKAR', 'PLN'].map((agency, index) => ({ agency, role: index ? 'support' : 'lead', duty: 'act' }))
  await incident.does('/submit')
  const sent = incident.does('/dispatch', { agencies })
  await wipe(app)
  await sent
  await wipe(app)
  await app.rest()
  const press = damkar.sees('BELUM DIJAWAB', { with: 'Kami tangani' }).presses('Kami tangani')
  await wipe(app)
  expect((await press).text).toBe('Tercatat: Kami tangani.')
  await wipe(app)
  await damkar.sees('KAMI TANGANI')
  await pln.sees('• DAMKAR (OPD utama): menangani')

  await wipe(app)
  await app.forward('181s')
  await pln.sees('⏰ PENGINGAT PLN: belum diterima')
  await supervisor.sees('⏰ PLN: belum diterima')
  expect(await flow.unexpected()).toEqual([])
})
