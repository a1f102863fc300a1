import { expect, onTestFinished, test } from 'vitest'
import { givenFolder } from '../process/given-store.ts'
import { runRounds } from './run-rounds.ts'

test('ten kill -9 in the middle of writing: nothing acknowledged is lost, nothing is half done', async () => {
  const { folder, remove } = await givenFolder()
  onTestFinished(remove)
  const { kills, acknowledged, underWay } = await runRounds(folder, { rounds: 10, seed: 112 })
  expect(kills).toBe(10)
  expect(acknowledged).toBeGreaterThan(1000)
  expect(underWay).toBeGreaterThan(100)
}, 480_000)
