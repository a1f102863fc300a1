import { useLanguage } from '../../lang/language-provider.tsx'
import type { Priority } from '../../words.ts'

/** P1 to P4; colour and digit say the same. */
export const PriorityMark = ({ priority }: { priority: Priority }) => {
  const { t } = useLanguage()
  const label = t.priorityLabel(priority, t.priority[priority])
  return (
    <span className={`priority priority-${priority}`} role="img" aria-label={label} title={label}>
      P{priority}
    </span>
  )
}
