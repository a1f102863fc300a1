import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { IncidentView } from '../../../../admin-api/contract/index.ts'
import { useIncidentCommand } from '../../../hooks/use-service.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { type Priority, priorities } from '../../../words.ts'

export const PriorityDialog = ({ incident, onClose }: { incident: IncidentView; onClose: () => void }) => {
  const { t } = useLanguage()
  const [priority, setPriority] = useState<Priority>(incident.priority)
  const save = useIncidentCommand(
    incident.id,
    (commands, wanted: Priority, key) => commands.setPriority({ priority: wanted }, key),
    onClose,
  )
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t.more.priority}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <Stack>
        <Text size="sm">{t.more.priorityHint}</Text>
        <SegmentedControl
          fullWidth
          aria-label={t.more.priority}
          data={priorities.map(value => ({ value: String(value), label: `P${value} ${t.priority[value]}` }))}
          value={String(priority)}
          onChange={value => setPriority(Number(value) as Priority)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.common.cancel}
          </Button>
          <Button loading={save.busy} disabled={priority === incident.priority} onClick={() => save.send(priority)}>
            {t.common.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
