import { callIsEmergency, opensCall } from '../story/call-steps.ts'
import { correctsPress } from '../story/correction-steps.ts'
import { presses } from '../story/crew-steps.ts'
import { handsOver, takesOver } from '../story/handoff-steps.ts'
import { closesIncident, dispatches, fillsIntake, findsInArchive } from '../story/incident-steps.ts'
import type { Story } from '../story/story.ts'
import { finishes, goesToScene, reports } from '../story/whole-steps.ts'

/** The ambulance "arrives" by a slip of the thumb and sees it too late for Urungkan: the dispatcher puts it right. */
export const wrongPress: Story = {
  id: 'C5',
  centre: 'CLG',
  title: 'Dua motor tabrakan: salah tekan Tiba di lokasi, dikoreksi dispatcher',
  startsAt: 2500,
  steps: [
    opensCall(0),
    callIsEmergency(8),
    fillsIntake(30),
    handsOver(36),
    takesOver(50),
    dispatches(56),
    ...goesToScene('DINKES', { taken: 66, departed: 80 }),
    ...goesToScene('POLRES', { taken: 72, departed: 94 }),
    presses(100, 'DINKES', 'Tiba di lokasi'),
    correctsPress(260, 'DINKES', {
      action: 'arrive',
      before: 'enRoute',
      reason: 'Salah tekan, ambulans masih di jalan (radio)',
    }),
    ...goesToScene('POLRES', { arrived: 420 }),
    presses(480, 'DINKES', 'Tiba di lokasi'),
    presses(600, 'DINKES', 'Bawa ke RS'),
    ...finishes(660, 'POLRES', { outcome: 'Tertangani', text: 'Arus lancar, dua motor diamankan.' }),
    presses(860, 'DINKES', 'Tiba di RS'),
    ...reports(870, 'DINKES', { outcome: 'Dirujuk', text: 'Korban: 2 luka\nUnit: 1 ambulans' }),
    closesIncident(910),
    findsInArchive(920, 'Sukmajaya'),
  ],
}
