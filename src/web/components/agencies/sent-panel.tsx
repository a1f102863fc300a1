import { Button, Group, Popover, SegmentedControl, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ChosenAgency, IncidentView } from '../../../admin-api/contract/index.ts'
import { useRights } from '../../hooks/use-rights.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { leftStatuses } from '../../words.ts'
import { Panel } from '../common/panel.tsx'
import { AgencyPicker } from './agency-picker.tsx'
import { AssignmentCard } from './assignment-card.tsx'

/** The agencies on the incident and where each stands. */
export const SentPanel = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  const { owns } = useRights()
  return (
    <Panel
      title={t.dispatch.title}
      aside={owns && incident.allowed.includes('addAgency') && <AddAgency incident={incident} />}
    >
      <ul className="assignments">
        {incident.assignments.map(assignment => (
          <AssignmentCard key={assignment.id} incident={incident} assignment={assignment} />
        ))}
      </ul>
    </Panel>
  )
}

const AddAgency = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  const [opened, setOpened] = useState(false)
  const [agency, setAgency] = useState<{ code: string; name: string } | null>(null)
  const [role, setRole] = useState<ChosenAgency['role']>('support')
  const add = useIncidentCommand(
    incident.id,
    (commands, chosen: ChosenAgency, key) => commands.addAgency(chosen, key),
    () => {
      setOpened(false)
      setAgency(null)
    },
  )
  const working = incident.assignments.filter(({ status }) => !leftStatuses.includes(status))
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={320} withArrow trapFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {t.dispatch.addOther}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.dispatch.later}>
        <Stack gap="xs">
          {agency === null ? (
            <AgencyPicker
              label={t.dispatch.addOtherPlaceholder}
              taken={working.map(assignment => assignment.agency)}
              onPick={setAgency}
            />
          ) : (
            <strong>
              {agency.code} – {agency.name}
            </strong>
          )}
          <SegmentedControl
            size="xs"
            aria-label={t.dispatch.laterAs}
            data={[
              { value: 'support', label: t.assignment.role.support },
              { value: 'lead', label: t.assignment.role.lead },
            ]}
            value={role}
            onChange={setRole}
          />
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={() => (agency === null ? setOpened(false) : setAgency(null))}>
              {t.common.cancel}
            </Button>
            <Button
              size="xs"
              loading={add.busy}
              disabled={agency === null}
              onClick={() => agency && add.send({ agency: agency.code, role, duty: 'act' })}
            >
              {t.dispatch.sendOne}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
