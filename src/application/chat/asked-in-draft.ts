import type { Presser } from '../application.ts'
import type { ApplicationDeps } from '../context.ts'
import type { OutgoingMessage } from '../ports/channel.ts'
import type { TokenMeaning } from '../ports/deliveries.ts'
import { draftId } from '../ports/drafts.ts'
import type { DraftStep } from '../ports/renderer.ts'
import { type DraftScene, notOpen, occupantOf, sceneOf } from './private-scene.ts'
import type { SayDraft } from './say-draft.ts'

/** What a report in a private chat asks its writer now; null when it asks nothing any more. */
export const createAskedInDraft =
  (deps: ApplicationDeps, say: SayDraft) =>
  async (
    { incident, assignment, chat, person }: Extract<TokenMeaning, { kind: 'draft' }>,
    token: string,
    from: Pick<Presser, 'personId'>,
  ): Promise<OutgoingMessage | null> => {
    const scene = await sceneOf(deps, { incident, assignment, chat })
    if (!scene || notOpen(scene)) return null
    const draft = await deps.stores.drafts.byId(draftId(assignment, person))
    const occupant = occupantOf(scene, from)
    // taking it up anew gave it a new token: the older one asks nothing any more
    const own = draft?.token === token ? stepOf(scene, draft.parts) : null
    const step: DraftStep | null = occupant ? { step: 'occupied', by: occupant.name } : own
    if (!step) return null
    const answer = await say(scene, { token, parts: draft?.parts ?? [] }, step)
    return answer.kind === 'message' ? answer.message : null
  }

const stepOf = ({ assignment: { standing } }: DraftScene, parts: readonly unknown[]): DraftStep => {
  if (standing.status === 'cleared' && standing.outcome === undefined) return { step: 'outcome' }
  return { step: parts.length ? 'more' : 'words' }
}

export type AskedInDraft = ReturnType<typeof createAskedInDraft>
