import type { CallView } from '../../../admin-api/contract/index.ts'
import { useSimilarToCall } from '../../hooks/use-call-desk.ts'
import { SimilarPanel } from './similar-panel.tsx'

/** While the class is still open only the number tells what the call may be about. */
export const SimilarToCall = ({ call }: { call: CallView }) => {
  const similar = useSimilarToCall(call.id, true)
  return <SimilarPanel call={call.id} candidates={similar.data ?? []} shortcut="5" />
}
