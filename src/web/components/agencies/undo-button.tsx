import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { AssignmentView, IncidentView } from '../../../admin-api/contract/index.ts'
import { useRights } from '../../hooks/use-rights.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { formatSpan } from '../../time/format.ts'
import { useServiceNow } from '../../time/use-service-now.ts'

interface Props {
  incident: IncidentView
  assignment: AssignmentView
  undo: NonNullable<AssignmentView['undo']>
}

/** Takes the last step back while that is still possible, and shows how long. */
export const UndoButton = ({ incident, assignment, undo }: Props) => {
  const { t } = useLanguage()
  const { works } = useRights()
  const left = (undo.until - useServiceNow()) / 1000
  const takeBack = useIncidentCommand(incident.id, (commands, seq: number, key) =>
    commands.undo(assignment.id, seq, key),
  )
  if (!works || left <= 0) return null
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconArrowBackUp size={15} aria-hidden />}
      aria-label={t.assignment.undoOf(assignment.agency)}
      loading={takeBack.busy}
      onClick={() => takeBack.send(undo.seq)}
    >
      {t.assignment.undo(formatSpan(left))}
    </Button>
  )
}
