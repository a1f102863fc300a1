import { Chip, Group, SegmentedControl } from '@mantine/core'
import { useLanguage } from '../../lang/language-provider.tsx'
import { type Hazard, hazards } from '../../words.ts'
import { FieldRow } from './field-row.tsx'
import { useField } from './intake-context.tsx'

/** Dangers that the caller names: run cards read them. */
export const HazardsField = () => {
  const { t } = useLanguage()
  const { answer = [], set, waiting, readOnly } = useField('hazards')
  return (
    <FieldRow label={t.intake.fields.hazards} answered={answer.length > 0} waiting={waiting} readOnly={readOnly}>
      <Chip.Group multiple value={answer} onChange={chosen => readOnly || set(chosen as Hazard[])}>
        <Group gap={6} role="group" aria-label={t.intake.fields.hazards}>
          {readOnly && answer.length === 0 && '–'}
          {(readOnly ? answer : hazards).map(hazard => (
            <Chip key={hazard} value={hazard} size="xs" radius="sm" color="red.8" tabIndex={readOnly ? -1 : 0}>
              {t.intake.hazards[hazard]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </FieldRow>
  )
}

/** Whether a car gets there: yes, no, or unknown. */
export const PassableField = () => {
  const { t } = useLanguage()
  const { answer, set, waiting, readOnly } = useField('passable')
  const value = answer === undefined || answer === 'unknown' ? '' : answer.known ? 'yes' : 'no'
  return (
    <FieldRow
      letter="f"
      label={t.intake.fields.passable}
      answered={answer !== undefined}
      waiting={waiting}
      unknown={answer === 'unknown'}
      onUnknown={() => set('unknown')}
      readOnly={readOnly}
    >
      <SegmentedControl
        size="sm"
        fullWidth
        aria-label={t.intake.fields.passable}
        disabled={readOnly}
        data={[
          { value: 'yes', label: t.common.yes },
          { value: 'no', label: t.common.no },
        ]}
        value={value}
        onChange={chosen => set({ known: chosen === 'yes' })}
      />
    </FieldRow>
  )
}
