import { expect, onTestFinished, test } from 'vitest'
import { startSweeper } from '../../src/app/sweeper.ts'
import type { Sweep } from '../../src/application/sweep.ts'

const waiting: Sweep['waiting'] = async () => ({ inbox: 0, effects: 0, deliveries: 0, cards: 0, due: 0 })

const start = (sweep: Pick<Sweep, 'forgotten' | 'breaches'>) => {
  const failures: unknown[] = []
  const keep = (fields: object) => void failures.push(fields)
  const none = () => undefined
  const log = { debug: none, info: none, warn: none, error: keep }
  const sweeper = startSweeper({ ...sweep, waiting }, () => true, log)
  onTestFinished(() => sweeper.stop())
  return { sweeper, failures }
}

test('sweeps that take long do not line up: whoever asks meanwhile gets the one that follows', async () => {
  let begun = 0
  const ends: (() => void)[] = []
  const { sweeper } = start({
    forgotten: () => {
      begun += 1
      return new Promise<void>(end => ends.push(end))
    },
    breaches: async () => undefined,
  })
  const asked = Array.from({ length: 20 }, () => sweeper.now())
  expect(begun).toBe(1)
  ends[0]?.()
  await expect.poll(() => begun).toBe(2)
  const stopped = sweeper.stop()
  ends[1]?.()
  await Promise.all([...asked, stopped])
  expect(begun).toBe(2)
})

test('limits pass although the rest of the sweep fails', async () => {
  let breaches = 0
  const { sweeper, failures } = start({
    forgotten: async () => Promise.reject(new Error('one query is refused')),
    breaches: async () => {
      breaches += 1
    },
  })
  await sweeper.now()
  await sweeper.now()
  expect(breaches).toBeGreaterThan(0)
  expect(failures.length).toBeGreaterThan(0)
})
