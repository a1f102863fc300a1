import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { IncidentView } from '../../admin-api/contract/index.ts'
import { newKey } from '../api/idempotency-key.ts'
import { keys } from '../api/keys.ts'
import { incidentApi } from '../api/service.ts'
import { createIntakeDraft, type DraftState, type IntakeDraft } from '../intake/draft.ts'
import { useSigned } from './use-centre.tsx'
import { useKeepIncident } from './use-service.ts'

/** Drafts outlive the view: an operator who looks at another incident loses nothing that is still on its way. */
const drafts = new Map<string, IntakeDraft>()

const storagePrefix = 'tanggap.draft.'

export const useIntakeDraft = (incident: string): { draft: IntakeDraft; state: DraftState } => {
  const client = useQueryClient()
  const centre = useSigned().centre.code
  const keep = useKeepIncident()

  const key = `${centre}.${incident}`
  const draft =
    drafts.get(key) ??
    createIntakeDraft({
      storage: localStorage,
      storageKey: `${storagePrefix}${key}`,
      save: async (answers, commandKey) => {
        // A read under way would bring back what is being replaced.
        await client.cancelQueries({ queryKey: keys.incident(centre, incident) })
        const view: IncidentView = await incidentApi(centre).answerIntake(incident, answers, commandKey)
        keep(view)
      },
      newKey,
      after: (ms, run) => {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
    })
  drafts.set(key, draft)

  useEffect(() => () => void draft.flush(), [draft])
  return { draft, state: useSyncExternalStore(draft.subscribe, draft.state) }
}
