import { Group, Loader, Select, Text, TextInput } from '@mantine/core'
import { Suspense, useId, useState } from 'react'
import { parsePoint } from '../../intake/parse-point.ts'
import { pointText } from '../../intake/point-text.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { lazyPart } from '../../lazy-part.ts'
import { accuracies } from '../../map/accuracy.ts'
import { usePlaceFilling } from '../places/place-filling.tsx'
import { PointNotes } from '../places/point-notes.tsx'
import { ErrorBoundary } from '../shell/error-boundary.tsx'
import { ChoiceButton, FieldRow } from './field-row.tsx'
import { useField } from './intake-context.tsx'

/** Leaflet is large, and most calls need no map. */
const PointMap = lazyPart(() => import('../places/point-map.tsx'))

const defaultAccuracy = 100

/** Coordinates as pasted: numbers, degrees or a long map link; what was read is shown back. */
export const PointField = ({ incident }: { incident?: string }) => {
  const { t } = useLanguage()
  const id = useId()
  const { answer, set, waiting, error, readOnly } = useField('point')
  const [pasted, setPasted] = useState<string | null>(null)
  const [mapOpen, setMapOpen] = useState(false)
  const known = answer !== undefined && answer !== 'unknown' ? answer.known : null
  const [accuracy, setAccuracy] = useState(defaultAccuracy)
  const metres = known?.accuracyMetres ?? accuracy
  const { filled } = usePlaceFilling()
  const fromGazetteer = known !== null && JSON.stringify(filled.point) === JSON.stringify(answer)
  const parsed = pasted === null ? null : parsePoint(pasted)
  const problem =
    parsed && !parsed.ok && parsed.problem !== 'empty' ? t.intake.pointProblems[parsed.problem] : undefined

  const take = (text: string) => {
    setPasted(text)
    const point = parsePoint(text)
    // the radius of a street's middle does not belong to coordinates that somebody reads out
    const own = fromGazetteer ? accuracy : metres
    if (point.ok) set({ known: { lat: point.lat, lng: point.lng, accuracyMetres: own } })
  }
  const pickOnMap = (point: NonNullable<typeof known>) => {
    setPasted(null)
    setAccuracy(point.accuracyMetres)
    set({ known: point })
  }
  const choose = (value: string | null) => {
    const chosen = Number(value ?? defaultAccuracy)
    setAccuracy(chosen)
    if (known) set({ known: { ...known, accuracyMetres: chosen } })
  }

  return (
    <FieldRow
      label={t.intake.fields.point}
      htmlFor={id}
      answered={answer !== undefined}
      waiting={waiting}
      unknown={answer === 'unknown'}
      onUnknown={() => {
        setPasted(null)
        set('unknown')
      }}
      readOnly={readOnly}
      extra={
        !readOnly && (
          <ChoiceButton pressed={mapOpen} label={t.map.open} disabled={false} onClick={() => setMapOpen(!mapOpen)}>
            {t.map.toggle}
          </ChoiceButton>
        )
      }
    >
      <Group gap={6} wrap="nowrap" align="flex-start">
        <TextInput
          id={id}
          size="sm"
          className="point-text"
          autoComplete="off"
          readOnly={readOnly}
          error={(problem ?? error) !== undefined}
          aria-describedby={`${id}-error`}
          placeholder={answer === 'unknown' ? t.common.unknown : t.intake.placeholders.point}
          value={pasted ?? (known ? pointText(known) : '')}
          onChange={event => take(event.currentTarget.value)}
          onBlur={() => {
            if (!problem) setPasted(null)
          }}
        />
        <Select
          aria-label={t.intake.accuracy}
          size="sm"
          w={84}
          rightSectionWidth={20}
          allowDeselect={false}
          readOnly={readOnly}
          data={[...new Set([...accuracies, metres])]
            .sort((a, b) => a - b)
            .map(value => ({ value: String(value), label: t.intake.accuracyOf(value) }))}
          value={String(metres)}
          onChange={choose}
        />
      </Group>
      {(problem ?? error) !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {problem ?? error}
        </p>
      )}
      {pasted !== null && parsed?.ok && (
        <Text size="xs" c="teal" mt={2}>
          {t.intake.pointRead(pointText(parsed))}
        </Text>
      )}
      {mapOpen && !readOnly && (
        <ErrorBoundary part="map">
          <Suspense fallback={<Loader size="sm" aria-label={t.app.loading} />}>
            <PointMap point={known} onPick={pickOnMap} />
          </Suspense>
        </ErrorBoundary>
      )}
      {incident !== undefined && <PointNotes incident={incident} point={known} />}
    </FieldRow>
  )
}
