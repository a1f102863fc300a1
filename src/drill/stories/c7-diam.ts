import { callIsNuisance, opensCall } from '../story/call-steps.ts'
import type { Story } from '../story/story.ts'

/** Nobody speaks: one action closes the call, the number is not blocked. */
export const silentCall: Story = {
  id: 'C7',
  centre: 'CLG',
  title: 'Panggilan diam: selesai dalam satu tindakan',
  startsAt: 500,
  steps: [opensCall(0), callIsNuisance(16, 'ghost')],
}
