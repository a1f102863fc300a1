import { callIsEmergency, opensCall } from '../story/call-steps.ts'
import { callsForHelp, looksAtDetail, presses, pressesTooLate, undoes } from '../story/crew-steps.ts'
import {
  addsAgency,
  closesIncident,
  dispatches,
  fillsIntake,
  findsInArchive,
  submitsIntake,
} from '../story/incident-steps.ts'
import { supervisorHelps } from '../story/limit-steps.ts'
import {
  acceptsReport,
  choosesOutcome,
  looksAtPhoto,
  repliesWithReport,
  returnsReport,
  sendsPhoto,
} from '../story/report-steps.ts'
import type { Story } from '../story/story.ts'

/**
 * A lorry without brakes. Sent early, while the caller is still asked; the fire brigade has no unit left and a
 * substitute joins; the ambulance brings the hurt to hospital; the police's report comes back once.
 */
export const silayurCrash: Story = {
  id: '03',
  title: 'Truk rem blong di Silayur: OPD menolak, pengganti, bawa ke RS, laporan dikembalikan',
  startsAt: 600,
  steps: [
    opensCall(0),
    callIsEmergency(8),
    fillsIntake(25, ['type', 'address', 'location', 'landmark', 'point', 'victims', 'hazards']),
    dispatches(30),
    presses(45, 'DINKES', 'Kami tangani'),
    presses(50, 'DINKES', 'Meluncur'),
    presses(60, 'DAMKAR', 'Tidak bisa'),
    callsForHelp(65, 'DAMKAR', 'Tidak ada unit', [
      '✋ DAMKAR TIDAK BISA',
      'Alasan: Tidak ada unit',
      'Usulan pengganti: PMI, BPBD, BASARNAS',
    ]),
    addsAgency(75, 'BPBD'),
    fillsIntake(80, ['condition', 'passable', 'handlingSoFar']),
    submitsIntake(90),
    presses(100, 'BPBD', 'Kami tangani'),
    presses(105, 'POLRES', 'Meluncur'),
    undoes(112, 'POLRES'),
    presses(125, 'POLRES', 'Kami tangani'),
    presses(130, 'POLRES', 'Meluncur'),
    presses(140, 'DISHUB', 'Diterima'),

    presses(300, 'DINKES', 'Tiba di lokasi'),
    looksAtDetail(310, 'DINKES'),
    presses(320, 'BPBD', 'Meluncur'),
    presses(400, 'POLRES', 'Tiba di lokasi'),
    callsForHelp(420, 'POLRES', 'Kendala', ['🚧 POLRES ADA KENDALA']),
    supervisorHelps(440, '🚧 POLRES ADA KENDALA'),
    presses(490, 'BPBD', 'Tiba di lokasi'),
    presses(690, 'DINKES', 'Bawa ke RS'),

    presses(800, 'BPBD', 'Selesai'),
    presses(805, 'BPBD', 'Ya, selesai'),
    presses(815, 'BPBD', 'Kirim laporan'),
    choosesOutcome(820, 'BPBD', 'Tertangani'),
    repliesWithReport(840, 'BPBD', 'Korban terjepit sudah dikeluarkan.\nUnit: 1\nTindakan: ekstrikasi'),
    acceptsReport(850, 'BPBD'),

    presses(900, 'POLRES', 'Selesai'),
    presses(905, 'POLRES', 'Ya, selesai'),
    presses(910, 'POLRES', 'Kirim laporan'),
    choosesOutcome(915, 'POLRES', 'Tertangani'),
    repliesWithReport(930, 'POLRES', 'Beres.'),
    returnsReport(945, 'POLRES', 'Tuliskan arus lalu lintas dan kendaraan yang diamankan'),
    repliesWithReport(965, 'POLRES', 'Arus lancar kembali, 1 truk dan 2 motor diamankan.'),
    acceptsReport(980, 'POLRES'),

    presses(1000, 'DINKES', 'Tiba di RS'),
    presses(1020, 'DINKES', 'Kirim laporan'),
    choosesOutcome(1025, 'DINKES', 'Dirujuk'),
    repliesWithReport(1040, 'DINKES', 'Korban: 3 luka, 1 terjebak (sudah keluar)\nUnit: 2 ambulans'),
    sendsPhoto(1050, 'DINKES', 'ambulans'),
    looksAtPhoto(1055, 'DINKES'),
    acceptsReport(1060, 'DINKES'),
    closesIncident(1080),
    pressesTooLate(1090, 'BPBD', 'Meluncur', '', 'Kejadian sudah selesai'),
    findsInArchive(1100, 'Silayur Hamka'),
  ],
}
