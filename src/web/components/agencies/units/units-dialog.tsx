import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AssignmentView, IncidentView } from '../../../../admin-api/contract/index.ts'
import { useIncidentCommand } from '../../../hooks/use-service.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { FormDialog } from '../../common/form-dialog.tsx'

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
  const send = () => {
    const codes = typed.split(',').map(code => code.trim())
    name.send([...new Set(codes.filter(code => code !== ''))])
  }
  return (
    <FormDialog title={t.units.nameOf(assignment.agency)} busy={name.busy} onSave={send} onClose={onClose}>
      <TextInput
        label={t.units.codes}
        description={t.units.hint}
        maxLength={400}
        autoComplete="off"
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
        data-autofocus
      />
    </FormDialog>
  )
}
