import { describe, expect, it } from 'vitest'
import { HandClock, refusalOf, rig } from './stand-in.ts'

describe('sending limits in service time', () => {
  it('lets 20 sends and edits a minute into a group and says how long to wait', async () => {
    const clock = new HandClock()
    const { api, driver } = await rig({ clock, limits: {} })
    const group = (await driver.createChat({ title: 'Damkar' })).id
    const other = (await driver.createChat({ title: 'PMI' })).id
    const card = await api.sendMessage(group, 'kartu')
    for (let edit = 1; edit <= 19; edit += 1) {
      clock.forward(1_000)
      await api.editMessageText(group, card.message_id, `kartu ${edit}`)
    }
    const refused = await api.sendMessage(group, 'x').catch((error: unknown) => error)
    expect(refused).toMatchObject({
      error_code: 429,
      description: 'Too Many Requests: retry after 41',
      parameters: { retry_after: 41 },
    })
    expect(await refusalOf(api.sendMessage(other, 'x'))).toBe('no refusal')
    clock.forward(40_000)
    expect(await refusalOf(api.sendMessage(group, 'x'))).toBe('429 Too Many Requests: retry after 1')
    clock.forward(1_000)
    expect(await refusalOf(api.sendMessage(group, 'x'))).toBe('no refusal')
    expect((await driver.status()).refusals).toMatchObject({ limit: 2 })
  })

  it('lets 30 a second out in all', async () => {
    const clock = new HandClock()
    const { api, driver } = await rig({ clock, limits: { group: 'off' } })
    const group = (await driver.createChat({ title: 'Damkar' })).id
    for (let sent = 0; sent < 30; sent += 1) await api.sendMessage(group, `${sent}`)
    expect(await refusalOf(api.sendMessage(group, 'x'))).toBe('429 Too Many Requests: retry after 1')
    clock.forward(1_000)
    expect(await refusalOf(api.sendMessage(group, 'x'))).toBe('no refusal')
  })

  it('limits one chat when asked to, private chats by that alone', async () => {
    const clock = new HandClock()
    const { api, driver } = await rig({ clock, limits: { chat: { max: 1, windowMs: 1_000 } } })
    const sari = (await driver.createUser({ firstName: 'Sari' })).id
    await driver.start(sari)
    await api.sendMessage(sari, '1')
    expect(await refusalOf(api.sendMessage(sari, '2'))).toBe('429 Too Many Requests: retry after 1')
    await driver.setLimits('off')
    expect(await refusalOf(api.sendMessage(sari, '2'))).toBe('no refusal')
  })

  it('does not count answers, deletions and refused calls', async () => {
    const clock = new HandClock()
    const { api, driver } = await rig({ clock, limits: { group: { max: 2, windowMs: 60_000 } } })
    const group = (await driver.createChat({ title: 'Damkar' })).id
    await refusalOf(api.sendMessage(group, ''))
    const first = await api.sendMessage(group, '1')
    await api.deleteMessage(group, first.message_id)
    expect(await refusalOf(api.sendMessage(group, '2'))).toBe('no refusal')
    expect(await refusalOf(api.sendMessage(group, '3'))).toMatch(/^429/)
    expect(await refusalOf(api.sendMessage(group, '3'))).toMatch(/^429/)
    clock.forward(60_000)
    expect(await refusalOf(api.sendMessage(group, '3'))).toBe('no refusal')
  })

  it('dates messages by the service clock', async () => {
    const clock = new HandClock()
    const { api, driver } = await rig({ clock })
    const group = (await driver.createChat({ title: 'Damkar' })).id
    const before = await api.sendMessage(group, '1')
    clock.forward(3_600_000)
    const after = await api.sendMessage(group, '2')
    expect(before.date).toBe(Date.UTC(2026, 0, 5, 3) / 1000)
    expect(after.date - before.date).toBe(3600)
  })
})
