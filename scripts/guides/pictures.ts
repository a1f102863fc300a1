import type { Locator } from 'playwright-core'
import type { CallView, IncidentView } from '../../src/admin-api/contract/index.ts'
import type { OperatorPage } from '../../test/web/support/operator-page.ts'
import type { Stage } from './stage.ts'

/** Takes one picture of what the stage shows now, under this name. */
export type Take = (name: string, of: Pick<Locator, 'screenshot'>) => Promise<void>

const patienceMs = 60_000

/** A fire in Cilegon as a call taker asks about it; the caller and the place are made up. */
const fire = {
  type: { known: 'KBK-BGN' },
  address: { known: 'Jl. Contoh 7' },
  location: { known: 'Jombang Wetan, Jombang' },
  point: { known: { lat: -6.0131, lng: 106.0486, accuracyMetres: 100 } },
  condition: { known: 'Api di atap rumah' },
  passable: { known: true },
  handlingSoFar: { known: 'Warga menyiram dengan ember' },
  victims: { known: { injured: 1 } },
  hazards: ['fire'],
}

/** The pictures of the guides, in the order in which a day brings them. */
export const takePictures = async (stage: Stage, take: Take): Promise<void> => {
  const number = await aCall(stage, take)
  await telegramGroup(stage, take, number)
  await whatsAppGroup(stage, take, number)
  await dispatcher(stage, take)
  await administrator(stage, take)
}

/** The operator's own day: ring, class, questions, plan. @returns the incident's number */
const aCall = async (stage: Stage, take: Take): Promise<string> => {
  const operator = await stage.open('operator', 'SMG')
  const { page } = operator
  await page.keyboard.press('n')
  await operator.field('Nomor penelepon').fill('+62 000 0000 0001')
  await page.keyboard.press('Enter')
  await page.getByText('Belum pernah menelepon sebelumnya.').waitFor()
  await take('panggilan', page)
  await page.keyboard.press('1')
  await operator.chooseType('kobong', 'Kebakaran bangunan/rumah')
  await operator.field('Kelurahan / kecamatan').fill('Bandarharjo, Semarang Utara')
  await operator.field('Alamat').fill('Jl. Contoh 7')
  await operator.field('Titik koordinat').fill('-6.9592, 110.4175')
  await operator.field('Keadaan di lokasi').fill('Api di atap rumah')
  await operator.field('Luka').fill('1')
  await page.getByText('Tersimpan', { exact: true }).waitFor()
  await take('keterangan', page)
  await operator.answerUnknown('Dapat dilalui roda empat')
  await operator.answerUnknown('Penanganan sementara')
  await page.keyboard.press('F8')
  await page.getByText(/Dinyatakan lengkap/).waitFor()
  await operator.tick('PMI')
  await operator.button(/^Kirim ke \d+ OPD$/).click()
  const desk = await stage.desk('operator')
  const { incidents } = await desk.get<{ incidents: IncidentView[] }>('/api/centres/SMG/incidents')
  const number = incidents[0]?.number ?? ''
  await crewPresses(stage, number, 'Meluncur')
  await operator.seesStatus('DAMKAR', 'Meluncur')
  await take('kejadian', page)
  await finish(operator)
  return number
}

const damkar = 'SMG/DAMKAR/pos/UTARA'

/** The group's crew presses, on the newest message that has the button. */
const crewPresses = async ({ telegram }: Stage, words: string, button: string): Promise<void> => {
  const chat = await telegram.chat(damkar)
  const { bot } = await telegram.status()
  const as = chat.memberIds.find(id => id !== bot.id) ?? 0
  const find = async () =>
    (await telegram.messages(chat.id)).findLast(
      ({ text, buttons }) => text.includes(words) && buttons.flat().some(one => one.text.includes(button)),
    )
  const message = await telegram.waitFor(find, patienceMs, `${button} in ${damkar}`)
  await telegram.press(chat.id, { as, message: message.messageId, button })
}

const telegramGroup = async (stage: Stage, take: Take, number: string): Promise<void> => {
  const { id } = await stage.telegram.chat(damkar)
  const { page, phone } = await stage.openChat({ id, label: damkar })
  await phone.getByText(number).first().waitFor()
  await phone.getByText('MELUNCUR').first().waitFor()
  await take('telegram-kartu', phone)
  await crewPresses(stage, number, 'Tiba di lokasi')
  await crewPresses(stage, number, 'Selesai')
  await crewPresses(stage, number, 'Ya, selesai')
  await crewPresses(stage, number, 'Kirim laporan')
  await crewPresses(stage, number, 'Tertangani')
  await phone.getByText('Balas pesan ini dengan isi laporan').first().waitFor()
  await take('telegram-laporan', phone)
  await page.close()
}

const whatsAppGroup = async (stage: Stage, take: Take, number: string): Promise<void> => {
  const { whatsapp } = stage
  const chat = await whatsapp.chat('SMG/PMI')
  const card = await whatsapp.waitFor(
    async () => (await whatsapp.messages(chat.id)).find(({ text }) => text.includes(number)),
    patienceMs,
    'the alert on WhatsApp',
  )
  const { owner } = await whatsapp.status()
  const crew = chat.members.find(({ phone }) => phone !== owner.phone)
  await whatsapp.say(chat.id, { as: crew?.phone ?? '', text: '1', quote: card.id })
  const { page, phone } = await stage.openChat({ id: chat.id, label: 'SMG/PMI' })
  await phone.getByText('KAMI TANGANI').first().waitFor({ timeout: patienceMs })
  await take('whatsapp-kartu', phone)
  await page.close()
}

const dispatcher = async (stage: Stage, take: Take): Promise<void> => {
  const centre = '/api/centres/CLG'
  const desk = await stage.desk('operator')
  const call = await desk.post<CallView>(`${centre}/calls`, { phone: '+62 000 0000 0002', name: 'Pelapor Contoh' })
  const { incident } = await desk.post<CallView>(`${centre}/calls/${call.id}/classify`, { callClass: 'normal' })
  await desk.patch(`${centre}/incidents/${incident}/intake`, fire)
  await desk.post(`${centre}/incidents/${incident}/submit`)
  const person = await stage.open('dispatcher', 'CLG', `/#/desk/incident/${incident}`)
  await person.button('Ambil kejadian').click()
  await person.button(/^Kirim ke \d+ OPD$/).waitFor()
  await take('dispatcher', person.page)
  await finish(person)
}

const administrator = async (stage: Stage, take: Take): Promise<void> => {
  const person = await stage.open('administrator', 'SMG')
  const { page } = person
  await page.getByRole('link', { name: 'Administrasi' }).click()
  await page.getByRole('tab', { name: 'Kode pasang' }).click()
  await person.field('OPD').click()
  await page.getByRole('option').first().click()
  await person.button('Buat kode').click()
  await page.locator('code', { hasText: '/pasang' }).waitFor()
  await take('kode-pasang', page)
  await page.getByRole('tab', { name: 'WhatsApp' }).click()
  await page.getByText('Tertaut', { exact: true }).waitFor()
  await take('whatsapp-tertaut', page)
  await page.getByRole('link', { name: 'Kesehatan sistem' }).click()
  await page.getByRole('heading', { name: 'Kesehatan sistem' }).waitFor()
  await page.getByText('Redis').first().waitFor()
  await take('kesehatan', page)
  await finish(person)
}

/** A page that complains makes no picture of a guide. */
const finish = async (person: OperatorPage): Promise<void> => {
  if (person.problems.length > 0) throw new Error(`the page complains: ${person.problems.join('; ')}`)
  await person.close()
}
