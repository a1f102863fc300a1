import { describe, expect, it } from 'vitest'
import { readClock } from '../../src/web/clocks/read-clock.ts'

const running = { startedAt: 1_000_000, limitSeconds: 120, state: 'running', kind: 'response' } as const
const seen = (seconds: number) => readClock(running, running.startedAt + seconds * 1000)

describe('the colour of a clock', () => {
  it.each([
    [0, 'calm'],
    [89.9, 'calm'],
    [90, 'amber'],
    [119.9, 'amber'],
    [120, 'red'],
    [600, 'red'],
  ])('after %s of 120 seconds is %s', (seconds, tone) => {
    expect(seen(seconds).tone).toBe(tone)
  })

  it('counts down to the limit and on beyond it', () => {
    expect(seen(30)).toMatchObject({ remainingSeconds: 90, over: false })
    expect(seen(150)).toMatchObject({ remainingSeconds: -30, over: true })
  })

  it('stands still once it has stopped, and still tells that it was late', () => {
    const stopped = { ...running, state: 'stopped', stoppedAt: running.startedAt + 130_000 } as const
    expect(readClock(stopped, running.startedAt + 900_000)).toMatchObject({
      tone: 'done',
      elapsedSeconds: 130,
      over: true,
    })
  })

  it('hurries nobody with a mere figure', () => {
    expect(readClock({ ...running, kind: 'figure' }, running.startedAt + 500_000).tone).toBe('calm')
  })

  it('shows nothing negative when the page is a moment behind', () => {
    expect(readClock(running, running.startedAt - 300).elapsedSeconds).toBe(0)
  })
})
