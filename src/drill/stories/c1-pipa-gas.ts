import { callIsEmergency, opensCall } from '../story/call-steps.ts'
import { handsOver, takesOver } from '../story/handoff-steps.ts'
import { closesIncident, dispatches, fillsIntake, findsInArchive } from '../story/incident-steps.ts'
import type { Story } from '../story/story.ts'
import { finishes, goesToScene, receives } from '../story/whole-steps.ts'

/** The plain way of Cilegon: the operator's call ends in a minute, the dispatcher has the rest. */
export const gasPipe: Story = {
  id: 'C1',
  centre: 'CLG',
  title: 'Pipa gas bocor di Ciwandan: operator menyerahkan, dispatcher meneruskan sampai tutup tiket',
  startsAt: 320,
  steps: [
    opensCall(0),
    callIsEmergency(9),
    fillsIntake(30),
    handsOver(36),
    takesOver(55),
    dispatches(62),
    ...goesToScene('DAMKAR', { taken: 74, departed: 88, arrived: 420 }),
    ...goesToScene('PGN', { taken: 80, departed: 100, arrived: 500 }),
    receives(94, 'POLRES'),
    ...finishes(760, 'PGN', { outcome: 'Tertangani', text: 'Katup ditutup, aliran berhenti.' }),
    ...finishes(820, 'DAMKAR', { outcome: 'Tertangani', text: 'Lokasi didinginkan, aman.\nKorban: nihil' }),
    closesIncident(870),
    findsInArchive(880, 'Ciwandan'),
  ],
}
