import { callIsEmergency, opensCall } from '../story/call-steps.ts'
import { leavesNobody, presses } from '../story/crew-steps.ts'
import {
  closesIncident,
  dispatches,
  fillsIntake,
  findsInArchive,
  replacesAgency,
  submitsIntake,
} from '../story/incident-steps.ts'
import type { Story } from '../story/story.ts'
import { finishes, goesToScene } from '../story/whole-steps.ts'

/** A python in the bathroom. The only agency alerted has no unit left: BKSDA leads in its place. */
export const snakeInHouse: Story = {
  id: '07',
  title: 'Ular masuk rumah di Klipang: DAMKAR tidak ada unit, BKSDA menggantikan',
  startsAt: 4300,
  steps: [
    opensCall(0),
    callIsEmergency(10),
    fillsIntake(50),
    submitsIntake(56),
    dispatches(62),
    presses(75, 'DAMKAR', 'Tidak bisa'),
    leavesNobody(80, 'DAMKAR', 'Tidak ada unit', [
      '✋ DAMKAR TIDAK BISA',
      'Alasan: Tidak ada unit',
      'Usulan pengganti: BKSDA, BPBD, BASARNAS',
    ]),
    replacesAgency(100, 'BKSDA', 'DAMKAR'),
    ...goesToScene('BKSDA', { taken: 115, departed: 140, arrived: 700 }),
    ...finishes(900, 'BKSDA', { outcome: 'Tertangani', text: 'Ular sanca 2 m ditangkap, dibawa ke BKSDA.' }),
    closesIncident(960),
    findsInArchive(970, 'Klipang'),
  ],
}
