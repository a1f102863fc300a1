import { callIsEmergency, opensCall } from '../story/call-steps.ts'
import { callsForHelp, looksAtDetail, presses, pressesTooLate, undoes } from '../story/crew-steps.ts'
import { closesIncident, dispatches, fillsIntake, findsInArchive, submitsIntake } from '../story/incident-steps.ts'
import { supervisorHelps } from '../story/limit-steps.ts'
import { acceptsReport, looksAtPhoto, reportsByCode, sendsPhoto } from '../story/report-steps.ts'
import type { Story } from '../story/story.ts'
import { finishes, goesToScene, reports } from '../story/whole-steps.ts'

/**
 * A man runs amok at a market: violence raises it to P2 and brings police and health; nobody reads in a group who he is.
 * SATPOLPP and DINSOS are on WhatsApp: answers by number, the detail in private, a photo, a report in one message.
 */
export const manWithStick: Story = {
  id: '06',
  title: 'Orang mengamuk di Pasar Karangayu: data pribadi tidak di grup, regu di WhatsApp minta bantuan',
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
    pressesTooLate(160, 'SATPOLPP', 'Kami tangani', '', 'Sudah dicatat: Kami tangani oleh Regu 1 SATPOLPP SMG'),
    presses(170, 'DINSOS', 'Meluncur'),
    undoes(180, 'DINSOS'),
    looksAtDetail(410, 'SATPOLPP'),
    callsForHelp(420, 'SATPOLPP', 'Minta bantuan', ['🆘 SATPOLPP MINTA BANTUAN']),
    supervisorHelps(435, '🆘 SATPOLPP MINTA BANTUAN'),
    presses(480, 'POLRES', 'Tiba di lokasi'),
    ...finishes(700, 'SATPOLPP', { outcome: 'Tertangani', text: 'Sudah tenang, diserahkan ke petugas.' }),
    sendsPhoto(728, 'SATPOLPP', 'laporan'),
    looksAtPhoto(731, 'SATPOLPP'),
    ...finishes(760, 'POLRES', { outcome: 'Tertangani', text: 'Lokasi aman.' }),
    presses(820, 'DINKES', 'Bawa ke RS'),
    presses(1000, 'DINKES', 'Tiba di RS'),
    presses(1070, 'DINSOS', 'Selesai (tanpa ke lokasi)'),
    presses(1074, 'DINSOS', 'Ya, selesai'),
    reportsByCode(1080, 'DINSOS', { outcome: 'Dialihkan', text: 'Pendampingan dilanjutkan besok.' }),
    acceptsReport(1094, 'DINSOS'),
    ...reports(1120, 'DINKES', { outcome: 'Dirujuk', text: 'Pasien diterima rumah sakit.' }),
    closesIncident(1180),
    findsInArchive(1190, 'Karangayu'),
  ],
}
