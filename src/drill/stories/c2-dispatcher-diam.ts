import { callIsEmergency, opensCall } from '../story/call-steps.ts'
import { handoffWaits, handsOver, takesOver } from '../story/handoff-steps.ts'
import { closesIncident, dispatches, fillsIntake, findsInArchive } from '../story/incident-steps.ts'
import type { Story } from '../story/story.ts'
import { finishes, goesToScene } from '../story/whole-steps.ts'

/** The dispatcher does not look: the supervisor is told, again and again, until somebody takes it. */
export const silentDispatcher: Story = {
  id: 'C2',
  centre: 'CLG',
  title: 'Ilalang terbakar, dispatcher diam: supervisor diingatkan sampai ada yang mengambil',
  startsAt: 3800,
  late: ['C3'],
  steps: [
    opensCall(0),
    callIsEmergency(12),
    fillsIntake(34),
    handsOver(40),
    handoffWaits(100, '100 %'),
    handoffWaits(130, '150 %'),
    handoffWaits(430, 'ulang ke-1', 1),
    takesOver(450),
    dispatches(458),
    ...goesToScene('DAMKAR', { taken: 470, departed: 490, arrived: 800 }),
    ...finishes(1000, 'DAMKAR', { outcome: 'Tertangani', text: 'Padam, dijaga warga.\nUnit: 2' }),
    closesIncident(1050),
    findsInArchive(1060, 'Cikerai'),
  ],
}
