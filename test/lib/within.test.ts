import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TooSlow, within, withinOr } from '../../src/lib/within.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const never = new Promise<string>(() => undefined)

test('work in time gives what it gives, and leaves no timer behind', async () => {
  expect(await within(10, Promise.resolve('done'))).toBe('done')
  expect(await withinOr(10, Promise.resolve('done'), 'late')).toBe('done')
  expect(vi.getTimerCount()).toBe(0)
})

test('work that takes too long is given up: with a failure, or with what stands in for it', async () => {
  const failed = expect(within(10, never)).rejects.toThrow(TooSlow)
  const replaced = expect(withinOr(10, never, 'late')).resolves.toBe('late')
  await vi.advanceTimersByTimeAsync(10)
  await Promise.all([failed, replaced])
})

test('what the work throws in time is thrown; what it throws later disturbs nobody', async () => {
  await expect(within(10, Promise.reject(new Error('its own')))).rejects.toThrow('its own')
  expect(vi.getTimerCount()).toBe(0)
  const slow = new Promise<string>((_, reject) => setTimeout(() => reject(new Error('too late')), 20))
  const replaced = expect(withinOr(10, slow, 'late')).resolves.toBe('late')
  await vi.advanceTimersByTimeAsync(30)
  await replaced
})
