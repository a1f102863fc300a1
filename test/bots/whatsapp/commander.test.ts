import { afterAll, beforeAll, expect, test } from 'vitest'
import { Crews, codeIn } from './crews.ts'

const second = 1_000
let crews: Crews
let rina: string
let hasan: string

/** Somebody whom an agency named pairs the own private chat; its id in the stand-in. */
const contact = async (name: string, digits: string, duty: 'dutyOfficer' | 'agencyCommander'): Promise<string> => {
  const { driver } = crews.world
  await driver.createPerson({ name })
  const { id } = await driver.privateChat(name)
  await crews.code(digits, { kind: 'contact', agency: 'DAMKAR', duty })
  await crews.says(id, { as: name, text: `/pasang ${digits}` })
  await crews.sees(id, 'terhubung dengan 112')
  return id
}

beforeAll(async () => {
  crews = await Crews.start()
  rina = await contact('Rina', '483922', 'dutyOfficer')
  hasan = await contact('Hasan', '483923', 'agencyCommander')
}, 180_000)
afterAll(async () => {
  await crews.stop()
  expect(crews.world.failures).toEqual([])
}, 60_000)

test('the group is silent: the duty officer gets the alert, then the commander is reminded and answers with one figure', async () => {
  const incident = await crews.fire()
  await crews.card(incident)
  const before = await crews.said(hasan)
  await crews.forward(61 * second)
  const card = await crews.sees(rina, incident.number, 'BELUM DIJAWAB', '1 Kami tangani')
  expect(card.text).not.toContain('Pelapor Rahasia')
  expect(await crews.said(hasan)).toBe(before)
  await crews.forward(210 * second)
  await crews.sees(hasan, incident.number, 'belum diterima')
  const answer = await crews.says(hasan, { as: 'Hasan', text: '1' })
  expect(await crews.status(incident)).toBe('acknowledged')
  expect(await crews.reactionTo(hasan, answer)).toEqual(['👍'])
  await crews.card(incident, 'KAMI TANGANI – Hasan')
  await crews.sees(rina, incident.number, 'KAMI TANGANI – Hasan')
  expect((await crews.view(incident)).phoneTasks).toMatchObject([{ cause: 'unanswered', done: { outcome: 'moot' } }])
})

test('two incidents wait for him: a bare figure is explained with both codes, one of them answers', async () => {
  const one = await crews.fire()
  const other = await crews.fire()
  await crews.forward(61 * second)
  await crews.forward(210 * second)
  const asked = await crews.sees(hasan, one.number, 'belum diterima')
  await crews.sees(hasan, other.number, 'belum diterima')
  await crews.says(hasan, { as: 'Hasan', text: '1' })
  await crews.sees(hasan, 'Ada beberapa yang menunggu jawaban', codeIn(asked))
  expect(await crews.status(one)).toBe('notified')
  await crews.says(hasan, { as: 'Hasan', text: `${codeIn(asked)} 1` })
  expect(await crews.status(one)).toBe('acknowledged')
  expect(await crews.status(other)).toBe('notified')
})
