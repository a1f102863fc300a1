import { SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import type { IncidentView } from '../../../../admin-api/contract/index.ts'
import { useIncidentCommand } from '../../../hooks/use-service.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { type Priority, priorities } from '../../../words.ts'
import { FormDialog } from '../../common/form-dialog.tsx'

export const PriorityDialog = ({ incident, onClose }: { incident: IncidentView; onClose: () => void }) => {
  const { t } = useLanguage()
  const [priority, setPriority] = useState<Priority>(incident.priority)
  const save = useIncidentCommand(
    incident.id,
    (commands, wanted: Priority, key) => commands.setPriority({ priority: wanted }, key),
    onClose,
  )
  return (
    <FormDialog
      title={t.more.priority}
      size="lg"
      busy={save.busy}
      complete={priority !== incident.priority}
      onSave={() => save.send(priority)}
      onClose={onClose}
    >
      <Text size="sm">{t.more.priorityHint}</Text>
      <SegmentedControl
        fullWidth
        aria-label={t.more.priority}
        data={priorities.map(value => ({ value: String(value), label: `P${value} ${t.priority[value]}` }))}
        value={String(priority)}
        onChange={value => setPriority(Number(value) as Priority)}
      />
    </FormDialog>
  )
}
