import { useState } from 'react'
import type { AttachCall, SimilarView } from '../../../admin-api/contract/index.ts'
import { go } from '../../hooks/use-route.ts'
import { useCallCommand } from '../../hooks/use-service.ts'

export type Candidate = SimilarView['candidates'][number]

/**
 * Attaching a call: a caller who rings again about the same thing is attached at once, others are asked for what is new.
 * @param before sends what was typed and is not with the server yet
 */
export const useAttach = (call: string, before: () => Promise<unknown> = async () => {}) => {
  const [asking, setAsking] = useState<Candidate | null>(null)
  const attach = useCallCommand(
    async (api, to: AttachCall, key) => {
      await before()
      return api.attach(call, to, key)
    },
    attached => {
      setAsking(null)
      if (attached.incident !== null) go('desk', 'incident', attached.incident)
    },
  )
  return {
    asking,
    busy: attach.busy,
    choose: (candidate: Candidate) =>
      candidate.continued ? attach.send({ incident: candidate.incident.id }) : setAsking(candidate),
    send: attach.send,
    close: () => setAsking(null),
  }
}
