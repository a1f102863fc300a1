import { beforeAll, describe, expect, test } from 'vitest'
import type { CallView, IncidentList, IncidentView } from '../../src/admin-api/contract/index.ts'
import { type Desk, signIn } from '../../src/drill/api/desk.ts'
import { useApp } from '../support/flow.ts'

/**
 * The service standard "Layanan Kegawat Daruratan 112", SK 814/371/PTIK/2022 (Cilegon by our configuration), told once
 * through the whole app: each clause is a step of one story. docs/standards.md names these tests.
 */

const flow = useApp()
const path = '/api/centres/CLG'
let dispatcher: Desk
let call: CallView

const incidentPath = (verb = ''): string => `${path}/incidents/${call.incident}${verb}`
const read = (): Promise<IncidentView> => flow.app.operator.get(incidentPath())
const clock = async (id: string) => (await read()).clocks.find(found => found.id === id)
const callClock = (id: string) => call.clocks.find(found => found.id === id)
const rings = (phone: string): Promise<CallView> => flow.app.operator.post(`${path}/calls`, { phone })
const classify = (one: CallView, callClass: string): Promise<CallView> =>
  flow.app.operator.post(`${path}/calls/${one.id}/classify`, { callClass })

describe.sequential('Cilegon', () => {
  beforeAll(async () => {
    flow.keepOpen()
    dispatcher = await signIn(flow.app.url, 'dispatcher')
  })

  test('Prosedur informasi 1–3: mencatat dan memverifikasi, memberi informasi, menyelesaikan panggilan', async () => {
    const { operator } = flow.app
    const question = await classify(await rings('+62 000 8888 001'), 'information')
    const one = `${path}/calls/${question.id}`
    const answered = await operator.post<CallView>(`${one}/answer`, { topic: 'listrik', answer: 'Hubungi PLN 123' })
    expect(answered.resolution).toMatchObject({ kind: 'answered', answer: 'Hubungi PLN 123' })
    expect((await operator.post<CallView>(`${one}/end`)).status).toBe('ended')
  })

  test('Prosedur penerimaan 1: panggilan ke 112 – the call is opened when it rings', async () => {
    call = await rings('+62 000 8888 002')
    expect(call).toMatchObject({ status: 'open', centre: 'CLG' })
  })

  test('Prosedur penerimaan 2, jangka waktu 1: verifikasi tipe panggilan, 30 detik sampai 1 menit', async () => {
    for (const callClass of ['ghost', 'prank']) {
      const nuisance = await classify(await rings('+62 000 8888 003'), callClass)
      expect(nuisance).toMatchObject({ status: 'ended', incident: null })
    }
    await flow.app.forward('20s')
    call = await classify(call, 'normal')
    expect(callClock('C1')).toMatchObject({ targetSeconds: 30, limitSeconds: 60, state: 'stopped', basis: 'reading' })
  })

  test('Jangka waktu 2: data laporan, 30 detik sampai 1 menit', async () => {
    const { app } = flow
    await app.operator.patch(incidentPath('/intake'), {
      reporterName: { known: 'Pelapor Uji' },
      type: { known: 'KBK-LHN' },
      location: { known: 'Cikerai, Cibeber' },
      address: { known: 'Lahan belakang 2' },
      condition: { known: 'Api setinggi orang' },
      passable: { known: true },
      handlingSoFar: 'unknown',
      victims: { known: { injured: 0 } },
    })
    await app.forward('30s')
    await app.operator.post(incidentPath('/submit'))
    call = await app.operator.get(`${path}/calls/${call.id}`)
    expect(callClock('C2')).toMatchObject({ targetSeconds: 30, limitSeconds: 60, state: 'stopped', basis: 'reading' })
  })

  test('Prosedur penerimaan 3: pelaporan kepada supervisor/dispatcher', async () => {
    expect(await read()).toMatchObject({ status: 'submitted', handling: 'dispatcher-handoff' })
    expect(await clock('C3')).toMatchObject({ limitSeconds: 60, state: 'running', basis: 'internal' })
    const plan = { agencies: [{ agency: 'DAMKAR', role: 'lead', duty: 'act' }] }
    const early = flow.app.operator.post(incidentPath('/dispatch'), plan)
    await expect(early).rejects.toMatchObject({ status: 403, code: 'forbidden' })
  })

  test('Prosedur penerimaan 4, jangka waktu 4: penyelesaian panggilan, kurang lebih 30 detik', async () => {
    const { app } = flow
    await app.forward('10s')
    call = await app.operator.post<CallView>(`${path}/calls/${call.id}/end`)
    expect(call).toMatchObject({ status: 'ended', resolution: { kind: 'handedOver' } })
    expect(callClock('C4')).toMatchObject({ limitSeconds: 30, state: 'stopped', basis: 'seed' })
  })

  test('Prosedur pelaporan 1: dispatcher menerima laporan dan meneruskan kepada OPD', async () => {
    const damkar = await flow.chat('CLG/DAMKAR')
    await dispatcher.post(incidentPath('/take'))
    expect(await clock('C3')).toMatchObject({ state: 'stopped' })
    expect(await clock('D1')).toMatchObject({ limitSeconds: 120, state: 'running', basis: 'internal' })
    await dispatcher.post(incidentPath('/dispatch'), { agencies: [{ agency: 'DAMKAR', role: 'lead', duty: 'act' }] })
    await damkar.sees('Lahan belakang 2', { with: 'Kami tangani' })
    await flow.app.rest()
    expect(await clock('D1')).toMatchObject({ state: 'stopped' })
  })

  test('Prosedur pelaporan 2, jangka waktu 3: OPD menerima laporan dan menindaklanjuti', async () => {
    const damkar = await flow.chat('CLG/DAMKAR')
    expect(await clock('D2')).toMatchObject({ limitSeconds: 180, state: 'running', basis: 'internal' })
    await damkar.sees('Lahan belakang 2').presses('Kami tangani')
    await flow.app.rest()
    expect(await clock('D2')).toMatchObject({ state: 'stopped' })
  })

  test('Prosedur pelaporan 3: pelaksanaan penanganan di lapangan', async () => {
    const { app } = flow
    const damkar = await flow.chat('CLG/DAMKAR')
    expect(await clock('D3')).toMatchObject({ limitSeconds: 900, state: 'running', basis: 'internal' })
    for (const button of ['Meluncur', 'Tiba di lokasi', 'Selesai', 'Ya, selesai']) {
      await damkar.sees('Lahan belakang 2', { with: button }).presses(button)
      await app.rest()
    }
    expect(await clock('D3')).toMatchObject({ state: 'stopped' })
  })

  test('Prosedur pelaporan 4: penyampaian laporan penanganan kepada supervisor/dispatcher', async () => {
    const { app } = flow
    const damkar = await flow.chat('CLG/DAMKAR')
    expect(await clock('D4')).toMatchObject({ limitSeconds: 300, state: 'running', basis: 'internal' })
    for (const button of ['Kirim laporan', 'Tertangani']) {
      await damkar.sees('Lahan belakang 2', { with: button }).presses(button)
      await app.rest()
    }
    await damkar.sees('📝 Laporan').replies('Padam.')
    await damkar.sees('📝 Laporan diterima sistem')
    await app.rest()
    expect(await clock('D4')).toMatchObject({ state: 'stopped' })
    const [assignment] = (await read()).assignments
    await dispatcher.post(incidentPath(`/assignments/${encodeURIComponent(assignment?.id ?? '')}/report/accept`))
  })

  test('Prosedur pelaporan 5: penyelesaian pelaporan (Close Ticket)', async () => {
    const { app } = flow
    const damkar = await flow.chat('CLG/DAMKAR')
    expect(await clock('D5')).toMatchObject({ limitSeconds: 120, state: 'running', basis: 'internal' })
    const { number } = await dispatcher.post<IncidentView>(incidentPath('/close'))
    await damkar.sees(`✅ ${number} DITUTUP`)
    await app.rest()
    expect(await clock('D5')).toMatchObject({ state: 'stopped' })
    const { incidents } = await app.operator.get<IncidentList>(`${path}/archive?words=cikerai`)
    expect(incidents.map(({ id }) => id)).toContain(call.incident)
  })

  test('LAPOR!: pengaduan dan aspirasi diteruskan', async () => {
    const { operator } = flow.app
    const complaint = await classify(await rings('+62 000 8888 004'), 'information')
    const one = `${path}/calls/${complaint.id}`
    const { resolution } = await operator.post<CallView>(`${one}/referral`, { receiver: 'LAPOR!' })
    expect(resolution).toMatchObject({ kind: 'referred', receiver: 'LAPOR!' })
    await operator.post(`${one}/end`)
    expect(await flow.unexpected()).toEqual([])
  })
})
