import { Button, Loader, Text } from '@mantine/core'
import { Suspense, useState } from 'react'
import type { IncidentView } from '../../../admin-api/contract/index.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { lazyPart } from '../../lazy-part.ts'
import { Panel } from '../common/panel.tsx'
import { ErrorBoundary } from '../shell/error-boundary.tsx'

const Guidance = lazyPart(() => import('./guidance.tsx'))

/** What to ask and to advise, from the moment in which the type is known; the place is kept for it before. */
export const GuidancePanel = ({ incident, folded }: { incident: IncidentView; folded: boolean }) => {
  const { t } = useLanguage()
  const [opened, setOpened] = useState<boolean | null>(null)
  const { type } = incident.intake
  const shown = opened ?? !folded
  const code = type === 'unknown' ? 'other' : type?.known
  return (
    <Panel
      title={t.guidance.title}
      aside={
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-expanded={shown}
          aria-label={`${shown ? t.guidance.hide : t.guidance.show}: ${t.guidance.title}`}
          onClick={() => setOpened(!shown)}
        >
          {shown ? t.guidance.hide : t.guidance.show}
        </Button>
      }
    >
      {shown && (
        <ErrorBoundary part="guidance">
          <Suspense fallback={<Loader size="sm" role="status" aria-label={t.app.loading} />}>
            {code === undefined ? (
              <Text size="sm" c="dimmed">
                {t.guidance.typeFirst}
              </Text>
            ) : (
              <Guidance key={code} incident={incident.id} type={code} />
            )}
          </Suspense>
        </ErrorBoundary>
      )}
    </Panel>
  )
}
