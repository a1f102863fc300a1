import { NumberInput } from '@mantine/core'
import { useLanguage } from '../../lang/language-provider.tsx'
import type { Victims } from '../../words.ts'
import { type VictimKind, victimKinds } from '../../words.ts'
import { ChoiceButton, FieldRow } from './field-row.tsx'
import { useField } from './intake-context.tsx'

const none: Victims = { injured: 0, sick: 0, trapped: 0, missing: 0, dead: 0 }

/** How many are hurt, sick, trapped, missing, dead; an empty box is "not said". */
export const VictimsField = () => {
  const { t } = useLanguage()
  const { answer, set, waiting, error, readOnly } = useField('victims')
  const known: Victims = answer !== undefined && answer !== 'unknown' ? answer.known : {}

  const count = (kind: VictimKind, typed: number | string) => {
    const { [kind]: _before, ...others } = known
    const victims: Victims = typed === '' ? others : { ...others, [kind]: Number(typed) }
    set(Object.keys(victims).length > 0 ? { known: victims } : 'unknown')
  }

  return (
    <FieldRow
      letter="h"
      label={t.intake.fields.victims}
      answered={answer !== undefined}
      waiting={waiting}
      unknown={answer === 'unknown'}
      onUnknown={() => set('unknown')}
      extra={
        <ChoiceButton pressed={isNone(known)} disabled={readOnly} onClick={() => set({ known: none })}>
          {t.intake.noVictims}
        </ChoiceButton>
      }
      readOnly={readOnly}
    >
      <fieldset className="victims" aria-label={t.intake.fields.victims}>
        {victimKinds.map(kind => (
          <NumberInput
            key={kind}
            size="xs"
            label={t.intake.victims[kind]}
            readOnly={readOnly}
            min={0}
            max={9_999}
            hideControls
            inputMode="numeric"
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="strict"
            value={known[kind] ?? ''}
            onChange={typed => count(kind, typed)}
          />
        ))}
      </fieldset>
      {error !== undefined && <p className="field-error">{error}</p>}
    </FieldRow>
  )
}

const isNone = (victims: Victims): boolean => victimKinds.every(kind => victims[kind] === 0)
