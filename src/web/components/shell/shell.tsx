import { Alert, Center, Loader } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useSigned } from '../../hooks/use-centre.tsx'
import { useKeys } from '../../hooks/use-keys.ts'
import { useLiveEvents } from '../../hooks/use-live-events.ts'
import { useRoute } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { AdminPage } from '../../pages/admin/admin-page.tsx'
import { ArchivePage } from '../../pages/archive-page.tsx'
import { DeskPage } from '../../pages/desk-page.tsx'
import { HealthPage } from '../../pages/health-page.tsx'
import { AppHeader } from './app-header.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { GladiBanner } from './gladi-banner.tsx'
import { HealthBanner } from './health-banner.tsx'
import { KeyboardHelp } from './keyboard-help.tsx'
import { StormBanner } from './storm-banner.tsx'

/** Read by few, and charts are heavy: not part of the first load. */
const FiguresPage = lazy(() => import('../../pages/figures-page.tsx'))

const pages = {
  desk: DeskPage,
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
  const { page } = useRoute()
  const [helpOpen, setHelpOpen] = useState(false)
  const hasCentre = centre.code !== ''
  const live = useLiveEvents(centre.code)
  useKeys({ '?': () => setHelpOpen(true) })

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
        <Suspense
          fallback={
            <Center p="xl">
              <Loader aria-label={t.app.loading} />
            </Center>
          }
        >
          <Page key={centre.code} />
        </Suspense>
      </main>
      <KeyboardHelp opened={helpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  )
}
