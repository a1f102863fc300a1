import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstLoad } from './support/first-load.ts'
import { openRoom, type Room } from './support/room.ts'

/** What a control room's slow line is spared; time is measured apart (`npm run bench:page`), bytes are the same everywhere. */
const mostBytes = 350_000

let room: Room
beforeAll(async () => {
  room = await openRoom()
}, 180_000)
afterAll(() => room?.close())

test('the first load stays small: the scripts of the call desk, compressed as they come over the line', async () => {
  const context = await room.browser.newContext()
  const { bytes, scripts } = await firstLoad(context, room.linkOf('operator'))
  expect(Object.keys(scripts).length).toBeGreaterThan(0)
  expect(bytes, JSON.stringify(scripts)).toBeGreaterThan(50_000)
  expect(bytes, JSON.stringify(scripts)).toBeLessThan(mostBytes)
  await context.close()
}, 180_000)
