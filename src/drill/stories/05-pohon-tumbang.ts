import { callIsEmergency, opensCall } from '../story/call-steps.ts'
import { presses } from '../story/crew-steps.ts'
import { closesIncident, dispatches, fillsIntake, findsInArchive, submitsIntake } from '../story/incident-steps.ts'
import type { Story } from '../story/story.ts'
import { finishes, goesToScene, receives } from '../story/whole-steps.ts'

/** A tree across the road has pulled a power line down: the line brings PLN, the blocked road DISHUB. */
export const fallenTree: Story = {
  id: '05',
  title: 'Pohon tumbang di Jl. Pahlawan, kabel tertarik: PLN dan DISHUB ikut',
  startsAt: 2650,
  steps: [
    opensCall(0),
    callIsEmergency(10),
    fillsIntake(60),
    submitsIntake(66),
    dispatches(72),
    ...goesToScene('DISPERKIM', { taken: 90, departed: 110 }),
    ...goesToScene('PLN', { taken: 96, departed: 118, arrived: 360 }),
    ...goesToScene('BPBD', { taken: 102 }),
    ...finishes(130, 'BPBD', {
      outcome: 'Dialihkan',
      text: 'Ditangani Disperkim dan PLN, regu kami siaga.',
      button: 'Selesai (tanpa ke lokasi)',
    }),
    receives(178, 'DISHUB'),
    presses(480, 'DISPERKIM', 'Tiba di lokasi'),
    ...finishes(600, 'PLN', { outcome: 'Tertangani', text: 'Aliran dipadamkan, kabel diamankan.' }),
    ...finishes(900, 'DISPERKIM', { outcome: 'Tertangani', text: 'Pohon dipotong, 2 lajur terbuka.\nUnit: 1 truk' }),
    closesIncident(960),
    findsInArchive(970, 'Pahlawan Pleburan'),
  ],
}
