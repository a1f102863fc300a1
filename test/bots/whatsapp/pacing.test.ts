import { expect, test } from 'vitest'
import { createServiceClock } from '../../../src/application/service-clock.ts'
import { inTurn } from '../../../src/bots/whatsapp/in-turn.ts'
import { createWhatsAppPacing, gaps } from '../../../src/bots/whatsapp/pacing.ts'
import { Platform } from '../../application/support/platform.ts'

/** A machine clock moved by hand, and a pacing whose dice show what they are told. */
const paced = (share = 0.5) => {
  const machine = { t: 1_000_000, now: (): number => machine.t }
  const service = createServiceClock(machine)
  return { machine, service, pacing: createWhatsAppPacing({ service, machine }, () => share) }
}

test('when nothing was sent lately an alert goes at once', async () => {
  const { pacing } = paced()
  expect(await pacing.slot('DAMKAR', 'group', { urgent: true })).toBe(0)
})

test.each([0, 0.5, 1])('between two messages lie 1.5 to 4 s, before an alert 0.5 to 1.5 s (dice: %d)', async share => {
  for (const urgent of [false, true]) {
    const { machine, pacing } = paced(share)
    await pacing.slot('PLN', 'group')
    const { least, most } = gaps[urgent ? 'urgent' : 'usual']
    const wait = await pacing.slot('DAMKAR', 'group', { urgent })
    expect(wait).toBe(least + share * (most - least))
    machine.t += wait
    expect(await pacing.slot('DAMKAR', 'group', { urgent })).toBe(0)
  }
})

test('an alert goes before what has waited longer', async () => {
  const { machine, pacing } = paced()
  await pacing.slot('PLN', 'group')
  const prompt = await pacing.slot('PMI', 'group')
  const alert = await pacing.slot('DAMKAR', 'group', { urgent: true })
  expect(alert).toBeLessThan(prompt)
  machine.t += prompt
  expect(await pacing.slot('PMI', 'group')).toBeGreaterThan(0)
  expect(await pacing.slot('DAMKAR', 'group', { urgent: true })).toBe(0)
})

test('twenty chats that wait come back one after the other, each gets its turn, none closer than it may', async () => {
  const { machine, pacing } = paced()
  const sends: number[] = []
  const next = new Map(Array.from({ length: 20 }, (_, index) => [`chat-${index}`, machine.t]))
  let asked = 0
  while (next.size > 0) {
    const [chat, at] = [...next].reduce((soonest, entry) => (entry[1] < soonest[1] ? entry : soonest))
    machine.t = Math.max(machine.t, at)
    asked += 1
    const wait = await pacing.slot(chat, 'group')
    if (wait > 0) next.set(chat, machine.t + wait)
    else {
      sends.push(machine.t)
      next.delete(chat)
    }
  }
  for (const [index, at] of sends.entries()) {
    if (index > 0) expect(at - (sends[index - 1] ?? 0)).toBeGreaterThanOrEqual(gaps.usual.least)
  }
  expect(asked).toBeLessThan(3 * 20)
})

test('a clock that runs faster paces faster', async () => {
  const { service, machine, pacing } = paced()
  service.adopt({ machine: machine.t, service: machine.t, rate: 60 })
  await pacing.slot('PLN', 'group')
  const wait = await pacing.slot('DAMKAR', 'group')
  expect(wait).toBe(Math.ceil((gaps.usual.least + gaps.usual.most) / 2 / 60))
})

test('it is quiet when nobody waits and the last message is a while ago', async () => {
  const { machine, pacing } = paced()
  expect(await pacing.quiet()).toBe(true)
  await pacing.slot('PLN', 'group')
  expect(await pacing.quiet()).toBe(false)
  machine.t += gaps.usual.most
  expect(await pacing.quiet()).toBe(true)
})

test('what is said past the lanes waits for the pace too, and lets an alert go first', async () => {
  const machine = { now: () => Date.now() }
  const begun = machine.now()
  // faster than life, yet a busy machine does not make the alert give up its place
  const service = createServiceClock(machine, { machine: begun, service: begun, rate: 5 })
  const pacing = createWhatsAppPacing({ service, machine }, () => 0.5)
  const platform = new Platform()
  const direct = inTurn(platform.channel, pacing)
  await pacing.slot('PLN', 'group')
  expect(await pacing.slot('DAMKAR', 'group', { urgent: true })).toBeGreaterThan(0)
  const said = direct.send({ chat: 'budi' }, { content: { text: 'Rincian', spans: [] }, buttons: [] })
  expect(await pacing.slot('DAMKAR', 'group', { urgent: true })).toBeGreaterThan(0)
  await expect.poll(() => pacing.slot('DAMKAR', 'group', { urgent: true }), { interval: 1 }).toBe(0)
  expect(platform.texts('budi')).toEqual([])
  await said
  expect(platform.texts('budi')).toEqual(['Rincian'])
  expect(await pacing.slot('PMI', 'group')).toBeGreaterThan(0)
})
