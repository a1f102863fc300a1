import type { PrivateAnswer } from '../commands/private-chat.ts'
import type { ApplicationDeps } from '../context.ts'
import type { Facts } from '../delivering/facts.ts'
import type { ReportDraft } from '../ports/drafts.ts'
import type { DraftStep } from '../ports/renderer.ts'
import type { DraftScene } from './private-scene.ts'

/** What the bot says to whoever writes a report in private, from the present state. */
export const createSayDraft =
  ({ stores, renderer }: ApplicationDeps, facts: Facts) =>
  async (
    { incident, assignment }: DraftScene,
    { token, parts }: Pick<ReportDraft, 'token' | 'parts'>,
    step: DraftStep,
  ): Promise<PrivateAnswer> => {
    const photos = (await stores.photos.list(incident.id)).filter(photo => photo.assignment === assignment.id).length
    const draft = { ...step, messages: parts.length, photos }
    return {
      kind: 'message',
      message: renderer.draft(await facts.incidentFacts(incident), assignment.id, draft, token),
    }
  }

export type SayDraft = ReturnType<typeof createSayDraft>
