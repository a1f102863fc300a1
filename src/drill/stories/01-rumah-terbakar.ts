import { callIsEmergency, opensCall } from '../story/call-steps.ts'
import { callsForHelp, presses, pressesTooLate, undoes } from '../story/crew-steps.ts'
import { closesIncident, dispatches, fillsIntake, findsInArchive, submitsIntake } from '../story/incident-steps.ts'
import {
  deskSeesColour,
  dutyOfficerAlerted,
  helpClimbs,
  limitPasses,
  phones,
  supervisorHelps,
  supervisorTakes,
  supervisorTakesAtPage,
} from '../story/limit-steps.ts'
import {
  acceptsReport,
  choosesOutcome,
  looksAtPhoto,
  repliesWithReport,
  sendsPhoto,
  waivesReport,
} from '../story/report-steps.ts'
import { commander, dutyOfficer, supervisorChat } from '../story/scene.ts'
import type { Story } from '../story/story.ts'

/**
 * Alerted at 90 s: the duty officer has the card at 150, the phone task comes at 210. S4a's 180 s end at 270, its last
 * rung is at 360; S5's 420 s end at 510, its last rung is at 720.
 */
const answer = { clock: 'S4a DINKES', agency: 'DINKES', waiting: 'belum diterima' }
const readiness = { clock: 'S5', agency: 'DINKES', waiting: 'kesiapan OPD belum dipastikan' }
const powerReport = { clock: 'S6 PLN', agency: 'PLN', waiting: 'laporan belum masuk' }

const group = 'DINKES'

/**
 * A house burns. The fire brigade is quick; the ambulance's group stays silent through the whole ladder until the
 * operator reaches it by phone; the power company switches off from its desk and never reports.
 */
export const burningHouse: Story = {
  id: '01',
  title: 'Rumah terbakar di Bandarharjo: satu OPD diam, satu tanpa laporan',
  startsAt: 0,
  late: ['S4a DINKES', 'S5', 'S6 PLN'],
  steps: [
    opensCall(0),
    callIsEmergency(10),
    fillsIntake(70),
    submitsIntake(85),
    dispatches(90),
    presses(110, 'DAMKAR', 'Kami tangani'),
    presses(120, 'POLRES', 'Diterima'),
    presses(130, 'DAMKAR', 'Meluncur'),
    presses(140, 'PLN', 'Meluncur'),
    undoes(145, 'PLN'),
    dutyOfficerAlerted(150, 'DINKES'),
    presses(160, 'PLN', 'Kami tangani'),

    deskSeesColour(225, answer),
    limitPasses(270, answer, '100 %', [group, dutyOfficer('DINKES'), supervisorChat]),
    limitPasses(360, answer, '150 %', [commander('DINKES'), supervisorChat]),
    phones(400, 'DINKES', 'noAnswer'),
    presses(410, 'DAMKAR', 'Tiba di lokasi'),
    callsForHelp(430, 'DAMKAR', 'Minta bantuan', [
      '🆘 DAMKAR MINTA BANTUAN',
      'Usulan pengganti: PMI, PDAM, BPBD, BASARNAS',
    ]),
    supervisorHelps(450, '🆘 DAMKAR MINTA BANTUAN'),
    limitPasses(510, readiness, '100 %', [group, dutyOfficer('DINKES'), supervisorChat]),
    limitPasses(660, answer, 'ulang ke-1', [supervisorChat]),
    supervisorTakes(670, answer),

    presses(700, 'PLN', 'Selesai (tanpa ke lokasi)'),
    presses(705, 'PLN', 'Ya, selesai'),
    limitPasses(720, readiness, '150 %', [commander('DINKES'), supervisorChat]),
    // 960 and 1260 would be the next repetitions of S4a: silenced until 1270
    limitPasses(1005, powerReport, '100 %', ['PLN']),
    limitPasses(1020, readiness, 'ulang ke-1', [supervisorChat]),
    supervisorTakesAtPage(1030, 'S5'),
    // nobody sent the fire brigade its back-up: taken at 450, silent until 1050, then the next word is due
    helpClimbs(1090, '🆘 DAMKAR MINTA BANTUAN', 2),
    waivesReport(1200, 'PLN', 'Pemadaman aliran sudah dipastikan lewat telepon'),
    // 1320 would be the next repetition of S5: silenced until 1630

    presses(1350, 'DAMKAR', 'Selesai'),
    presses(1355, 'DAMKAR', 'Ya, selesai'),
    presses(1370, 'DAMKAR', 'Kirim laporan'),
    choosesOutcome(1375, 'DAMKAR', 'Tertangani'),
    repliesWithReport(1400, 'DAMKAR', 'Api padam, dua rumah.\nKorban: 1 luka\nUnit: 3 mobil\nTindakan: pemadaman'),
    sendsPhoto(1410, 'DAMKAR', 'kebakaran'),
    looksAtPhoto(1440, 'DAMKAR'),
    acceptsReport(1450, 'DAMKAR'),

    limitPasses(1560, answer, 'ulang ke-4', [supervisorChat]),
    phones(1570, 'DINKES', 'accepted'),
    pressesTooLate(
      1580,
      'DINKES',
      'Kami tangani',
      '⏰ PENGINGAT DINKES',
      'Sudah dicatat: Kami tangani oleh Operator Gladi',
    ),
    presses(1590, 'DINKES', 'Meluncur'),
    presses(1750, 'DINKES', 'Tiba di lokasi'),
    presses(1840, 'DINKES', 'Selesai'),
    presses(1845, 'DINKES', 'Ya, selesai'),
    presses(1860, 'DINKES', 'Kirim laporan'),
    choosesOutcome(1865, 'DINKES', 'Tertangani'),
    repliesWithReport(1880, 'DINKES', 'Satu warga luka bakar ringan dirawat di tempat.'),
    acceptsReport(1900, 'DINKES'),
    closesIncident(1930),
    pressesTooLate(1940, 'DAMKAR', 'Kami tangani', '', 'Kejadian sudah selesai'),
    findsInArchive(1950, 'Lodan Bandarharjo'),
  ],
}
