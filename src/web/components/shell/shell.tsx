import { Alert, Center, Loader } from '@mantine/core'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useSigned } from '../../hooks/use-centre.tsx'
import { useKeys } from '../../hooks/use-keys.ts'
import { useLiveEvents } from '../../hooks/use-live-events.ts'
import { useRights } from '../../hooks/use-rights.ts'
import { useRoute } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { fetchParts, lazyPart } from '../../lazy-part.ts'
import { DeskPage } from '../../pages/desk-page.tsx'
import { SignalBar } from '../signals/signal-bar.tsx'
import { AppHeader } from './app-header.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { GladiBanner } from './gladi-banner.tsx'
import { HealthBanner } from './health-banner.tsx'
import { KeyboardHelp } from './keyboard-help.tsx'
import { StormBanner } from './storm-banner.tsx'

/** Everything but the desk comes later: the first load stays small. What nobody needs in an outage waits for its user. */
const AdminPage = lazy(() => import('../../pages/admin/admin-page.tsx').then(page => ({ default: page.AdminPage })))
const ArchivePage = lazyPart(() => import('../../pages/archive-page.tsx').then(page => ({ default: page.ArchivePage })))
const FollowUpPage = lazyPart(() =>
  import('../../pages/follow-up-page.tsx').then(page => ({ default: page.FollowUpPage })),
)
const SupervisorPage = lazyPart(() =>
  import('../../pages/supervisor-page.tsx').then(page => ({ default: page.SupervisorPage })),
)
const PaperPage = lazyPart(() => import('../../pages/paper-page.tsx').then(page => ({ default: page.PaperPage })))
const PrintPage = lazyPart(() => import('../../pages/print-page.tsx').then(page => ({ default: page.PrintPage })))
const FiguresPage = lazy(() => import('../../pages/figures-page.tsx'))
const HealthPage = lazyPart(() => import('../../pages/health-page.tsx').then(page => ({ default: page.HealthPage })))

/** Machine ms for the first screen alone. */
const restMs = 3_000

const pages = {
  desk: DeskPage,
  followUp: FollowUpPage,
  paper: PaperPage,
  print: PrintPage,
  supervisor: SupervisorPage,
  archive: ArchivePage,
  figures: FiguresPage,
  admin: AdminPage,
  health: HealthPage,
} as const
type PageName = keyof typeof pages

const pageOf = (name: string, hasCentre: boolean): PageName => {
  if (name in pages) return hasCentre || name === 'health' ? (name as PageName) : 'admin'
  return hasCentre ? 'desk' : 'admin'
}

/** The frame around every page: training banner, header, state of the line. */
export const Shell = () => {
  const { t } = useLanguage()
  const { session, centre } = useSigned()
  const { works } = useRights()
  const { page, parts } = useRoute()
  const [helpOpen, setHelpOpen] = useState(false)
  const hasCentre = centre.code !== ''
  const live = useLiveEvents(centre.code)
  useKeys({ '?': () => setHelpOpen(true) })
  useEffect(() => {
    const timer = setTimeout(fetchParts, restMs)
    return () => clearTimeout(timer)
  }, [])

  if (!hasCentre && session.user.role !== 'administrator') {
    return (
      <Alert color="yellow" m="lg" role="alert">
        {t.app.noCentre}
      </Alert>
    )
  }
  const name = pageOf(page, hasCentre)
  const Page = pages[name]
  return (
    <div className="shell">
      {session.mode === 'gladi' && <GladiBanner />}
      <AppHeader page={name} live={live} onHelp={() => setHelpOpen(true)} />
      {hasCentre && <ConnectionBanner live={live} />}
      <HealthBanner />
      {hasCentre && <StormBanner />}
      <main className="shell-page">
        <ErrorBoundary part={[name, ...parts].join('/')}>
          <Suspense fallback={<Waiting />}>
            <Page key={centre.code} />
          </Suspense>
        </ErrorBoundary>
      </main>
      {hasCentre && works && <SignalBar key={centre.code} />}
      <KeyboardHelp opened={helpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  )
}

const Waiting = () => {
  const { t } = useLanguage()
  return (
    <Center h="100%">
      <Loader role="status" aria-label={t.app.loading} />
    </Center>
  )
}
