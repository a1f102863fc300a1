import { callIsEmergency, opensCall } from '../story/call-steps.ts'
import { closesIncident, dispatches, fillsIntake, findsInArchive, submitsIntake } from '../story/incident-steps.ts'
import type { Story } from '../story/story.ts'
import { finishes, goesToScene, receives } from '../story/whole-steps.ts'

/** Bottled gas leaks: the gas company, which has pipes only, is not proposed. */
export const gasLeak: Story = {
  id: '08',
  title: 'Tabung gas bocor di Banyumanik: PGN tidak diusulkan',
  startsAt: 3400,
  steps: [
    opensCall(0),
    callIsEmergency(8),
    fillsIntake(48),
    submitsIntake(54),
    dispatches(60),
    ...goesToScene('DAMKAR', { taken: 70, departed: 82, arrived: 400 }),
    receives(90, 'POLRES'),
    ...finishes(640, 'DAMKAR', {
      outcome: 'Tertangani',
      text: 'Tabung dipindah ke tempat terbuka.\nKorban: tidak ada',
    }),
    closesIncident(700),
    findsInArchive(710, 'Banyumanik'),
  ],
}
