import type { Client } from 'whatsapp-web.js'
import { within } from '../../../../lib/within.ts'
import type { SessionWaits } from './waits.ts'

/** What we ask the page for, beside what the library asks. */
interface PageLook {
  state: string
  /** the page has all that WhatsApp kept for us */
  synced: boolean
}

/** Runs in the page. */
const lookAtPage = (): PageLook => {
  const { Socket } = (
    globalThis as unknown as { require(name: string): { Socket: { state: string; hasSynced: boolean } } }
  ).require('WAWebSocketModel')
  return { state: Socket.state, synced: Socket.hasSynced }
}

/** Runs in the page: what the library would have run if it had listened in time. */
const tellSynced = (): void =>
  void (globalThis as unknown as { onAppStateHasSyncedEvent(): Promise<void> }).onAppStateHasSyncedEvent()

const connected = 'CONNECTED'

/**
 * Looks at the page again and again: `ready` never comes when the page had synced before the library listened, a page
 * that hangs or crashed tells nobody, and a reload makes it start anew.
 */
export const watchPage = (
  client: Client,
  parts: {
    waits: SessionWaits
    listener: { syncing(): void; linked(client: Client): void; interrupted(state: string): void }
    failed(detail: string): void
  },
) => {
  const { waits, listener, failed } = parts
  let isReady = false
  let isInterrupted = false
  let awaitsPerson = false
  let progressAt = performance.now()
  let syncedLooks = 0
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const look = async (): Promise<void> => {
    const page = client.pupPage
    if (!page) return
    try {
      const seen = await within(waits.answerMs, page.evaluate(lookAtPage))
      if (stopped) return
      if (isReady) stateIs(seen.state)
      else await wait(page, seen)
    } catch {
      if (!stopped && !awaitsPerson) failed('Halaman WhatsApp Web tidak menjawab.')
    }
  }

  /** Synced at two looks and still not ready: the library missed it. Told a third time it would not hear either. */
  const wait = async (page: NonNullable<Client['pupPage']>, { state, synced }: PageLook): Promise<void> => {
    syncedLooks = synced && state === connected ? syncedLooks + 1 : 0
    if (syncedLooks === 2) await within(waits.answerMs, page.evaluate(tellSynced))
    if (state === connected) awaitsPerson = false
    if (!awaitsPerson && performance.now() - progressAt > waits.syncMs)
      failed('WhatsApp Web tidak selesai menyinkronkan.')
  }

  const stateIs = (state: string): void => {
    if (!isReady || (state === connected) === !isInterrupted) return
    isInterrupted = state !== connected
    if (isInterrupted) listener.interrupted(state)
    else listener.linked(client)
  }

  const next = (): void => {
    timer = setTimeout(
      async () => {
        await look()
        if (!stopped) next()
      },
      isReady ? waits.beatMs : waits.nudgeMs,
    )
  }

  const reloaded = (): void => {
    if (!isReady) return
    isReady = false
    syncedLooks = 0
    progressAt = performance.now()
    listener.syncing()
  }

  return {
    /** once the library has started */
    start: (): void => {
      const page = client.pupPage
      page?.on('framenavigated', frame => {
        if (frame === page.mainFrame()) reloaded()
      })
      page?.on('error', () => failed('Halaman WhatsApp Web berhenti.'))
      next()
    },
    stop: (): void => {
      stopped = true
      clearTimeout(timer)
    },
    /** a code is shown: that may take as long as it takes */
    waitsForPerson: (): void => {
      awaitsPerson = true
    },
    progressed: (): void => {
      awaitsPerson = false
      progressAt = performance.now()
    },
    ready: (): void => {
      isReady = true
      isInterrupted = false
    },
    stateIs,
  }
}
