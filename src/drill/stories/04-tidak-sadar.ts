import { callIsEmergency, opensCall } from '../story/call-steps.ts'
import { looksAtDetail, presses } from '../story/crew-steps.ts'
import { closesIncident, dispatches, fillsIntake, findsInArchive, submitsIntake } from '../story/incident-steps.ts'
import type { Story } from '../story/story.ts'
import { goesToScene, reports } from '../story/whole-steps.ts'

/**
 * A father lies unconscious. The ambulance is sent as soon as type and place are known, the questions go on; what ails
 * him never stands in the group.
 */
export const unconscious: Story = {
  id: '04',
  title: 'Tidak sadar di Tlogosari: dikirim sebelum isian lengkap, data medis tidak di grup',
  startsAt: 2300,
  steps: [
    opensCall(0),
    callIsEmergency(6),
    fillsIntake(14, ['type', 'address', 'location']),
    dispatches(20),
    ...goesToScene('DINKES', { taken: 30, departed: 44 }),
    fillsIntake(50, ['landmark', 'passable', 'condition', 'handlingSoFar', 'hazards'], 'patokan'),
    looksAtDetail(58, 'DINKES'),
    fillsIntake(64, ['point', 'victims'], 'titik peta, korban'),
    submitsIntake(70),
    presses(300, 'DINKES', 'Tiba di lokasi'),
    presses(620, 'DINKES', 'Bawa ke RS'),
    presses(980, 'DINKES', 'Tiba di RS'),
    ...reports(990, 'DINKES', { outcome: 'Dirujuk', text: 'Pasien diserahkan ke IGD.\nUnit: 1 ambulans' }),
    closesIncident(1030),
    findsInArchive(1040, 'Tlogosari'),
  ],
}
