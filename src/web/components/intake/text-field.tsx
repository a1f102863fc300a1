import { Textarea } from '@mantine/core'
import { useId, useState } from 'react'
import type { PlaceView } from '../../../admin-api/contract/index.ts'
import { letterOf } from '../../intake/letters.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import type { PlaceTextField } from '../../places/fill-place.ts'
import { usePlaceFilling } from '../places/place-filling.tsx'
import { usePlaceSuggestions } from '../places/place-suggestions.tsx'
import { FieldRow } from './field-row.tsx'
import { useField } from './intake-context.tsx'

type TextFieldName =
  | 'location'
  | 'address'
  | 'landmark'
  | 'condition'
  | 'handlingSoFar'
  | 'reporterName'
  | 'reporterPhone'

const placeholders = ['location', 'address', 'landmark', 'condition', 'handlingSoFar'] as const
const hasPlaceholder = (field: TextFieldName): field is (typeof placeholders)[number] =>
  (placeholders as readonly string[]).includes(field)

const placeFields = ['location', 'address', 'landmark'] as const satisfies readonly PlaceTextField[]
const isPlaceField = (field: TextFieldName): field is PlaceTextField =>
  (placeFields as readonly string[]).includes(field)

interface Props {
  field: TextFieldName
  /** false where another row of the same letter stands above */
  first?: boolean
  lines?: number
}

export const TextField = ({ field, first = true, lines = 1 }: Props) => {
  const { t } = useLanguage()
  const id = useId()
  const { answer, set, waiting, error, readOnly } = useField(field)
  const filling = usePlaceFilling()
  // only what is typed now is looked for in the gazetteer, not what stood there already
  const [sought, setSought] = useState<string | null>(null)
  // While somebody types, their own letters stand: a saved answer that comes back trimmed must not eat a space. What a
  // colleague answers afterwards is shown even where the cursor still stands.
  const [typing, setTyping] = useState<string | null>(null)
  const known = answer !== undefined && answer !== 'unknown' ? answer.known : ''
  const label = t.intake.fields[field]

  const stopSeeking = () => setSought(null)
  const takePlace = (place: PlaceView) => {
    if (!isPlaceField(field)) return
    const written = filling.pick(place, field)[field]
    if (written && written !== 'unknown') setTyping(written.known)
    stopSeeking()
  }
  const suggestions = usePlaceSuggestions(isPlaceField(field) && !readOnly ? sought : null, takePlace, stopSeeking)

  const common = {
    id,
    size: 'sm',
    readOnly,
    error,
    autoComplete: 'off',
    maxLength: field === 'reporterPhone' ? 40 : field === 'reporterName' ? 200 : 4_000,
    placeholder: answer === 'unknown' ? t.common.unknown : hasPlaceholder(field) ? t.intake.placeholders[field] : '',
    value: typing !== null && (waiting || [known, ''].includes(typing.trim())) ? typing : known,
    onFocus: () => setTyping(known),
    onBlur: () => {
      setTyping(null)
      stopSeeking()
    },
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setTyping(value)
      setSought(value)
      // An emptied field is no answer: what was known stays until something else, or "tidak diketahui", is said.
      if (value.trim() !== '') set({ known: value.trim() })
    },
  } as const
  return (
    <FieldRow
      {...(first && { letter: letterOf[field] })}
      label={label}
      htmlFor={id}
      answered={answer !== undefined}
      waiting={waiting}
      unknown={answer === 'unknown'}
      onUnknown={() => {
        setTyping(null)
        set('unknown')
      }}
      readOnly={readOnly}
    >
      <Textarea
        {...common}
        autosize
        minRows={lines}
        maxRows={6}
        {...(isPlaceField(field) && suggestions.aria)}
        onKeyDown={event => {
          if (suggestions.takesKey(event)) return
          // Only the situation has lines of its own; elsewhere long text wraps, and Enter is a slip.
          if (event.key === 'Enter' && lines === 1) event.preventDefault()
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      {suggestions.list}
    </FieldRow>
  )
}
