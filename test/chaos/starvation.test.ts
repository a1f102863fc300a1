import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test, vi } from 'vitest'
import { fairEnd, Starvation } from '../../src/chaos/system/starvation.ts'

test.each([
  ['nobody was starved', [], 15],
  ['before it began', [{ from: -10, to: 0, share: 1 }], 15],
  ['half of the time', [{ from: 0, to: 100, share: 0.5 }], 30],
  ['for a while altogether', [{ from: 5, to: 25, share: 1 }], 35],
  ['after it had its time', [{ from: 15, to: 25, share: 1 }], 15],
  [
    'again and again',
    [
      { from: -5, to: 5, share: 1 },
      { from: 10, to: 14, share: 0.25 },
      { from: 18, to: 28, share: 0.8 },
    ],
    29,
  ],
])('fifteen ms with a processor: %s', (_, starved, end) => {
  expect(fairEnd(starved, 0, 15)).toBeCloseTo(end)
})

test('children that share one processor wait for it, and it is counted', async () => {
  const work = 'for (;;) Math.sqrt(2)'
  const children = [1, 2].map(() => spawn('taskset', ['-c', '0', process.execPath, '-e', work]))
  const starvation = new Starvation()
  try {
    const starved = () => starvation.list.some(({ share }) => share > 0.2)
    await vi.waitUntil(starved, { timeout: 20_000 })
    expect(starvation.list.every(({ from, to, share }) => from <= to && share >= 0 && share <= 1)).toBe(true)
  } finally {
    starvation.end()
    for (const child of children) {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    }
  }
})
