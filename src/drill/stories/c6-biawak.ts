import { callIsEmergency, opensCall } from '../story/call-steps.ts'
import { presses } from '../story/crew-steps.ts'
import { handsOver, takesOver } from '../story/handoff-steps.ts'
import { closesIncident, dispatches, fillsIntake, findsInArchive } from '../story/incident-steps.ts'
import { acceptsReport, choosesOutcome, repliesWithReport, returnsReport } from '../story/report-steps.ts'
import type { Story } from '../story/story.ts'
import { goesToScene } from '../story/whole-steps.ts'

/** A monitor lizard in the kitchen; the dispatcher sends the report back, it comes again and is accepted. */
export const monitorLizard: Story = {
  id: 'C6',
  centre: 'CLG',
  title: 'Biawak di dapur: laporan dikembalikan dispatcher, diperbaiki, diterima',
  startsAt: 4900,
  steps: [
    opensCall(0),
    callIsEmergency(9),
    fillsIntake(30),
    handsOver(36),
    takesOver(50),
    dispatches(56),
    ...goesToScene('DAMKAR', { taken: 70, departed: 90, arrived: 400 }),
    presses(600, 'DAMKAR', 'Selesai'),
    presses(604, 'DAMKAR', 'Ya, selesai'),
    presses(610, 'DAMKAR', 'Kirim laporan'),
    choosesOutcome(614, 'DAMKAR', 'Tertangani'),
    repliesWithReport(624, 'DAMKAR', 'ok'),
    returnsReport(640, 'DAMKAR', 'Tuliskan hewan apa dan dibawa ke mana'),
    repliesWithReport(660, 'DAMKAR', 'Biawak 1,5 m ditangkap, diserahkan ke BKSDA.'),
    acceptsReport(672, 'DAMKAR'),
    closesIncident(700),
    findsInArchive(710, 'Ciwedus'),
  ],
}
