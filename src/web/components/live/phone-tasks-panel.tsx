import type { IncidentView } from '../../../admin-api/contract/index.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { Panel } from '../common/panel.tsx'
import { PhoneTaskRow } from './phone-task-row.tsx'

/** Calls to make by voice: no message got an answer. Hidden when there are none. */
export const PhoneTasksPanel = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  const open = incident.phoneTasks.filter(task => task.done === undefined)
  if (open.length === 0) return null
  return (
    <Panel title={t.phoneTask.title} tone="alarm">
      <ul className="tasks" aria-live="polite">
        {open.map(task => (
          <PhoneTaskRow key={task.id} incident={incident.id} task={task} />
        ))}
      </ul>
    </Panel>
  )
}
