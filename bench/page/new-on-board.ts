import type { Page } from 'playwright-core'
import type { Desk } from '../desk.ts'

/** How late, in machine ms, something may come before the run gives up on it. */
const patienceMs = 30_000

/** Writes down when each incident is first on the board, by the machine's clock. */
const watchBoard = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: Record<string, number> = {}
    const look = () => {
      for (const item of document.querySelectorAll('a.board-item[data-incident]')) {
        const id = item.getAttribute('data-incident') ?? ''
        seen[id] ??= performance.timeOrigin + performance.now()
      }
    }
    look()
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true })
    Reflect.set(window, 'seenOnBoard', seen)
  })

/** Machine ms from one operator's class "normal" until the incident is on another operator's board, for each of `times`. */
export const newOnBoard = async (desk: Desk, other: Page, centre: string, times: number): Promise<number[]> => {
  await watchBoard(other)
  const waits: number[] = []
  const calls = `/api/centres/${centre}/calls`
  for (let time = 0; time < times; time++) {
    const { id } = await desk.post<{ id: string }>(calls, { phone: '+62000000000' })
    const asked = Date.now()
    const { incident } = await desk.post<{ incident: string }>(`${calls}/${id}/classify`, { callClass: 'normal' })
    const shown = await other.waitForFunction(
      wanted => (Reflect.get(window, 'seenOnBoard') as Record<string, number>)[wanted],
      incident,
      { timeout: patienceMs, polling: 20 },
    )
    waits.push(((await shown.jsonValue()) ?? Number.NaN) - asked)
  }
  return waits
}
