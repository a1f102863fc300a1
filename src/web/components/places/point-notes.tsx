import { Anchor, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Surroundings } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useSurroundings } from '../../hooks/use-places.ts'
import { hrefOf } from '../../hooks/use-route.ts'
import { pointText } from '../../intake/point-text.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import type { PlaceAnswers, PlaceField } from '../../places/fill-place.ts'
import { IncidentStatusChip } from '../common/status-chip.tsx'
import { usePlaceFilling } from './place-filling.tsx'

type Point = Exclude<NonNullable<PlaceAnswers['point']>, 'unknown'>['known']

/** Below the point: where it came from, what was offered instead of an answer, and what is known around it. */
export const PointNotes = ({ incident, point }: { incident: string; point: Point | null }) => {
  const { t } = useLanguage()
  const { name, offered } = usePlaceFilling()
  const around = useSurroundings(point, incident).data
  const isOffered = Object.keys(offered).length > 0
  return (
    <div className="point-notes" aria-live="polite">
      {isOffered ? <Offered /> : name !== null && point && <Text size="xs">{t.places.filled(name)}</Text>}
      {point && around && <Around around={around} />}
    </div>
  )
}

const Offered = () => {
  const { t } = useLanguage()
  const { offered, accept, dismiss } = usePlaceFilling()
  const shown = (answer: PlaceAnswers[PlaceField]): string => {
    if (answer === undefined || answer === 'unknown') return ''
    const { known } = answer
    return typeof known === 'string' ? known : pointText(known)
  }
  return (
    <div className="point-offered">
      <Text size="xs">{t.places.offered}</Text>
      <Group gap={6}>
        {(Object.keys(offered) as PlaceField[]).map(field => (
          <Button key={field} size="compact-xs" variant="default" onClick={() => accept(field)}>
            {t.places.use(t.intake.fields[field], shown(offered[field]))}
          </Button>
        ))}
        <Button size="compact-xs" variant="subtle" onClick={dismiss}>
          {t.places.dismiss}
        </Button>
      </Group>
    </div>
  )
}

const Around = ({ around: { farMetres, posts, earlier } }: { around: Surroundings }) => {
  const { t, pick } = useLanguage()
  const { dateTime } = useTimes()
  return (
    <>
      {farMetres !== null && (
        <p className="point-far" role="alert">
          <IconAlertTriangle size={16} aria-hidden /> {t.places.far(t.places.metres(farMetres))}
        </p>
      )}
      {posts.length > 0 && farMetres === null && (
        <p className="point-line">
          <span className="point-what">{t.places.posts}</span>
          {posts.map(post => `${post.agency} ${post.name} ${t.places.metres(post.metres)}`).join(' · ')}
        </p>
      )}
      <div className="point-line">
        <span className="point-what">{t.places.earlier}</span>
        {earlier === null ? t.places.tooRough : earlier.length === 0 && t.places.noEarlier}
        {earlier !== null && earlier.length > 0 && (
          <ul className="point-earlier">
            {earlier.map(one => (
              <li key={one.incident}>
                <Anchor size="xs" href={hrefOf('desk', 'incident', one.incident)}>
                  {one.number}
                </Anchor>
                <span>{one.typeName ? pick(one.typeName) : t.board.noType}</span>
                <span>{dateTime(one.openedAt)}</span>
                <span>{t.places.metres(one.metres)}</span>
                {one.outcomes.length > 0 ? (
                  <span>{one.outcomes.map(outcome => t.report.outcomes[outcome]).join(', ')}</span>
                ) : (
                  <IncidentStatusChip status={one.status} />
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
