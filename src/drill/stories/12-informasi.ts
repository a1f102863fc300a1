import { callIsInformation, endsCall, opensCall, recordsAnswer, refersTo } from '../story/call-steps.ts'
import type { Story } from '../story/story.ts'

/** When will the power be off? What the caller was told is on record, and the matter goes to the power company, without a ticket. */
export const powerCutQuestion: Story = {
  id: '12',
  title: 'Tanya jadwal pemadaman listrik: jawaban dicatat, diteruskan ke PLN',
  startsAt: 240,
  steps: [
    opensCall(0),
    callIsInformation(12),
    recordsAnswer(32, 'listrik', 'Jadwal pemadaman ada di PLN 123'),
    refersTo(40, 'PLN', 'Pelapor diarahkan ke PLN 123'),
    endsCall(50),
  ],
}
