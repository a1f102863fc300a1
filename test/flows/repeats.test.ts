import { expect, test } from 'vitest'
import type { CallView } from '../../src/admin-api/contract/index.ts'
import { useApp } from '../support/flow.ts'

const flow = useApp()
const typesOf = async (incident: { view(): Promise<{ timeline: { type: string }[] }> }) =>
  (await incident.view()).timeline.map(({ type }) => type)

test('the same key is the same command: nothing is opened, sent or closed twice', async () => {
  const { app } = flow
  const damkar = await flow.chat('SMG/DAMKAR')
  const open = () => app.operator.post<CallView>('/api/centres/SMG/calls', { phone: null }, 'same-key-opening')
  const [first, second] = [await open(), await open()]
  expect(second.id).toBe(first.id)

  const incident = await app.emergency()
  const agencies = [{ agency: 'DAMKAR', role: 'lead', duty: 'act' }]
  for (let time = 0; time < 3; time += 1) {
    await app.operator.post(incident.path('/dispatch'), { agencies }, 'same-key-dispatch')
  }
  await app.rest()
  await damkar.sees('BELUM DIJAWAB')
  expect((await typesOf(incident)).filter(type => type === 'AgencyAssigned')).toHaveLength(1)
  expect(await flow.unexpected()).toEqual([])
})

test('an update that Telegram delivers three times counts once', async () => {
  const { app } = flow
  const damkar = await flow.chat('SMG/DAMKAR')
  const incident = await app.emergency()
  await incident.sends('DAMKAR')
  await app.driver.duplicateUpdates(2)
  await damkar.sees('BELUM DIJAWAB').presses('Kami tangani')
  await damkar.sees('KAMI TANGANI')
  expect((await typesOf(incident)).filter(type => type === 'AssignmentAcknowledged')).toHaveLength(1)
  expect(await flow.unexpected()).toEqual([])
})

test('two crews press at once: one takes the job, the other hears who did', async () => {
  const { app } = flow
  const first = await flow.chat('SMG/DAMKAR', 'Regu 1 DAMKAR SMG')
  const second = await flow.chat('SMG/DAMKAR', 'Regu 2 DAMKAR SMG')
  const incident = await app.emergency()
  await incident.sends('DAMKAR')
  const [one, two] = await Promise.all([
    first.sees('BELUM DIJAWAB').presses('Kami tangani'),
    second.sees('BELUM DIJAWAB').presses('Kami tangani'),
  ])
  const answers = [one.text ?? '', two.text ?? ''].toSorted()
  expect(answers[0]).toMatch(/^Sudah dicatat: Kami tangani oleh Regu \d DAMKAR SMG/)
  expect(answers[1]).toBe('Tercatat: Kami tangani.')
  expect((await typesOf(incident)).filter(type => type === 'AssignmentAcknowledged')).toHaveLength(1)
  expect(await flow.unexpected()).toEqual([])
})
