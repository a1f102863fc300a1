import type { CallbackTask } from '../api/views.ts'
import type { Scene } from './scene.ts'
import { must, type Step } from './story.ts'

/** Numbers that the operators must ring back. */

/** The number's silent calls have led to one task, which names them all. */
export const callbackIsWanted = (at: number, cause: string): Step => ({
  at,
  who: 'Operator',
  what: `melihat satu tugas menelepon balik (${cause})`,
  play: async scene => {
    const task = await openCallback(scene)
    const { phone } = scene.scenario.caller
    must(task.cause === cause, `the task was raised because of ${task.cause}`)
    must(task.phone === phone, `the task names ${task.phone} instead of ${phone}`)
    must(
      task.calls.toSorted().join() === scene.calls.toSorted().join(),
      `the task is about ${task.calls.length} calls instead of ${scene.calls.length}`,
    )
    return []
  },
})

export const ringsBack = (at: number, outcome: 'noAnswer' | 'reached'): Step => ({
  at,
  who: 'Operator',
  what: `menelepon balik: ${outcome === 'reached' ? 'tersambung' : 'tidak diangkat'}`,
  play: async scene => {
    const task = await openCallback(scene)
    await scene.stage.operator.post(`${scene.centrePath}/callbacks/${encodeURIComponent(task.call)}`, { outcome })
    const after = (await callbacksOf(scene)).find(({ call }) => call === task.call)
    if (outcome === 'reached') must(after?.done?.outcome === 'reached', 'the task is not done')
    else must(after?.attempts.length === task.attempts.length + 1, 'the attempt is not on record')
    return []
  },
})

const openCallback = async (scene: Scene): Promise<CallbackTask> => {
  const open = (await callbacksOf(scene)).filter(({ done }) => done === null)
  const [task] = open
  must(task !== undefined && open.length === 1, `${open.length} numbers wait for a call back instead of one`)
  return task
}

const callbacksOf = async ({ stage, centrePath }: Scene): Promise<CallbackTask[]> =>
  (await stage.operator.get<{ callbacks: CallbackTask[] }>(`${centrePath}/callbacks`)).callbacks
