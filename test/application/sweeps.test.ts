import { describe, expect, test } from 'vitest'
import { sendLeaseMs } from '../../src/application/ports/deliveries.ts'
import { changedSetting, createServiceClock } from '../../src/application/service-clock.ts'
import { pacingOff } from '../../src/queue/pacing.ts'
import { start } from '../dispatch/support/time.ts'
import { call, saving } from '../models/builders.ts'
import { type City, eachCity, ok, planOf } from './support/city.ts'

let city: City
eachCity(async found => {
  city = found
  await city.pairsAgencies('DAMKAR')
  await city.pairs('supervisors', { kind: 'supervisorsChat' })
})

/** A call whose profile nobody knows any more: everything that looks at it throws. */
const poison = (id: string) =>
  city.stores.calls.save(
    saving(id, {
      state: call(id, { profile: { id: 'nobody-knows', version: 1 }, openedAt: start }),
      index: { centre: 'SMG', status: 'open', nextDueAt: 1, openedAt: start },
      effects: [{ kind: 'openIncident', incident: `i-${id}`, id: '1.0' }],
    }),
  )
const desk = () => city.platform.count('supervisors', 'Panggilan belum digolongkan')

describe('a sweep', () => {
  test('goes on past what always throws, and says so', async () => {
    await poison('bad-call')
    await city.rings()
    await city.forward('30s')
    expect(desk()).toBe(1)
    expect(city.errors()).toContain('the sweep could not work one; the next one tries again')
    const { number } = await city.fire()
    city.platform.sees('DAMKAR', number)
  })

  test('comes to the end of a list that is longer than what it takes at a time', async () => {
    const { profile } = call('x')
    const overdue = Array.from({ length: 230 }, (_, n) => `overdue-${n}`)
    const saved = overdue.map((id, n) =>
      city.stores.calls.save(
        saving(id, {
          state: call(id, { profile, openedAt: start }),
          index: { centre: 'SMG', status: 'open', nextDueAt: start + n, openedAt: start },
        }),
      ),
    )
    await Promise.all(saved)
    city.machine.t += 60_000
    expect((await city.app.work.sweep.waiting()).due).toBe(200)
    await city.app.work.sweep.breaches()
    expect((await city.app.work.sweep.waiting()).due).toBe(30)
    await city.app.work.sweep.breaches()
    expect((await city.app.work.sweep.waiting()).due).toBe(0)
    await city.settles()
    expect(desk()).toBe(1)
  })

  test('leaves those alone that stand in the line of the pace, and comes for them when their place is past', async () => {
    const { id } = await city.located()
    let inLine = true
    let asked = 0
    const slot = async () => {
      asked += 1
      return inLine ? 5_000 : 0
    }
    city.restarts({ pacing: { ...pacingOff, slot, waiting: async chats => new Set(inLine ? chats : []) } })
    ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead'])))
    await city.settles()
    expect(asked).toBe(1)
    await city.forward('3s')
    expect(asked).toBe(1)
    inLine = false
    await city.forward('1s')
    city.platform.sees('DAMKAR', 'BELUM DIJAWAB')
    expect(city.platform.in('DAMKAR')).toHaveLength(1)
  })

  test('leaves those alone, too, that stand in the line of their channel’s own pace', async () => {
    const { id } = await city.located()
    let asked = 0
    const slot = async () => {
      asked += 1
      return 5_000
    }
    const own = { ...pacingOff, slot, waiting: async (chats: readonly string[]) => new Set(chats) }
    city.restarts({ channels: new Map([['telegram', { ...city.platform.channel, pacing: own }]]) })
    ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead'])))
    await city.settles()
    await city.forward('3s')
    expect(asked).toBe(1)
  })

  test('sends what had its place but found no room: nothing was tried, nothing is marked', async () => {
    const { id } = await city.located()
    let room = false
    const slot = async (_chat: string, _kind: string, { reserve = false } = {}) => (reserve || room ? 0 : 5_000)
    city.restarts({ pacing: { ...pacingOff, slot } })
    ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead'])))
    await city.settles()
    const [alert] = await city.stores.deliveries.forIncident(id)
    expect(alert).toMatchObject({ status: 'queued', attempt: 0, doubtful: false })
    room = true
    await city.forward('1s')
    expect(city.platform.sees('DAMKAR', 'BELUM DIJAWAB').message.content.text).not.toContain('ULANG')
    expect(city.platform.in('DAMKAR')).toHaveLength(1)
  })

  test('finds everything by itself when every wake-up was lost', async () => {
    const { id } = await city.located()
    ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead'])))
    city.restarts()
    await city.settles()
    const card = city.platform.sees('DAMKAR', 'BELUM DIJAWAB')
    const press = { ...tokenOn(card), verb: 'depart', messageId: card.messageId } as const
    expect(await city.app.chats.press('p', city.person('DAMKAR', 'Budi'), press)).toMatchObject({ kind: 'done' })
    city.restarts()
    await city.settles()
    expect(card.message.content.text).toContain('MELUNCUR')
  })
})

const tokenOn = (shown: { message: { buttons: object[][] } }) => {
  const [first] = shown.message.buttons.flat()
  const data = first && 'data' in first ? String(first.data) : ''
  return { token: data.slice(0, data.lastIndexOf(':')) }
}

describe('effects', () => {
  test('of which one fails are performed all the same; that one is tried again', async () => {
    const { directory } = city.stores
    const users = async () => Promise.reject(new Error('the users are away'))
    city.restarts({ stores: { ...city.stores, directory: { ...directory, users } } })
    await city.hires('siti', true)
    const { id, number } = await city.located()
    // the alarm about POLRES, whom nobody reaches, comes before the update for DAMKAR
    ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead', 'POLRES inform'])))
    ok(await city.app.incidents.answerIntake(city.sender(), id, { victims: { known: { injured: 2 } } }))
    await city.settles()
    expect(city.platform.count('DAMKAR', number)).toBe(2)
    expect(city.platform.count('supervisors', '📵')).toBe(0)
    expect((await city.app.work.sweep.waiting()).effects).toBe(1)
    city.restarts()
    await city.settles()
    expect(city.platform.count('supervisors', '📵 POLRES')).toBe(1)
    expect(city.platform.count('DAMKAR', number)).toBe(2)
    expect((await city.app.work.sweep.waiting()).effects).toBe(0)
  })

  test('that cannot even be read do not undo the command that made them', async () => {
    const { incidents } = city.stores
    const effects = async () => Promise.reject(new Error('the database is away'))
    const { id, number } = await city.located()
    city.restarts({ stores: { ...city.stores, incidents: { ...incidents, effects } } })
    ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead'])))
    expect((await city.assignment(id, 'DAMKAR')).delivery).toBe('waiting')
    city.restarts()
    await city.settles()
    city.platform.sees('DAMKAR', number)
  })

  test('whose note finds the incident too busy are not forgotten', async () => {
    const { incidents } = city.stores
    let busy = true
    const save: typeof incidents.save = async record =>
      busy && record.commandId.startsWith('sent:') ? false : incidents.save(record)
    city.restarts({ stores: { ...city.stores, incidents: { ...incidents, save } } })
    const { id } = await city.fire()
    expect((await city.assignment(id, 'DAMKAR')).status).toBe('alerting')
    busy = false
    await city.forward(`${sendLeaseMs / 1000}s`)
    expect((await city.assignment(id, 'DAMKAR')).status).toBe('notified')
    expect(city.platform.in('DAMKAR')).toHaveLength(1)
  })
})

describe('the service clock', () => {
  const rate = (value: number) => city.clock.adopt(changedSetting(city.clock, city.machine, { rate: value }))
  const jump = (forwardMs: number) => city.clock.adopt(changedSetting(city.clock, city.machine, { forwardMs }))

  test('held, nothing falls due, however long the machine runs', async () => {
    await city.rings()
    rate(0)
    await city.forward('2h')
    expect(desk()).toBe(0)
    rate(1)
    await city.forward('30s')
    expect(desk()).toBe(1)
  })

  test('held, what was recorded late falls due at the same moment, again and again', async () => {
    const { id } = await city.asked()
    ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead'])))
    await city.settles()
    await city.forward('170s')
    rate(0)
    const { id: assignment } = await city.assignment(id, 'DAMKAR')
    const fired = async () => (await city.incident(id)).clocks.flatMap(({ rungsFired }) => rungsFired).length
    jump(10_000)
    await city.forward('1s')
    expect(await fired()).toBe(2)
    const at = city.clock.now() - 170_000
    ok(await city.app.incidents.recordAction(city.sender(), id, assignment, { action: 'acknowledge', at }))
    jump(720_000)
    await city.forward('1s')
    expect((await city.app.work.sweep.waiting()).due).toBe(0)
    const before = await fired()
    ok(await city.app.incidents.addAgency(city.sender(), id, { agency: 'PLN', role: 'support', duty: 'act' }))
    await city.settles()
    const pln = await city.assignment(id, 'PLN')
    const cleared = { action: 'clear', at: city.clock.now() - 500_000 } as const
    ok(await city.app.incidents.recordAction(city.sender(), id, pln.id, cleared))
    await city.forward('1s')
    expect(await fired()).toBeGreaterThan(before)
    expect((await city.app.work.sweep.waiting()).due).toBe(0)
  })

  test('that jumps fires each rung once, and of the repetitions the latest only', async () => {
    const { id } = await city.asked()
    ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead'])))
    await city.settles()
    jump(3_600_000)
    await city.forward('1s')
    const s4a = (await city.incident(id)).clocks.find(clock => clock.id === 'S4a')
    expect(s4a?.rungsFired).toEqual(['0.75', '1', '1.5', 'r11'])
    expect(city.platform.count('DAMKAR', '⏰ PENGINGAT DAMKAR: belum diterima')).toBeLessThanOrEqual(2)
  })

  test('that was stored goes on after a restart where the others are', () => {
    const machine = { t: 1_000_000, now: () => machine.t }
    const first = createServiceClock(machine)
    first.adopt(changedSetting(first, machine, { rate: 60, forwardMs: 5_000 }))
    machine.t += 10_000
    const second = createServiceClock(machine, first.setting())
    expect(second.now()).toBe(first.now())
    expect(second.now()).toBe(1_000_000 + 5_000 + 600_000)
    expect(second.delayUntil(second.now() + 60_000)).toBe(1_000)
    second.adopt(changedSetting(second, machine, { rate: 0, forwardMs: -99_000 }))
    expect(second.now()).toBe(first.now())
    expect(second.delayUntil(second.now() + 1)).toBe(Number.POSITIVE_INFINITY)
  })
})
