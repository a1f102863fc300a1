import { callIsNuisance, opensCall } from '../story/call-steps.ts'
import { callbackIsWanted, ringsBack } from '../story/callback-steps.ts'
import type { Story } from '../story/story.ts'

/** Silence, three times in ten minutes from one number: perhaps somebody who cannot speak. We ring back until we know. */
export const silentThrice: Story = {
  id: '11',
  title: 'Panggilan diam ketiga dalam sepuluh menit: ditelepon balik sampai tersambung',
  startsAt: 1600,
  steps: [
    opensCall(0),
    callIsNuisance(15, 'ghost'),
    opensCall(150, ['ghost']),
    callIsNuisance(165, 'ghost'),
    opensCall(400, ['ghost', 'ghost']),
    callIsNuisance(415, 'ghost'),
    callbackIsWanted(420, 'silent'),
    ringsBack(450, 'noAnswer'),
    ringsBack(520, 'reached'),
  ],
}
