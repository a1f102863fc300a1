import { callIsEmergency, opensCall } from '../story/call-steps.ts'
import { closesIncident, dispatches, fillsIntake, findsInArchive, submitsIntake } from '../story/incident-steps.ts'
import { endsLongOperation, givesSitrep, sitrepsAreAsked, startsLongOperation } from '../story/long-steps.ts'
import type { Story } from '../story/story.ts'
import { finishes, goesToScene } from '../story/whole-steps.ts'

/** The operation begins here, seconds of the story; SITREPs are asked for every twelve hours from then on. */
const began = 1_000
const turn = 12 * 3_600
/** The second turn is over, the fisherman is found. */
const found = began + 2 * turn + 600

const searchers = ['BASARNAS', 'POLAIRUD', 'BPBD']

/** A fisherman has not come home. The search takes longer than a day; the last story, as the clock leaps with it. */
export const missingFisherman: Story = {
  id: '09',
  title: 'Nelayan hilang di Tambaklorok: operasi lanjutan, SITREP dua kali sehari',
  startsAt: 5700,
  late: ['TOTAL'],
  steps: [
    opensCall(0),
    callIsEmergency(12),
    fillsIntake(70),
    submitsIntake(78),
    dispatches(84),
    ...goesToScene('BASARNAS', { taken: 100, departed: 130 }),
    ...goesToScene('POLAIRUD', { taken: 106, departed: 140 }),
    ...goesToScene('BPBD', { taken: 112, departed: 150, arrived: 600 }),
    ...goesToScene('POLAIRUD', { arrived: 650 }),
    ...goesToScene('BASARNAS', { arrived: 700 }),
    startsLongOperation(began),
    sitrepsAreAsked(began + turn, searchers),
    givesSitrep(began + turn + 60, 'BASARNAS', 'Dua kapal menyisir 4 mil ke timur, nihil.'),
    givesSitrep(began + turn + 80, 'POLAIRUD', 'Perahu ditarik ke dermaga.'),
    givesSitrep(began + turn + 100, 'BPBD', 'Posko di dermaga, logistik cukup.'),
    sitrepsAreAsked(began + 2 * turn, searchers),
    givesSitrep(began + 2 * turn + 60, 'BASARNAS', 'Korban ditemukan selamat, dibawa ke dermaga.'),
    endsLongOperation(found),
    ...finishes(found + 60, 'BPBD', { outcome: 'Tertangani', text: 'Posko ditutup.' }),
    ...finishes(found + 120, 'POLAIRUD', { outcome: 'Tertangani', text: 'Penyisiran selesai.\nUnit: 1 kapal' }),
    ...finishes(found + 180, 'BASARNAS', { outcome: 'Tertangani', text: 'Nelayan ditemukan selamat.\nKorban: 0' }),
    closesIncident(found + 240),
    findsInArchive(found + 250, 'Tambaklorok'),
  ],
}
