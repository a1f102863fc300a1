import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Crews, codeIn } from './crews.ts'

let crews: Crews
beforeAll(async () => {
  crews = await Crews.start()
}, 180_000)
afterAll(async () => {
  await crews.stop()
  expect(crews.world.failures).toEqual([])
}, 60_000)

describe('an alert in a group', () => {
  test('shows the card with map, numbers and code; a reply with its number takes the job, quietly', async () => {
    const incident = await crews.fire()
    const card = await crews.card(incident)
    expect(card.text).toContain('KEBAKARAN')
    expect(card.text).toContain('Buka peta: https://maps.google.com/?q=-6.9592,110.4175')
    expect(card.text).toMatch(/dan angka:\n1 Kami tangani · 3 Meluncur · 2 Tidak bisa$/)
    expect(card.text).not.toContain('Pelapor Rahasia')
    const before = await crews.said('DAMKAR')
    const answer = await crews.says('DAMKAR', { as: 'Budi', text: '1', quote: card.id })
    expect(await crews.status(incident)).toBe('acknowledged')
    await crews.card(incident, 'KAMI TANGANI – Budi')
    expect(await crews.reactionTo('DAMKAR', answer)).toEqual(['👍'])
    expect(await crews.said('DAMKAR')).toBe(before)
  })

  test('is read when the last of the group has read it: shown to the desk, and no answer', async () => {
    const incident = await crews.fire()
    const card = await crews.card(incident)
    const { driver } = crews.world
    await driver.read('DAMKAR', 'Budi')
    await driver.waitIdle(10_000)
    const [sent] = (await crews.view(incident)).assignments
    expect(sent).toMatchObject({ delivery: 'sent', status: 'notified' })
    await driver.read('DAMKAR', 'Dewi')
    await crews.worked(`read ${card.id}`)
    const { assignments } = await crews.view(incident)
    expect(assignments).toEqual([{ ...sent, delivery: 'read' }])
    expect(sent?.contact.next).not.toBeNull()
  })

  test('code and number, however it is written, and the words of a button', async () => {
    const incident = await crews.fire()
    const code = codeIn(await crews.card(incident))
    await crews.says('DAMKAR', { as: 'Dewi', text: `${code.toLowerCase()}3` })
    expect(await crews.status(incident)).toBe('enRoute')
    await crews.says('DAMKAR', { as: 'Dewi', text: `${code} tiba di lokasi ya pak` })
    expect(await crews.status(incident)).toBe('onScene')
  })
})

describe('in a noisy group', () => {
  test('a bare number, talk with numbers in it and a quote of somebody else do nothing, and nobody is answered', async () => {
    const incident = await crews.fire()
    await crews.card(incident)
    const before = await crews.said('DAMKAR')
    for (const text of ['7', '2', '2 korban', 'jam 3', 'k3a di mana?', 'Meluncur']) {
      await crews.says('DAMKAR', { as: 'Budi', text })
    }
    const talk = await crews.says('DAMKAR', { as: 'Dewi', text: 'siapa yang berangkat?' })
    await crews.says('DAMKAR', { as: 'Budi', text: '1', quote: talk.id })
    expect(await crews.status(incident)).toBe('notified')
    expect(await crews.said('DAMKAR')).toBe(before)
  })

  test('words in a reply to the card are talk: forwarded to 112, no status changes', async () => {
    const incident = await crews.fire()
    const card = await crews.card(incident)
    await crews.says('DAMKAR', { as: 'Budi', text: '2 korban di lantai 3', quote: card.id })
    await crews.sees('DAMKAR', `Diteruskan ke 112 (${incident.number})`)
    const { talk, assignments } = await crews.view(incident)
    expect(talk.map(({ text }) => text)).toContain('2 korban di lantai 3')
    expect(assignments[0]?.status).toBe('notified')
  })

  test('a wrong number, or a code with something unclear, is explained in one message with the choices', async () => {
    const incident = await crews.fire()
    const card = await crews.card(incident)
    const code = codeIn(card)
    const wrong = [
      { text: '99', quote: card.id },
      { text: `${code} 25` },
      { text: `${code} 2 unit rusak` },
      { text: code },
    ]
    for (const wish of wrong) {
      const said = await crews.says('DAMKAR', { as: 'Budi', ...wish })
      const answer = await crews.sees('DAMKAR', 'Belum jelas, tidak ada yang dicatat', 'Kami tangani')
      expect(answer.quotes).toBe(said.id)
      expect(codeIn(answer)).toBe(code)
    }
    expect(await crews.status(incident)).toBe('notified')
    // the explanation may be answered, as the card may
    const explained = await crews.sees('DAMKAR', 'Belum jelas')
    await crews.says('DAMKAR', { as: 'Budi', text: '3', quote: explained.id })
    expect(await crews.status(incident)).toBe('enRoute')
  })

  test('late or repeated: who did it and when; what is not possible now says so', async () => {
    const incident = await crews.fire()
    const card = await crews.card(incident)
    await crews.says('DAMKAR', { as: 'Budi', text: '1', quote: card.id })
    const late = await crews.says('DAMKAR', { as: 'Dewi', text: '1', quote: card.id })
    const answer = await crews.sees('DAMKAR', 'Sudah dicatat: Kami tangani oleh Budi')
    expect(answer.quotes).toBe(late.id)
    await crews.says('DAMKAR', { as: 'Dewi', text: '9', quote: card.id })
    await crews.sees('DAMKAR', 'Tidak bisa sekarang')
    expect(await crews.status(incident)).toBe('acknowledged')
  })
})

describe('a question of the card', () => {
  test('the reason of a decline is asked in a message that rings, and answered on it', async () => {
    const incident = await crews.fire()
    const card = await crews.card(incident)
    const said = await crews.says('DAMKAR', { as: 'Budi', text: '2', quote: card.id })
    const question = await crews.sees('DAMKAR', 'Mengapa tidak bisa?', '32 Tidak ada unit', '0 Kembali')
    expect(question.quotes).toBe(said.id)
    await crews.card(incident, '31 Bukan tugas kami')
    expect(await crews.status(incident)).toBe('notified')
    await crews.says('DAMKAR', { as: 'Budi', text: '32', quote: question.id })
    const view = await crews.view(incident)
    expect(view.assignments[0]).toMatchObject({ status: 'declined', declineReason: 'noUnit' })
  })

  test('Selesai asks once more: the same number confirms, 0 goes back and undoes nothing', async () => {
    const incident = await crews.fire()
    const code = codeIn(await crews.card(incident))
    for (const number of ['3', '4', '7']) await crews.says('DAMKAR', { as: 'Budi', text: `${code} ${number}` })
    await crews.sees('DAMKAR', 'Benar sudah selesai?', '7 Ya, selesai', '0 Batal')
    await crews.says('DAMKAR', { as: 'Budi', text: `${code} 0` })
    expect(await crews.status(incident)).toBe('onScene')
    await crews.says('DAMKAR', { as: 'Budi', text: `${code} 7` })
    expect(await crews.status(incident)).toBe('onScene')
    await crews.says('DAMKAR', { as: 'Dewi', text: `${code} 7` })
    expect(await crews.status(incident)).toBe('cleared')
    await crews.says('DAMKAR', { as: 'Dewi', text: `${code} 0` })
    expect(await crews.status(incident)).toBe('onScene')
  })
})

describe('whoever has no business there', () => {
  test('codes of another group are refused in words, and act on nothing; authors behind hidden ids are known', async () => {
    await crews.agency('DINKES', ['Eko'], 'lid')
    const incident = await crews.fire({}, ['DAMKAR', 'DINKES'])
    const [damkar, dinkes] = [await crews.card(incident), await crews.card(incident, '', 'DINKES')]
    const foreign = codeIn(dinkes)
    await crews.says('DAMKAR', { as: 'Budi', text: `${foreign} 3` })
    await crews.sees('DAMKAR', `Kode ${foreign} tidak berlaku di chat ini`)
    await crews.says('DINKES', { as: 'Eko', text: '1', quote: dinkes.id })
    const { assignments } = await crews.view(incident)
    expect(assignments.map(({ agency, status }) => `${agency} ${status}`)).toEqual([
      'DAMKAR notified',
      'DINKES acknowledged',
    ])
    const [, member] = assignments
    const person = await crews.world.driver.person('Eko')
    const events = await crews.world.stores.incidents.events(incident.id)
    expect(events.map(({ by }) => by)).toContainEqual(expect.objectContaining({ id: person.pn, name: 'Eko' }))
    expect(member?.agency).toBe('DINKES')
    expect(damkar.text).toContain('Kami tangani')
  })
})
