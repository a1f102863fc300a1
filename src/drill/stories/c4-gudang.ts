import { callIsEmergency, opensCall } from '../story/call-steps.ts'
import { callsForHelp } from '../story/crew-steps.ts'
import { handsOver, takesOver } from '../story/handoff-steps.ts'
import { addsAgency, closesIncident, dispatches, fillsIntake, findsInArchive } from '../story/incident-steps.ts'
import { supervisorHelps } from '../story/limit-steps.ts'
import type { Story } from '../story/story.ts'
import { finishes, goesToScene, receives } from '../story/whole-steps.ts'

/** A warehouse burns: one brigade is not enough and asks for back-up. */
export const warehouse: Story = {
  id: 'C4',
  centre: 'CLG',
  title: 'Gudang plastik terbakar: DAMKAR minta bantuan, BPBD ditambah',
  startsAt: 2050,
  steps: [
    opensCall(0),
    callIsEmergency(8),
    fillsIntake(30),
    handsOver(36),
    takesOver(47),
    dispatches(53),
    ...goesToScene('DAMKAR', { taken: 63, departed: 75 }),
    ...goesToScene('PLN', { taken: 69, departed: 101 }),
    receives(107, 'POLRES'),
    ...goesToScene('DAMKAR', { arrived: 303 }),
    callsForHelp(331, 'DAMKAR', 'Minta bantuan', [
      '🆘 DAMKAR MINTA BANTUAN',
      'Usulan pengganti: PMI, PDAM, BPBD, BASARNAS',
    ]),
    supervisorHelps(343, '🆘 DAMKAR MINTA BANTUAN'),
    addsAgency(353, 'BPBD'),
    ...goesToScene('BPBD', { taken: 363, departed: 387, arrived: 687 }),
    ...goesToScene('PLN', { arrived: 711 }),
    ...finishes(753, 'PLN', { outcome: 'Tertangani', text: 'Aliran ke gudang diputus.' }),
    ...finishes(1203, 'BPBD', { outcome: 'Tertangani', text: 'Pasokan air cukup.' }),
    ...finishes(1303, 'DAMKAR', { outcome: 'Tertangani', text: 'Api padam.\nKorban: nihil\nUnit: 4 mobil' }),
    closesIncident(1363),
    findsInArchive(1373, 'Kedaleman'),
  ],
}
