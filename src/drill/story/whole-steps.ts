import { presses } from './crew-steps.ts'
import { acceptsReport, choosesOutcome, repliesWithReport } from './report-steps.ts'
import type { Step } from './story.ts'

/** What crews do in the usual order, so that a story tells only what is its own. */

/** Takes the job, sets out, arrives: seconds of the story for each; what is left out is not pressed. */
export const goesToScene = (
  agency: string,
  at: { taken?: number; departed?: number; arrived?: number },
): readonly Step[] => [
  ...(at.taken === undefined ? [] : [presses(at.taken, agency, 'Kami tangani')]),
  ...(at.departed === undefined ? [] : [presses(at.departed, agency, 'Meluncur')]),
  ...(at.arrived === undefined ? [] : [presses(at.arrived, agency, 'Tiba di lokasi')]),
]

/** Done: Selesai, the outcome, one reply, accepted; within 40 seconds. `button` is the one that the card shows. */
export const finishes = (
  at: number,
  agency: string,
  report: { outcome: string; text: string; button?: 'Selesai' | 'Selesai (tanpa ke lokasi)' },
): readonly Step[] => [
  presses(at, agency, report.button ?? 'Selesai'),
  presses(at + 4, agency, 'Ya, selesai'),
  ...reports(at + 10, agency, report),
]

/** The close-out report of a job that is done, and the owner's yes. */
export const reports = (
  at: number,
  agency: string,
  { outcome, text }: { outcome: string; text: string },
): readonly Step[] => [
  presses(at, agency, 'Kirim laporan'),
  choosesOutcome(at + 4, agency, outcome),
  repliesWithReport(at + 14, agency, text),
  acceptsReport(at + 24, agency),
]

/** Agencies that only have to know say so. */
export const receives = (at: number, agency: string): Step => presses(at, agency, 'Diterima')
