import { expect, test } from 'vitest'
import type { CallView, IncidentList } from '../../src/admin-api/contract/index.ts'
import { useApp } from '../support/flow.ts'

const flow = useApp()

test('a call becomes an alert, the crew takes it, reports and the incident is found in the archive', async () => {
  const { app } = flow
  const damkar = await flow.chat('SMG/DAMKAR')
  const polres = await flow.chat('SMG/POLRES')
  const incident = await app.emergency()
  await incident.sends('DAMKAR', 'POLRES:inform')

  await damkar.sees('KEBAKARAN').presses('Kami tangani')
  await polres.sees('KEBAKARAN').presses('Diterima')
  await app.rest()
  expect(await incident.statusOf('DAMKAR')).toBe('acknowledged')
  expect(await incident.statusOf('POLRES')).toBe('received')
  await polres.sees('• DAMKAR (OPD utama): menangani')

  for (const button of ['Meluncur', 'Tiba di lokasi', 'Selesai', 'Ya, selesai', 'Kirim laporan', 'Tertangani']) {
    await damkar.sees('KEBAKARAN', { with: button }).presses(button)
    await app.rest()
  }
  const prompt = damkar.sees('📝 Laporan')
  await prompt.repliesWithPhoto('kebakaran')
  await prompt.replies('Api padam.\nKorban: nihil\nUnit: 2')
  await damkar.sees('📷 Foto tersimpan')
  await damkar.sees('📝 Laporan diterima sistem')
  await app.rest()

  const reported = await incident.view()
  expect(reported.assignments[0]?.report).toMatchObject({ outcome: 'handled', victims: 0, units: '2' })
  expect(reported.photos).toHaveLength(1)
  await app.operator.post(incident.ofAssignment('DAMKAR', '/report/accept'))
  await incident.does('/close')
  await polres.sees(`✅ ${incident.number} DITUTUP`)
  await damkar.sees(`✅ ${incident.number} DITUTUP`)
  await app.rest()

  expect((await incident.view()).status).toBe('archived')
  const { incidents } = await app.operator.get<IncidentList>('/api/centres/SMG/archive?words=contoh%20bandarharjo')
  expect(incidents.map(({ id }) => id)).toContain(incident.id)
  expect((await app.operator.get<CallView>(`/api/centres/SMG/calls/${incident.call}`)).status).toBe('resolved')
  expect(await flow.unexpected()).toEqual([])
})
