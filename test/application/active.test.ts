import { expect, test } from 'vitest'
import { actionsOf, type City, eachCity, labelsOf, ok } from './support/city.ts'

let city: City

eachCity(async found => {
  city = found
  await city.pairsAgencies('DAMKAR', 'PLN')
})

const asks = async (chat = 'DAMKAR', commandId?: string): Promise<string[]> => {
  const before = city.platform.in(chat).length
  await city.app.chats.showActive(commandId ?? city.sender().commandId, city.person(chat, 'Budi'))
  await city.settles()
  return city.platform.texts(chat).slice(before)
}

test('DESIGN: /aktif lists the agency’s open incidents with live buttons', async () => {
  const first = await city.fire('DAMKAR lead', 'PLN')
  await city.pressesVerb(city.platform.sees('DAMKAR', first.number), 'acknowledge')
  await city.forward('1s')
  const second = await city.fire('DAMKAR lead')
  const [list, ...cards] = await asks()
  expect(list).toContain('Kejadian terbuka: 2')
  expect(list).toContain(`• ${first.number}: menangani`)
  expect(list).toContain(`• ${second.number}: belum menjawab`)
  expect(cards).toHaveLength(2)
  const card = city.platform.sees('DAMKAR', second.number)
  expect(labelsOf(card)).toContain('Kami tangani')
  expect(await city.presses(card, 'Meluncur')).toMatchObject({ kind: 'done', code: 'depart' })
  // every copy tells the same now
  const copies = city.platform.in('DAMKAR').filter(({ message }) => actionsOf({ ...card, message }).length > 0)
  const ofSecond = copies.filter(({ message }) => message.content.text.includes(second.number))
  expect(ofSecond.map(({ message }) => message.content.text.includes('MELUNCUR'))).toEqual([true, true])
  expect(city.errors()).toEqual([])
})

test('shows the incidents of its own agency only, and none that is over or done with', async () => {
  const { id } = await city.fire('DAMKAR lead')
  expect(await asks('PLN')).toEqual([expect.stringContaining('Tidak ada kejadian terbuka')])
  ok(await city.app.incidents.cancel(city.sender(), id, 'salah'))
  await city.settles()
  expect(await asks()).toEqual([expect.stringContaining('Tidak ada kejadian terbuka')])
})

test('asked again within a minute it answers with one line; the same message worked twice shows nothing twice', async () => {
  await city.fire('DAMKAR lead')
  expect(await asks('DAMKAR', 'aktif-1')).toHaveLength(2)
  expect(await asks('DAMKAR', 'aktif-1')).toEqual([])
  expect(await asks()).toEqual([expect.stringContaining('baru saja dikirim')])
  await city.forward('61s')
  expect(await asks()).toHaveLength(2)
})

test('shows ten cards at most, and says how many more there are', async () => {
  for (let count = 0; count < 12; count++) await city.fire('DAMKAR lead')
  const [list, ...cards] = await asks()
  expect(list).toContain('Kejadian terbuka: 12')
  expect(list).toContain('dan 2 lagi')
  expect(cards).toHaveLength(10)
})

test('in a contact’s private chat the buttons act for the agency', async () => {
  const { id } = await city.fire('DAMKAR lead')
  await city.pairs('piket', { kind: 'contact', agency: 'DAMKAR', duty: 'dutyOfficer' })
  expect(await asks('piket')).toHaveLength(2)
  await city.presses(city.platform.sees('piket', 'Roda 4'), 'Kami tangani', 'Perwira')
  expect((await city.assignment(id, 'DAMKAR')).status).toBe('acknowledged')
})

test('strangers hear nothing; supervisors hear that it is not for them', async () => {
  await city.fire('DAMKAR lead')
  expect(await asks('nowhere')).toEqual([])
  await city.pairs('supervisors', { kind: 'supervisorsChat' })
  expect(await asks('supervisors')).toEqual([expect.stringContaining('hanya untuk chat OPD')])
})
