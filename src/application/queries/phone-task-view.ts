import type { PhoneTask } from '../../dispatch/incident/incident.ts'
import type { PhoneTaskView } from '../views.ts'

/** A phone task with the agency's numbers as they are now, and the one whose turn it is. */
export const phoneTaskView = (
  task: PhoneTask,
  { agency, post, numbers }: { agency: string; post: string | null; numbers: string[] },
): PhoneTaskView => {
  const tried = task.attempts.length
  const length = Math.max(1, numbers.length)
  return {
    ...task,
    agency,
    post,
    numbers,
    phone: numbers[tried % length] ?? null,
    round: Math.floor(tried / length) + 1,
  }
}
