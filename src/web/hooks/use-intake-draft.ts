import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { newKey } from '../api/idempotency-key.ts'
import { keys } from '../api/keys.ts'
import { incidentApi } from '../api/service.ts'
import { createIntakeDraft, type DraftState, type IntakeDraft } from '../intake/draft.ts'
import { useSigned } from './use-centre.tsx'
import { type KeepIncident, useKeepIncident } from './use-service.ts'

/** Drafts outlive the view: an operator who looks at another incident loses nothing that is still on its way. */
const drafts = new Map<string, IntakeDraft>()

const storagePrefix = 'tanggap.draft.'

const openDraft = (client: QueryClient, keep: KeepIncident, centre: string, incident: string): IntakeDraft => {
  const storageKey = `${storagePrefix}${centre}.${incident}`
  const draft =
    drafts.get(storageKey) ??
    createIntakeDraft({
      storage: localStorage,
      storageKey,
      save: async (answers, key) => {
        // A read under way would bring back what is being replaced.
        await client.cancelQueries({ queryKey: keys.incident(centre, incident) })
        keep(await incidentApi(centre).answerIntake(incident, answers, key))
      },
      newKey,
      after: (ms, run) => {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
    })
  drafts.set(storageKey, draft)
  return draft
}

export const useIntakeDraft = (incident: string): { draft: IntakeDraft; state: DraftState } => {
  const client = useQueryClient()
  const keep = useKeepIncident()
  const draft = openDraft(client, keep, useSigned().centre.code, incident)
  useEffect(() => () => void draft.flush(), [draft])
  return { draft, state: useSyncExternalStore(draft.subscribe, draft.state) }
}

/** Sends what a closed or crashed page left behind, whichever incident is looked at now. */
export const useResumedDrafts = (): void => {
  const client = useQueryClient()
  const keep = useKeepIncident()
  const centre = useSigned().centre.code
  useEffect(() => {
    const prefix = `${storagePrefix}${centre}.`
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(prefix)) openDraft(client, keep, centre, name.slice(prefix.length))
    }
  }, [client, keep, centre])
}
