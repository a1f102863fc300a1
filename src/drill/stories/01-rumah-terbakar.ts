import { choosesOutcome, presses, repliesWithReport, sendsPhoto } from '../story/crew-steps.ts'
import {
  acceptsReport,
  callIsEmergency,
  closesIncident,
  dispatches,
  fillsIntake,
  findsInArchive,
  opensCall,
  submitsIntake,
} from '../story/desk-steps.ts'
import type { Story } from '../story/story.ts'

export const burningHouse: Story = {
  id: '01',
  title: 'Rumah terbakar di Bandarharjo',
  startsAt: 0,
  steps: [
    opensCall(0),
    callIsEmergency(10),
    fillsIntake(70),
    submitsIntake(85),
    dispatches(90),
    presses(110, 'DAMKAR', 'Kami tangani'),
    presses(120, 'POLRES', 'Diterima'),
    presses(130, 'DAMKAR', 'Meluncur'),
    presses(140, 'PLN', 'Kami tangani'),
    presses(145, 'DINKES', 'Kami tangani'),
    presses(400, 'DAMKAR', 'Tiba di lokasi'),
    presses(800, 'DAMKAR', 'Selesai'),
    presses(805, 'DAMKAR', 'Ya, selesai'),
    presses(820, 'DAMKAR', 'Kirim laporan'),
    choosesOutcome(830, 'DAMKAR', 'Tertangani'),
    repliesWithReport(850, 'DAMKAR', 'Api padam.\nKorban: 1 luka\nUnit: 3\nTindakan: pemadaman'),
    sendsPhoto(860, 'DAMKAR', 'kebakaran'),
    acceptsReport(900, 'DAMKAR'),
  ],
}
void closesIncident
void findsInArchive
