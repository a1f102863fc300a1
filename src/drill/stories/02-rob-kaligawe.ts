import { callIsEmergency, opensCall } from '../story/call-steps.ts'
import { looksAtDetail } from '../story/crew-steps.ts'
import { closesIncident, dispatches, fillsIntake, findsInArchive, submitsIntake } from '../story/incident-steps.ts'
import type { Story } from '../story/story.ts'
import { finishes, goesToScene, receives } from '../story/whole-steps.ts'

/** Tidal flood, old people in a stalled car: people trapped raise it to P1 and bring the fire brigade along. */
export const tidalFlood: Story = {
  id: '02',
  title: 'Rob di Kaligawe, lansia terjebak di mobil: naik ke P1, DAMKAR ikut',
  startsAt: 2000,
  steps: [
    opensCall(0),
    callIsEmergency(9),
    fillsIntake(70),
    submitsIntake(76),
    dispatches(80),
    ...goesToScene('BPBD', { taken: 92, departed: 110, arrived: 420 }),
    ...goesToScene('DAMKAR', { taken: 98, departed: 114, arrived: 380 }),
    ...goesToScene('DPU', { taken: 120 }),
    receives(126, 'DISHUB'),
    receives(130, 'POLRES'),
    looksAtDetail(390, 'DAMKAR'),
    ...finishes(700, 'DAMKAR', { outcome: 'Tertangani', text: 'Dua lansia dievakuasi dari mobil.\nKorban: 0' }),
    ...finishes(760, 'DPU', {
      outcome: 'Tertangani',
      text: 'Pompa Kaligawe dinyalakan dari pos.',
      button: 'Selesai (tanpa ke lokasi)',
    }),
    ...finishes(960, 'BPBD', { outcome: 'Tertangani', text: 'Air 60 cm, surut pukul malam.\nUnit: 1 perahu' }),
    closesIncident(1020),
    findsInArchive(1030, 'Kaligawe Genuk'),
  ],
}
