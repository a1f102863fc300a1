import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { LiveChange } from '../../admin-api/contract/index.ts'
import { keys } from '../api/keys.ts'
import { liveEventsPath } from '../api/service.ts'

/** connecting: not yet, or again; connected; back: connected again a moment ago. */
export type LiveState = 'starting' | 'connected' | 'lost' | 'back'

const reopenMs = 2_000
const backShownMs = 4_000

/** What each kind of change makes stale. Deliveries and photos show inside incidents, whichever they are. */
const staleBy = (centre: string, { topic, id }: LiveChange): readonly (readonly string[])[] => {
  const allIncidents = ['centre', centre, 'incident']
  const byTopic = {
    call: [
      keys.calls(centre),
      keys.call(centre, id),
      keys.callbacks(centre),
      keys.referrals(centre),
      keys.room(centre),
    ],
    incident: [keys.incident(centre, id), keys.board(centre), ['centre', centre, 'call'], keys.room(centre)],
    delivery: [allIncidents, keys.board(centre)],
    photo: [allIncidents],
    channel: [keys.admin(centre), keys.health, allIncidents],
    clock: [keys.session],
    duty: [keys.duty(centre), keys.room(centre)],
    channelTest: [keys.admin(centre)],
    storm: [keys.storm(centre), keys.health],
  } as const satisfies Record<LiveChange['topic'], readonly (readonly string[])[]>
  return byTopic[topic]
}

/** Follows the centre's live events and renews what they touch; says whether the line is there. */
export const useLiveEvents = (centre: string): LiveState => {
  const client = useQueryClient()
  const [state, setState] = useState<LiveState>('starting')

  useEffect(() => {
    setState('starting')
    const line = openLine(centre, client, setState)
    return () => line.close()
  }, [centre, client])

  useEffect(() => {
    if (state !== 'back') return
    const timer = setTimeout(() => setState('connected'), backShownMs)
    return () => clearTimeout(timer)
  }, [state])

  return state
}

const openLine = (centre: string, client: QueryClient, tell: (state: LiveState) => void) => {
  let source: EventSource | undefined
  let reopening: ReturnType<typeof setTimeout> | undefined
  let wasLost = false

  const renewAll = () => {
    void client.invalidateQueries({ queryKey: keys.centre(centre) })
    void client.invalidateQueries({ queryKey: keys.session })
  }

  const open = () => {
    source = new EventSource(liveEventsPath(centre))
    source.onopen = () => {
      tell(wasLost ? 'back' : 'connected')
      if (wasLost) renewAll()
      wasLost = false
    }
    source.onerror = () => {
      wasLost = true
      tell('lost')
      // The browser tries again by itself, unless the server answered with an error.
      if (source?.readyState === EventSource.CLOSED) {
        clearTimeout(reopening)
        reopening = setTimeout(open, reopenMs)
        void client.invalidateQueries({ queryKey: keys.session })
      }
    }
    source.addEventListener('change', event => {
      const change = JSON.parse(event.data) as LiveChange
      for (const queryKey of staleBy(centre, change)) void client.invalidateQueries({ queryKey })
    })
    source.addEventListener('reset', renewAll)
  }

  open()
  return {
    close: () => {
      clearTimeout(reopening)
      source?.close()
    },
  }
}
