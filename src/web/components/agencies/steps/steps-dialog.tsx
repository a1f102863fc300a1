import { Button, Modal, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { AssignmentView, IncidentView, StepView } from '../../../../admin-api/contract/index.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { StepRow } from './step-row.tsx'

interface Props {
  incident: IncidentView
  assignment: AssignmentView
  onClose: () => void
}

/** Everything that one agency did, with what was put right about it; each step of the crew can be corrected. */
export const StepsDialog = ({ incident, assignment, onClose }: Props) => {
  const { t } = useLanguage()
  const [chosen, setChosen] = useState<StepView | 'new' | null>(null)
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t.steps.title(assignment.agency)}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      {chosen === null ? (
        <Stack>
          <Text size="sm" c="dimmed">
            {t.steps.hint}
          </Text>
          {assignment.steps.length === 0 && <Text size="sm">{t.steps.empty}</Text>}
          <ol className="steps">
            {assignment.steps.map(step => (
              <StepRow key={step.seq} step={step} onCorrect={() => setChosen(step)} />
            ))}
          </ol>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            data-autofocus
            onClick={() => setChosen('new')}
          >
            {t.steps.addForgotten}
          </Button>
        </Stack>
      ) : (
        <CorrectionForm
          incident={incident}
          assignment={assignment}
          step={chosen === 'new' ? null : chosen}
          onDone={() => setChosen(null)}
        />
      )}
    </Modal>
  )
}
