import { callIsEmergency, deskLimitPasses, opensCall } from '../story/call-steps.ts'
import { presses } from '../story/crew-steps.ts'
import {
  closesIncident,
  dispatches,
  fillsIntake,
  findsInArchive,
  standsAlone,
  submitsIntake,
  victimsChange,
} from '../story/incident-steps.ts'
import { powerFailsWhile } from '../story/outage-steps.ts'
import { acceptsReport, choosesOutcome, repliesWithReport } from '../story/report-steps.ts'
import type { Story } from '../story/story.ts'

/**
 * Another accident on the same road, while the one of scenario 03 is open, 1.3 km away: an incident of its own. The
 * desk is busy and late with the first step; a second victim is found while the crews are under way.
 */
export const fallenRider: Story = {
  id: '14',
  title: 'Motor jatuh di Ngaliyan, dekat kejadian 03: tetap kejadian sendiri',
  startsAt: 1100,
  late: ['S1'],
  steps: [
    opensCall(0),
    deskLimitPasses(30, 'S1', 'Panggilan belum digolongkan'),
    callIsEmergency(38),
    fillsIntake(58),
    submitsIntake(64),
    standsAlone(68),
    dispatches(72),
    presses(90, 'DINKES', 'Kami tangani'),
    presses(96, 'POLRES', 'Kami tangani'),
    powerFailsWhile(104, 'DINKES', 'Meluncur'),
    presses(116, 'POLRES', 'Meluncur'),
    victimsChange(150, { injured: 2 }),
    presses(264, 'DINKES', 'Tiba di lokasi'),
    presses(284, 'POLRES', 'Tidak ditemukan'),
    presses(288, 'POLRES', 'Ya, tidak ditemukan'),
    presses(304, 'POLRES', 'Kirim laporan'),
    choosesOutcome(308, 'POLRES', 'Nihil'),
    repliesWithReport(324, 'POLRES', 'Tidak ada kendaraan lain yang terlibat.'),
    acceptsReport(344, 'POLRES'),
    presses(404, 'DINKES', 'Selesai'),
    presses(408, 'DINKES', 'Ya, selesai'),
    presses(424, 'DINKES', 'Kirim laporan'),
    choosesOutcome(428, 'DINKES', 'Tertangani'),
    repliesWithReport(484, 'DINKES', 'Korban: 2 luka ringan, dirawat di tempat'),
    acceptsReport(494, 'DINKES'),
    closesIncident(534),
    findsInArchive(544, 'kecamatan Ngaliyan'),
  ],
}
