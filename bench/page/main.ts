import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { firstLoad } from '../../test/web/support/first-load.ts'
import { OperatorPage } from '../../test/web/support/operator-page.ts'
import { chromiumLaunch } from '../../test/web/support/room.ts'
import { type Desk, dispatch, signIn, takeCall } from '../desk.ts'
import { describe, percentile } from '../figures.ts'
import { createJudge } from '../judge.ts'
import { linkOf, startSystem } from '../system.ts'
import { interactions } from './interactions.ts'
import { newOnBoard } from './new-on-board.ts'

/**
 * The operator page in real Chromium against the app in a process of its own: what is loaded first, how soon a colleague
 * sees a new incident, and how quickly the page answers keys and clicks with a full board.
 */
const centre = 'SMG'
const limits = { firstLoadKilobytes: 350, newIncidentMs: 300, interactionMs: 100 } as const
/** A hand that opens the map looks at it before it goes on, ms. */
const mapRestMs = 300
/** Incidents that are made at once while the board is filled. */
const atOnce = 8

const { values: wanted } = parseArgs({
  options: { new: { type: 'string', default: '60' }, open: { type: 'string', default: '500' } },
})
const newIncidents = Number(wanted.new)
const openIncidents = Number(wanted.open)

/** All over the city, no two at one place. */
const placeOf = (index: number) => ({ lat: -7.08 + (index % 25) * 0.005, lng: 110.33 + Math.floor(index / 25) * 0.008 })

/** A board as after a night of storms: half of it sent, the others still with the desk. */
const fillBoard = async (desk: Desk, count: number): Promise<string[]> => {
  const made: string[] = []
  while (made.length < count) {
    const some = Array.from({ length: Math.min(atOnce, count - made.length) }, (_, at) =>
      takeCall(desk, centre, placeOf(made.length + at)),
    )
    made.push(...(await Promise.all(some)))
  }
  for (const [index, incident] of made.entries()) {
    if (index % 2 === 0) await dispatch(desk, centre, incident, 'DAMKAR')
  }
  return made
}

const times = <T>(count: number, step: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => step(at))

/** Keys through the board, words into its search, letters into an intake, incidents opened by click. */
const fullBoardSteps = (desk: OperatorPage) => {
  const { page } = desk
  const item = (index: number) => page.locator('a.board-item[data-incident]').nth(index)
  const key = (name: string) => () => page.keyboard.press(name)
  return {
    'tombol ↑↓ di papan': times(20, at => key(at % 5 === 4 ? 'ArrowUp' : 'ArrowDown')),
    'klik membuka kejadian': times(15, at => () => item(at).click()),
    'huruf di isian kejadian': [
      () => desk.field('Keadaan di lokasi').click(),
      ...times(20, at => key('api besar '[at % 10] ?? 'a')),
    ],
    'huruf di pencarian papan': [
      () => page.getByLabel('Cari di papan').click(),
      ...times(15, at => key(['c', 'o', 'n', 't', 'o', 'h', 'Backspace'][at % 7] ?? 'c')),
    ],
  }
}

/** The map with a mark for every incident: opened and left, moved, zoomed, one of its marks clicked. */
const mapSteps = (desk: OperatorPage) => {
  const { page } = desk
  const key = (name: string) => () => page.keyboard.press(name)
  return {
    'membuka dan menutup peta': [
      // out of the search field
      () => page.locator('h1').first().click(),
      ...times(11, () => async () => {
        await page.keyboard.press('m')
        await page.waitForTimeout(mapRestMs)
      }),
      () => page.locator('.map-stage .leaflet-container').focus(),
    ],
    'menggeser peta': times(16, at => key(['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'][at % 4] ?? 'ArrowUp')),
    'memperbesar peta': times(16, at => key(at % 4 < 2 ? '+' : '-')),
  }
}

const main = async (): Promise<void> => {
  const judge = createJudge('bench:page')
  const system = await startSystem({ roles: ['web,worker,telegram'], limits: 'off' })
  const browser = await chromium.launch(chromiumLaunch)
  try {
    const desk = await signIn(linkOf(system.links, 'operator'))
    const colleague = linkOf(system.links, 'supervisor')

    const { bytes } = await firstLoad(await browser.newContext(), colleague)
    judge.measure('muatan pertama, skrip terkompresi', bytes / 1000, limits.firstLoadKilobytes, 'kB')

    const other = await OperatorPage.open(browser, colleague, centre)
    // tsx names functions by a helper of its own, also those that are sent to the browser
    await other.page.evaluate('globalThis.__name = named => named')
    const waits = await newOnBoard(desk, other.page, centre, newIncidents)
    console.log(describe('kejadian baru -> papan petugas lain', waits))
    judge.measure('kejadian baru -> papan petugas lain, p95', percentile(waits, 0.95), limits.newIncidentMs, 'ms')

    await fillBoard(desk, openIncidents - newIncidents)
    await other.page
      .locator('a.board-item[data-incident]')
      .nth(openIncidents - 1)
      .waitFor({ timeout: 60_000 })
    console.log(`${openIncidents} kejadian terbuka di papan`)
    const all = { ...fullBoardSteps(other), ...mapSteps(other) }
    for (const [name, steps] of Object.entries(all)) {
      const durations = await interactions(other.page, steps)
      console.log(describe(`${name} -> gambar berikutnya`, durations))
      judge.measure(`${name}, p95`, percentile(durations, 0.95), limits.interactionMs, 'ms')
    }
  } finally {
    await browser.close()
    await system.stop()
  }
  judge.end()
}

await main()
