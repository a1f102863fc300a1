import type { State } from '../cards/card-words.ts'
import { must, owner, type Step } from './story.ts'

/** Whoever has the incident takes a wrong press out, with a reason; the card shows `before` again. */
export const correctsPress = (
  at: number,
  agency: string,
  { action, before, reason }: { action: string; before: State; reason: string },
): Step => ({
  at,
  who: owner,
  what: `mengoreksi ${agency}, ${action} dihapus: "${reason}"`,
  play: async scene => {
    const { assignments } = await scene.record()
    const assignment = assignments.findLast(candidate => candidate.agency === agency)
    const step = assignment?.steps.findLast(({ what, counts }) => what === action && counts)
    must(step !== undefined, `${agency} has no step ${action}`)
    const path = await scene.assignmentPath(agency, '/corrections')
    await scene.owner.post(path, { correction: { kind: 'removed', seq: step.seq }, reason })
    scene.board.card(agency).back(before, scene.stage.clock.now())
    return []
  },
})
