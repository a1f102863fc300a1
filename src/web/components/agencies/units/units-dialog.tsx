import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AssignmentView, IncidentView } from '../../../../admin-api/contract/index.ts'
import { useIncidentCommand } from '../../../hooks/use-service.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'

interface Props {
  incident: IncidentView
  assignment: AssignmentView
  onClose: () => void
}

/** Which units the agency has on the incident, all of them, by their codes. */
export const UnitsDialog = ({ incident, assignment, onClose }: Props) => {
  const { t } = useLanguage()
  const [typed, setTyped] = useState(assignment.units.map(({ code }) => code).join(', '))
  const name = useIncidentCommand(
    incident.id,
    (commands, units: string[], key) => commands.nameUnits(assignment.id, units, key),
    onClose,
  )
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.units.nameOf(assignment.agency)}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <form
        onSubmit={event => {
          event.preventDefault()
          const codes = typed.split(',').map(code => code.trim())
          name.send([...new Set(codes.filter(code => code !== ''))])
        }}
      >
        <Stack>
          <TextInput
            label={t.units.codes}
            description={t.units.hint}
            maxLength={400}
            autoComplete="off"
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.common.cancel}
            </Button>
            <Button type="submit" loading={name.busy}>
              {t.common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
