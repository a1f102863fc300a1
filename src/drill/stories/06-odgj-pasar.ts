import { callIsEmergency, opensCall } from '../story/call-steps.ts'
import { callsForHelp, looksAtDetail, presses } from '../story/crew-steps.ts'
import { closesIncident, dispatches, fillsIntake, findsInArchive, submitsIntake } from '../story/incident-steps.ts'
import { supervisorHelps } from '../story/limit-steps.ts'
import type { Story } from '../story/story.ts'
import { finishes, goesToScene, reports } from '../story/whole-steps.ts'

/** A man runs amok at a market: violence raises it to P2 and brings police and health; nobody reads in a group who he is. */
export const manWithStick: Story = {
  id: '06',
  title: 'Orang mengamuk di Pasar Karangayu: data pribadi tidak di grup, regu minta bantuan',
  startsAt: 3000,
  steps: [
    opensCall(0),
    callIsEmergency(11),
    fillsIntake(70),
    submitsIntake(78),
    dispatches(84),
    ...goesToScene('SATPOLPP', { taken: 100, departed: 120, arrived: 400 }),
    ...goesToScene('POLRES', { taken: 106, departed: 126 }),
    ...goesToScene('DINSOS', { taken: 112 }),
    ...goesToScene('DINKES', { taken: 118, departed: 140, arrived: 460 }),
    looksAtDetail(410, 'SATPOLPP'),
    callsForHelp(420, 'SATPOLPP', 'Minta bantuan', ['🆘 SATPOLPP MINTA BANTUAN']),
    supervisorHelps(435, '🆘 SATPOLPP MINTA BANTUAN'),
    presses(480, 'POLRES', 'Tiba di lokasi'),
    ...finishes(700, 'SATPOLPP', { outcome: 'Tertangani', text: 'Sudah tenang, diserahkan ke petugas.' }),
    ...finishes(760, 'POLRES', { outcome: 'Tertangani', text: 'Lokasi aman.' }),
    presses(820, 'DINKES', 'Bawa ke RS'),
    presses(1000, 'DINKES', 'Tiba di RS'),
    ...finishes(1070, 'DINSOS', {
      outcome: 'Dialihkan',
      text: 'Pendampingan dilanjutkan besok.',
      button: 'Selesai (tanpa ke lokasi)',
    }),
    ...reports(1120, 'DINKES', { outcome: 'Dirujuk', text: 'Pasien diterima rumah sakit.' }),
    closesIncident(1180),
    findsInArchive(1190, 'Karangayu'),
  ],
}
