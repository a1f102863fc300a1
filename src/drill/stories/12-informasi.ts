import { callIsInformation, endsCall, opensCall, refersTo } from '../story/call-steps.ts'
import type { Story } from '../story/story.ts'

/** When will the power be off? The matter goes to the power company, without a ticket, and what the caller was told is on record. */
export const powerCutQuestion: Story = {
  id: '12',
  title: 'Tanya jadwal pemadaman listrik: jawaban dicatat, diteruskan ke PLN',
  startsAt: 240,
  steps: [
    opensCall(0),
    callIsInformation(12),
    refersTo(40, 'PLN', 'Jadwal pemadaman ada di PLN 123; pelapor diarahkan ke sana'),
    endsCall(50),
  ],
}
