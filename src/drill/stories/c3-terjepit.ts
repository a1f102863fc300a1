import { callIsEmergency, opensCall } from '../story/call-steps.ts'
import { callsForHelp, dutyOfficerPresses, presses } from '../story/crew-steps.ts'
import { handsOver, takesOver } from '../story/handoff-steps.ts'
import { addsAgency, closesIncident, dispatches, fillsIntake, findsInArchive } from '../story/incident-steps.ts'
import { dutyOfficerAlerted } from '../story/limit-steps.ts'
import { powerFailsWhile } from '../story/outage-steps.ts'
import type { Story } from '../story/story.ts'
import { finishes, goesToScene, reports } from '../story/whole-steps.ts'

/**
 * No ambulance is left: the job comes back to the dispatcher with rescuers and the Red Cross proposed in its place. The
 * Red Cross is on WhatsApp: its group stays silent, its duty officer takes the job in private, and the power fails while
 * its crew answers. When it has reached the hospital its card is too old to be edited.
 */
export const caughtInMachine: Story = {
  id: 'C3',
  centre: 'CLG',
  title: 'Terjepit mesin di Gerem: ambulans menolak, PMI menggantikan; perwira piketnya menjawab di WhatsApp',
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
    dutyOfficerAlerted(146, 'PMI'),
    dutyOfficerPresses(154, 'PMI', 'Kami tangani'),
    powerFailsWhile(170, 'PMI', 'Meluncur'),
    ...goesToScene('PMI', { arrived: 460 }),
    ...finishes(700, 'DAMKAR', { outcome: 'Tertangani', text: 'Korban terjepit sudah dibebaskan.' }),
    presses(760, 'PMI', 'Bawa ke RS'),
    presses(980, 'PMI', 'Tiba di RS'),
    ...reports(990, 'PMI', { outcome: 'Dirujuk', text: 'Korban: 1 luka\nUnit: 1 ambulans' }),
    closesIncident(1030),
    findsInArchive(1040, 'Gerem Grogol'),
  ],
}
