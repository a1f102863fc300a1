import { expect } from 'vitest'
import { standardRunCards } from '../../../src/dispatch/run-cards/standard-run-cards.ts'
import { callId } from '../../../src/i18n/console/call-id.ts'
import type { EmergencyScenario } from '../../../src/scenarios/scenario.ts'
import { victimKinds } from '../../../src/web/words.ts'
import type { KeysOnly } from './keys-only.ts'

const { fields, hazards, victims } = callId.intake

/** What callers say about a kind of incident. */
const spoken: Readonly<Record<string, string>> = {
  'KBK-BGN': 'kobong',
  'KBK-LHN': 'ilalang',
  LAKA: 'tabrakan',
  HWN: 'ular',
  LAUT: 'nelayan',
  JEPIT: 'kejepit',
}

/** 112 rings: the call is opened, its number noted, by keys. */
export const rings = async (keys: KeysOnly, phone: string): Promise<void> => {
  await keys.press('F2')
  await keys.desk.waitForOpenCall()
  await keys.press('p')
  await keys.type(phone)
  await keys.press('Enter')
  await keys.desk.page
    .getByRole('region', { name: 'Nomor ini' })
    .getByText(/Belum pernah|sebelumnya/)
    .first()
    .waitFor()
}

/** An emergency call up to the last answer that its caller gives, by keys. */
export const takesCall = async (keys: KeysOnly, scenario: EmergencyScenario): Promise<void> => {
  const { page } = keys.desk
  const typed = spoken[scenario.type]
  const type = standardRunCards.find(card => card.code === scenario.type)?.name.id
  if (typed === undefined || type === undefined) throw new Error(`nobody says a word for ${scenario.type}`)
  await rings(keys, scenario.caller.phone)
  await keys.press('1')
  // the field that callers answer first has the focus already
  await page.getByRole('combobox', { name: fields.type, exact: true }).and(page.locator(':focus')).waitFor()
  await keys.type(typed)
  await page.locator('[role="option"][data-combobox-selected]', { hasText: type }).first().waitFor()
  await keys.press('Enter')
  await expect.poll(() => keys.desk.field(fields.type).inputValue()).toBe(type)
  await keys.fill(fields.location, `${scenario.kelurahan}, ${scenario.kecamatan}`)
  await keys.fill(fields.address, scenario.address)
  await keys.fill(fields.landmark, scenario.landmark)
  await keys.fill(fields.point, `${scenario.point.lat}, ${scenario.point.lng}`)
  await keys.fill(fields.condition, scenario.condition)
  for (const hazard of scenario.hazards) await keys.chooses('checkbox', hazards[hazard])
  for (const kind of victimKinds) {
    const count = scenario.victims[kind]
    if (count !== undefined) await keys.fill(victims[kind], String(count))
  }
  await keys.goTo('radio', 'Ya')
  await keys.press(scenario.passable ? 'Space' : 'ArrowRight')
  if (scenario.handlingSoFar === null) await keys.chooses('button', `${fields.handlingSoFar}: tidak diketahui`)
  else await keys.fill(fields.handlingSoFar, scenario.handlingSoFar)
  await keys.fill(fields.reporterName, scenario.caller.name)
  await page.getByText('Tersimpan', { exact: true }).waitFor()
  expect(await keys.desk.field(fields.address).inputValue()).toBe(scenario.address)
  expect(await keys.desk.field(fields.point).inputValue()).toBe(`${scenario.point.lat}, ${scenario.point.lng}`)
  expect(await keys.desk.field(fields.condition).inputValue()).toBe(scenario.condition)
}

/** A question is answered from the list and handed on, by keys; `topic` is what the words find first. */
export const answersAndRefers = async (keys: KeysOnly, words: string, topic: string): Promise<void> => {
  const { page } = keys.desk
  await page.getByRole('combobox', { name: 'Cari jawaban' }).waitFor()
  await keys.type(words)
  const list = page.getByRole('listbox', { name: 'Daftar jawaban' }).and(page.locator('[aria-busy="false"]'))
  await list.getByRole('option', { name: `Catat jawaban: ${topic}`, selected: true }).waitFor()
  await keys.press('Enter')
  await keys.chooses('button', 'Catat penerusan')
}
