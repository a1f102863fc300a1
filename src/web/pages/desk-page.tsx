import { Button, Drawer, Loader, Text, Title } from '@mantine/core'
import { IconHeadset, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { Suspense, useEffect, useState } from 'react'
import { Board } from '../components/board/board.tsx'
import { CallView } from '../components/call/call-view.tsx'
import { NewCallButton } from '../components/call/new-call-button.tsx'
import { QueryState } from '../components/common/query-state.tsx'
import { FollowUpBar } from '../components/follow-up/follow-up-bar.tsx'
import { IncidentView } from '../components/incident/incident-view.tsx'
import { MapButton, useMapToggle } from '../components/places/map-button.tsx'
import { ErrorBoundary } from '../components/shell/error-boundary.tsx'
import { useResumedDrafts } from '../hooks/use-intake-draft.ts'
import { useRights } from '../hooks/use-rights.ts'
import { useRoute } from '../hooks/use-route.ts'
import { useBoard, useCall, useIncident } from '../hooks/use-service.ts'
import { useLanguage } from '../lang/language-provider.tsx'
import { lazyPart } from '../lazy-part.ts'

/** Leaflet is large, and most calls need no map. */
const IncidentMap = lazyPart(() => import('../components/places/incident-map.tsx'))

/** The call desk: the board to the left, the call or incident in hand beside it. */
export const DeskPage = () => {
  const { t } = useLanguage()
  const { works } = useRights()
  const route = useRoute()
  const map = useMapToggle(route)
  useResumedDrafts()
  const [kind, id = null] = route.parts
  const incident = kind === 'incident' ? id : null
  const call = kind === 'call' ? id : null
  const board = <Board selectedIncident={incident} selectedCall={call} />
  return (
    <div className="desk">
      <aside className="desk-board">
        {works && <NewCallButton />}
        {works && <FollowUpBar />}
        <MapButton isOpen={map.isOpen} />
        <div className="desk-board-wide">{board}</div>
        <BoardDrawer chosen={id}>{board}</BoardDrawer>
      </aside>
      <div className="desk-work">
        {incident !== null && <IncidentInHand key={incident} id={incident} />}
        {call !== null && <CallInHand key={call} id={call} />}
        {map.isOpen && (
          <ErrorBoundary part="map">
            <Suspense fallback={<Loader m="xl" aria-label={t.app.loading} />}>
              <IncidentMap onClose={map.close} />
            </Suspense>
          </ErrorBoundary>
        )}
        {id === null && !map.isOpen && <Idle />}
      </div>
    </div>
  )
}

/** On a tablet the board waits behind a button. */
const BoardDrawer = ({ chosen, children }: { chosen: string | null; children: React.ReactNode }) => {
  const { t } = useLanguage()
  const [opened, setOpened] = useState(false)
  const count = useBoard().data?.length ?? 0
  // Choosing something is what it was opened for.
  useEffect(() => {
    if (chosen !== null) setOpened(false)
  }, [chosen])
  return (
    <>
      <Button
        className="desk-board-button"
        variant="default"
        size="lg"
        leftSection={<IconLayoutSidebarLeftExpand size={20} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t.board.show(count)}
      </Button>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        title={t.board.show(count)}
        closeButtonProps={{ 'aria-label': t.common.close }}
      >
        {children}
      </Drawer>
    </>
  )
}

const IncidentInHand = ({ id }: { id: string }) => {
  const { t } = useLanguage()
  const incident = useIncident(id)
  return (
    <QueryState query={incident} soon={t.incident.soon} notFound={t.incident.notFound}>
      {view => <IncidentView incident={view} />}
    </QueryState>
  )
}

const CallInHand = ({ id }: { id: string }) => {
  const { t } = useLanguage()
  const call = useCall(id)
  return (
    <QueryState query={call} notFound={t.incident.callNotFound}>
      {view => <CallView call={view} />}
    </QueryState>
  )
}

const Idle = () => {
  const { t } = useLanguage()
  const { works } = useRights()
  return (
    <div className="idle">
      <IconHeadset size={56} stroke={1.2} aria-hidden />
      <Title order={1} size="h2">
        {t.idle.title}
      </Title>
      {works && <Text>{t.idle.hint}</Text>}
      <Text c="dimmed">{t.idle.choose}</Text>
    </div>
  )
}
