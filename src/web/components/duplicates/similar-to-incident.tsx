import type { IncidentView } from '../../../admin-api/contract/index.ts'
import { useSimilarToIncident } from '../../hooks/use-call-desk.ts'
import { useIntakeDraft } from '../../hooks/use-intake-draft.ts'
import { SimilarPanel } from './similar-panel.tsx'

/** While the intake is filled: compared anew with every answer. */
export const SimilarToIncident = ({ incident }: { incident: IncidentView }) => {
  const similar = useSimilarToIncident(incident.id, incident.version, true)
  const { draft } = useIntakeDraft(incident.id)
  const [call] = incident.calls
  if (call === undefined) return null
  return <SimilarPanel call={call} candidates={similar.data ?? []} shortcut="F4" before={draft.flush} />
}
