import { Button, Group, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AssignmentView, CorrectStep, IncidentView, StepView } from '../../../../admin-api/contract/index.ts'
import { useSigned, useTimes } from '../../../hooks/use-centre.tsx'
import { useIncidentCommand } from '../../../hooks/use-service.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { stepName } from '../../../plan/marks.ts'
import { lastTimeOfDay } from '../../../time/format.ts'
import { serviceNow } from '../../../time/service-time.ts'
import { fieldActions, toChange } from './field-change.ts'

interface Props {
  incident: IncidentView
  assignment: AssignmentView
  /** null: a step that a crew forgot */
  step: StepView | null
  onDone: () => void
}

type Kind = 'retimed' | 'changed' | 'removed' | 'inserted'

/** What was wrong, what is right, and why. */
export const CorrectionForm = ({ incident, assignment, step, onDone }: Props) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const { timeZone } = useSigned().centre
  const kinds: Kind[] = step ? step.correctable : ['inserted']
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'retimed')
  const [what, setWhat] = useState<string | null>(null)
  const [clock, setClock] = useState('')
  const [reason, setReason] = useState('')
  const correct = useIncidentCommand(
    incident.id,
    (commands, input: CorrectStep, key) => commands.correct(assignment.id, input, key),
    onDone,
  )

  const typed = clock.trim() !== ''
  const to = typed ? lastTimeOfDay(clock, serviceNow(), timeZone) : null
  const asksTime = kind !== 'removed'
  const needsTime = kind === 'retimed' || kind === 'inserted'
  const change = toChange(what, step)
  const correction = correctionOf(kind, step?.seq, change, to)
  const wrongTime = typed && to === null
  const complete = correction !== null && reason.trim() !== '' && !wrongTime && !(needsTime && to === null)

  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (complete) correct.send({ correction, reason: reason.trim() })
      }}
    >
      <Stack>
        {step && (
          <Text>
            <strong>{stepName(step, t)}</strong> {time(step.at)}
          </Text>
        )}
        {kinds.length > 1 && (
          <SegmentedControl
            data={kinds.map(value => ({ value, label: t.steps.kinds[value] }))}
            value={kind}
            onChange={setKind}
          />
        )}
        {(kind === 'changed' || kind === 'inserted') && (
          <Select
            label={t.steps.step}
            data={fieldActions(assignment, step).map(value => ({ value, label: stepName({ what: value }, t) }))}
            value={what}
            onChange={setWhat}
          />
        )}
        {asksTime && (
          <TextInput
            label={needsTime ? t.steps.time : `${t.steps.time} (${t.common.optional})`}
            error={wrongTime ? t.steps.timeWrong : undefined}
            inputMode="numeric"
            autoComplete="off"
            value={clock}
            onChange={event => setClock(event.currentTarget.value)}
            data-autofocus
          />
        )}
        <Textarea
          label={t.steps.reason}
          autosize
          minRows={2}
          maxLength={4_000}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t.common.cancel}
          </Button>
          <Button
            type="submit"
            loading={correct.busy}
            disabled={!complete}
            {...(kind === 'removed' && { color: 'red' })}
          >
            {t.steps.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Null as long as something is missing. */
const correctionOf = (
  kind: Kind,
  seq: number | undefined,
  change: ReturnType<typeof toChange>,
  to: number | null,
): CorrectStep['correction'] | null => {
  if (kind === 'inserted') return change && to !== null ? { kind, change, to } : null
  if (seq === undefined) return null
  if (kind === 'removed') return { kind, seq }
  if (kind === 'retimed') return to === null ? null : { kind, seq, to }
  return change ? { kind, seq, change, ...(to !== null && { to }) } : null
}
