import { beforeAll, describe, expect, test } from 'vitest'
import type { CallView, IncidentList, IncidentView } from '../../src/admin-api/contract/index.ts'
import { TestIncident } from '../support/app.ts'
import { useApp } from '../support/flow.ts'

/**
 * The service standard of Kota Semarang, "Layanan Nomor Tunggal Panggilan Darurat 112", told once through the whole app:
 * each clause of its table and lists is a step of one story. docs/standards.md names these tests.
 */

const flow = useApp()
const path = '/api/centres/SMG'
let call: CallView
let incident: TestIncident

const clock = async (id: string) => (await incident.view()).clocks.find(found => found.id === id)
const read = (): Promise<IncidentView> => incident.view()

describe.sequential('Semarang', () => {
  beforeAll(() => flow.keepOpen())

  test('Persyaratan 1: nomor seluler aktif – the number that rings is kept with the call, an unknown one is no hindrance', async () => {
    const { app } = flow
    const unknown = await app.operator.post<CallView>(`${path}/calls`)
    expect(unknown).toMatchObject({ status: 'open', phone: null })
    await app.operator.post(`${path}/calls/${unknown.id}/classify`, { callClass: 'ghost' })
    call = await app.operator.post<CallView>(`${path}/calls`, { phone: '+62 000 7777 001', name: 'Pelapor Uji' })
    expect(call.phone).toMatch(/0007777001$/)
  })

  test('Langkah 1: menerima telepon masuk oleh operator, 30 detik', async () => {
    const { app } = flow
    expect(call.operator).toBe('Operator Gladi')
    await app.forward('20s')
    call = await app.operator.post<CallView>(`${path}/calls/${call.id}/classify`, { callClass: 'normal' })
    expect(call.clocks.find(({ id }) => id === 'S1')).toMatchObject({
      limitSeconds: 30,
      state: 'stopped',
      basis: 'seed',
    })
    const { number } = await app.incident(call.incident ?? '')
    incident = new TestIncident(app, call.incident ?? '', number, call.id)
  })

  test('Langkah 2: menanyakan dan menginput informasi kedaruratan a–h, 4 menit', async () => {
    const { app } = flow
    const answers = {
      reporterName: { known: 'Pelapor Uji' },
      type: { known: 'KBK-BGN' },
      location: { known: 'Bandarharjo, Semarang Utara' },
      address: { known: 'Jl. Lodan 1' },
      point: { known: { lat: -6.9592, lng: 110.4175, accuracyMetres: 100 } },
      condition: { known: 'Api di atap' },
      passable: { known: true },
      handlingSoFar: 'unknown',
      victims: { known: { injured: 0 } },
    }
    expect((await read()).missing).toEqual(['b', 'c', 'd', 'e', 'f', 'g', 'h'])
    await app.operator.patch(incident.path('/intake'), answers)
    expect((await read()).missing).toEqual([])
    await app.forward('120s')
    await incident.does('/submit')
    const { clocks } = await app.operator.get<CallView>(`${path}/calls/${call.id}`)
    expect(clocks.find(({ id }) => id === 'S2')).toMatchObject({ limitSeconds: 240, state: 'stopped', basis: 'seed' })
  })

  test('Langkah 3: mengirim informasi darurat kepada tim pelaksana OPD, 2 menit', async () => {
    const damkar = await flow.chat('SMG/DAMKAR')
    expect(await clock('S3')).toMatchObject({ limitSeconds: 120, state: 'running' })
    const plan = [{ agency: 'DAMKAR', role: 'lead', duty: 'act' }]
    await incident.does('/dispatch', { agencies: plan })
    await damkar.sees('Jl. Lodan 1', { with: 'Kami tangani' })
    await flow.app.rest()
    expect(await clock('S3')).toMatchObject({ state: 'stopped', basis: 'seed' })
  })

  test('Langkah 4: menindaklanjuti, 3 menit untuk petugas call center, 15 menit untuk tindak lanjut lapangan', async () => {
    const { app } = flow
    const damkar = await flow.chat('SMG/DAMKAR')
    expect(await clock('S4a')).toMatchObject({ limitSeconds: 180, state: 'running' })
    await app.forward('20s')
    await damkar.sees('Jl. Lodan 1').presses('Kami tangani')
    await app.rest()
    expect(await clock('S4a')).toMatchObject({ state: 'stopped' })
    expect(await clock('S4b')).toMatchObject({ limitSeconds: 900, state: 'running' })
    await damkar.sees('Jl. Lodan 1').presses('Meluncur')
    await app.forward('5m')
    await damkar.sees('Jl. Lodan 1').presses('Tiba di lokasi')
    await app.rest()
    expect(await clock('S4b')).toMatchObject({ state: 'stopped' })
  })

  test('Langkah 5: menerima konfirmasi dan memantau tim pelaksana, 7 menit – willing and under way', async () => {
    expect(await clock('S5')).toMatchObject({ limitSeconds: 420, state: 'stopped' })
    const told = (await read()).timeline.map(({ type }) => type)
    expect(told).toEqual(expect.arrayContaining(['AssignmentAcknowledged', 'UnitsDeparted', 'UnitsArrived']))
  })

  test('Langkah 6: menerima laporan penanganan, 5 menit', async () => {
    const { app } = flow
    const damkar = await flow.chat('SMG/DAMKAR')
    for (const button of ['Selesai', 'Ya, selesai', 'Kirim laporan', 'Tertangani']) {
      await damkar.sees('Jl. Lodan 1', { with: button }).presses(button)
      await app.rest()
    }
    expect(await clock('S6')).toMatchObject({ limitSeconds: 300, state: 'running' })
    await damkar.sees('📝 Laporan').replies('Api padam.\nKorban: nihil')
    await damkar.sees('📝 Laporan diterima sistem')
    await app.rest()
    await app.operator.post(incident.ofAssignment('DAMKAR', '/report/accept'))
    expect(await clock('S6')).toMatchObject({ state: 'stopped' })
  })

  test('Langkah 7: menghubungi tim pelaksana bahwa kejadian sudah ditutup, 2 menit; "Diarsipkan"', async () => {
    const { app } = flow
    const damkar = await flow.chat('SMG/DAMKAR')
    expect(await clock('S7')).toMatchObject({ limitSeconds: 120, state: 'running' })
    await incident.does('/close')
    await damkar.sees(`✅ ${incident.number} DITUTUP`)
    await app.rest()
    expect(await clock('S7')).toMatchObject({ state: 'stopped' })
    const { incidents } = await app.operator.get<IncidentList>(`${path}/archive?words=lodan`)
    expect(incidents.map(({ id }) => id)).toContain(incident.id)
  })

  test('Waktu penyelesaian: 36 menit – a figure of its own, which pings nobody', async () => {
    expect(await clock('TOTAL')).toMatchObject({ limitSeconds: 2160, state: 'stopped', kind: 'figure' })
  })

  test('Pengaduan layanan: a complaint is passed on to the complaint channel', async () => {
    const { app } = flow
    const complaint = await app.operator.post<CallView>(`${path}/calls`, { phone: '+62 000 7777 002' })
    const one = `${path}/calls/${complaint.id}`
    await app.operator.post(`${one}/classify`, { callClass: 'information' })
    const { resolution } = await app.operator.post<CallView>(`${one}/referral`, { receiver: 'Lapor Semar' })
    expect(resolution).toMatchObject({ kind: 'referred', receiver: 'Lapor Semar' })
    await app.operator.post(`${one}/end`)
    expect(await flow.unexpected()).toEqual([])
  })
})
