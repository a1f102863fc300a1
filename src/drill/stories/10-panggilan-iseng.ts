import { callIsInformation, callIsNuisance, endsCall, opensCall, recordsAnswer } from '../story/call-steps.ts'
import type { Story } from '../story/story.ts'

/** Children at play: one action closes the call. The number counts as a nuisance, and gets through the next time. */
export const prankCall: Story = {
  id: '10',
  title: 'Panggilan iseng: selesai dalam satu tindakan, nomor tidak diblokir',
  startsAt: 180,
  steps: [
    opensCall(0),
    callIsNuisance(15, 'prank'),
    opensCall(100, ['prank']),
    callIsInformation(112),
    recordsAnswer(130, 'Layanan 112', 'Nomor 112 hanya untuk keadaan darurat'),
    endsCall(135),
  ],
}
