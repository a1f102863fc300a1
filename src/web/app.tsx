import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { retryLost } from './api/retries.ts'
import { ErrorBoundary } from './components/shell/error-boundary.tsx'
import { Gate } from './components/shell/gate.tsx'
import { LanguageProvider } from './lang/language-provider.tsx'
import { theme } from './theme.ts'

// An answer is drawn together with whatever gives way to it: a saved draft must not show the old answer for a moment.
notifyManager.setScheduler(queueMicrotask)

const client = new QueryClient({
  defaultOptions: {
    queries: { retry: retryLost, staleTime: 5_000 },
    // Commands repeat themselves with their own key.
    mutations: { retry: false, networkMode: 'always' },
  },
})

export const App = () => (
  <MantineProvider theme={theme} defaultColorScheme="auto">
    <LanguageProvider>
      <QueryClientProvider client={client}>
        <Notifications position="bottom-right" limit={4} />
        <ErrorBoundary>
          <Gate />
        </ErrorBoundary>
      </QueryClientProvider>
    </LanguageProvider>
  </MantineProvider>
)
