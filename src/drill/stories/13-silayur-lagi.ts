import { callIsEmergency, opensCall } from '../story/call-steps.ts'
import { attachesCall, seesConflict, seesSimilar } from '../story/duplicate-steps.ts'
import { fillsIntake } from '../story/incident-steps.ts'
import type { Story } from '../story/story.ts'

/** 90 s after 03 somebody else tells of the same crash: suggested, attached by the operator, no second alert. */
export const silayurAgain: Story = {
  id: '13',
  title: 'Pelapor kedua di Silayur: digabung ke kejadian 03, korban 3 dan 4 berdampingan',
  startsAt: 690,
  steps: [
    opensCall(0),
    callIsEmergency(8),
    fillsIntake(45),
    seesSimilar(52, '03'),
    attachesCall(60, '03'),
    seesConflict(66, '03', 'injured'),
  ],
}
