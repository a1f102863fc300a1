import { expect, test } from 'vitest'
import { runDrill } from '../../src/drill/run-drill.ts'
import { callIsEmergency, callIsNuisance, opensCall } from '../../src/drill/story/call-steps.ts'
import { presses } from '../../src/drill/story/crew-steps.ts'
import { dispatches, fillsIntake, submitsIntake } from '../../src/drill/story/incident-steps.ts'
import { limitPasses } from '../../src/drill/story/limit-steps.ts'
import type { Step, Story } from '../../src/drill/story/story.ts'
import { useApp } from '../support/flow.ts'

const flow = useApp()

const quiet = (id: string): Story => ({
  id,
  title: 'iseng',
  startsAt: 0,
  steps: [opensCall(0), callIsNuisance(10, 'prank')],
})
const alerted = (id: string, ...steps: Step[]): Story => ({
  id,
  title: 'darurat',
  startsAt: 0,
  steps: [opensCall(0), callIsEmergency(5), fillsIntake(15), submitsIntake(20), dispatches(25), ...steps],
})

const drill = async (...stories: Story[]) => {
  const { app } = flow
  const lines: string[] = []
  const address = {
    url: app.url,
    standInUrl: app.driver.baseUrl,
    errors: () => [],
    showTime: () => undefined,
    restart: () => Promise.reject(new Error('this app runs in the test itself')),
  }
  const good = await runDrill(address, stories, line => lines.push(line))
  return { good, last: lines.at(-1), told: lines.join('\n') }
}

test('a story that comes true closes with its line', async () => {
  const { good, last } = await drill(quiet('10'))
  expect(good).toBe(true)
  expect(last).toBe('drill: 1 scenarios, 1 as expected, 0 alerts lost')
})

test('what the story did not expect is told, and the drill fails', async () => {
  const limit = { clock: 'S4a DAMKAR', agency: 'DAMKAR', waiting: 'belum diterima' }
  const { good, last, told } = await drill(alerted('01', limitPasses(205, limit, '100 %', ['DAMKAR'])), quiet('12'))
  expect(good).toBe(false)
  expect(last).toBe('drill: 2 scenarios, 1 as expected, 0 alerts lost')
  expect(told).toContain('unexpected in SMG/SUPERVISOR/pribadi')
  expect(told).toContain('the clock S5 still runs')
})

test('an alert that never came is counted as lost', async () => {
  await flow.app.driver.setBot('SMG/POLRES', 'kicked')
  await flow.app.rest()
  const { good, last, told } = await drill(alerted('14', presses(40, 'DINKES', 'Kami tangani')))
  expect(good).toBe(false)
  expect(last).toBe('drill: 1 scenarios, 0 as expected, 1 alerts lost')
  expect(told).toMatch(/!! alert lost: SMG-\d+-\d+ POLRES/)
})
