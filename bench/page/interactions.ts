import type { Page } from 'playwright-core'

/** The browser tells of interactions from this length on, ms; shorter ones count as this long. */
const shortestMs = 16

interface Told {
  id: number
  name: string
  duration: number
}

/** Keeps what the browser measures itself: from the key or click to the next paint (Event Timing). */
const watchInteractions = (page: Page): Promise<void> =>
  page.evaluate(shortest => {
    const told: Told[] = []
    Reflect.set(window, 'interactions', told)
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        const { name, duration, interactionId = 0 } = entry
        if (interactionId > 0) told.push({ id: interactionId, name, duration })
      }
    }).observe({ type: 'event', durationThreshold: shortest, buffered: false } as PerformanceObserverInit)
  }, shortestMs)

/**
 * Does each step and tells, in machine ms, how long its slowest interaction took to its next paint. Each step is one key or
 * one click; it is given a moment of quiet, as hands do.
 */
export const interactions = async (page: Page, steps: readonly (() => Promise<unknown>)[]): Promise<number[]> => {
  await watchInteractions(page)
  const durations: number[] = []
  for (const step of steps) {
    await page.evaluate(() => {
      const told = Reflect.get(window, 'interactions') as unknown[]
      told.length = 0
    })
    await step()
    durations.push(await slowest(page))
  }
  return durations
}

/** Read after two frames and a pause: the browser tells of an interaction only after its paint. */
const slowest = (page: Page): Promise<number> =>
  page.evaluate(
    shortest =>
      new Promise<number>(resolve => {
        const read = () => {
          const told = Reflect.get(window, 'interactions') as Told[]
          resolve(Math.max(shortest, ...told.map(({ duration }) => duration)))
        }
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(read, 150)))
      }),
    shortestMs,
  )
