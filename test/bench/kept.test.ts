import { expect, test } from 'vitest'
import { Kept } from '../../bench/kept.ts'

const story = () => {
  const ended: string[] = []
  const kept = new Kept()
  const start = (name: string, end = (): unknown => undefined) =>
    kept.start(
      () => name,
      async started => {
        ended.push(started)
        await end()
      },
    )
  return { ended, kept, start }
}

test('what was started is ended in the opposite order, once', async () => {
  const { ended, kept, start } = story()
  for (const name of ['folder', 'stores', 'app']) expect(start(name)).toBe(name)
  await Promise.all([kept.end(), kept.end()])
  expect(ended).toEqual(['app', 'stores', 'folder'])
})

test('what cannot be ended is told, and keeps nothing else alive', async () => {
  const { ended, kept, start } = story()
  start('folder')
  start('stores', () => Promise.reject(new Error('busy')))
  await expect(kept.end()).rejects.toThrow('busy')
  expect(ended).toEqual(['stores', 'folder'])
})

test('nothing is started any more once all is being ended', async () => {
  const { ended, kept, start } = story()
  const ending = kept.end()
  expect(() => start('app')).toThrow('interrupted')
  await ending
  expect(ended).toEqual([])
})
