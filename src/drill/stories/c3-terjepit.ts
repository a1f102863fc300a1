import { callIsEmergency, opensCall } from '../story/call-steps.ts'
import { callsForHelp, presses } from '../story/crew-steps.ts'
import { handsOver, takesOver } from '../story/handoff-steps.ts'
import { addsAgency, closesIncident, dispatches, fillsIntake, findsInArchive } from '../story/incident-steps.ts'
import type { Story } from '../story/story.ts'
import { finishes, goesToScene, reports } from '../story/whole-steps.ts'

/** No ambulance is left: the job comes back to the dispatcher with rescuers and the Red Cross proposed in its place. */
export const caughtInMachine: Story = {
  id: 'C3',
  centre: 'CLG',
  title: 'Terjepit mesin di Gerem: ambulans menolak, PMI menggantikan',
  startsAt: 1300,
  steps: [
    opensCall(0),
    callIsEmergency(7),
    fillsIntake(28),
    handsOver(32),
    takesOver(48),
    dispatches(54),
    presses(64, 'DINKES', 'Tidak bisa'),
    callsForHelp(70, 'DINKES', 'Tidak ada unit', ['✋ DINKES TIDAK BISA', 'Usulan pengganti: BASARNAS, PMI']),
    addsAgency(86, 'PMI'),
    ...goesToScene('DAMKAR', { taken: 92, departed: 106, arrived: 380 }),
    ...goesToScene('PMI', { taken: 98, departed: 116, arrived: 460 }),
    ...finishes(700, 'DAMKAR', { outcome: 'Tertangani', text: 'Korban terjepit sudah dibebaskan.' }),
    presses(760, 'PMI', 'Bawa ke RS'),
    presses(980, 'PMI', 'Tiba di RS'),
    ...reports(990, 'PMI', { outcome: 'Dirujuk', text: 'Korban: 1 luka\nUnit: 1 ambulans' }),
    closesIncident(1030),
    findsInArchive(1040, 'Gerem Grogol'),
  ],
}
