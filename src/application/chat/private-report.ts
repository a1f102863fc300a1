import { reportOutcomes } from '../../dispatch/vocabulary.ts'
import type { ButtonVerb, Presser } from '../application.ts'
import type { PrivateAnswer, PrivateCommands } from '../commands/private-chat.ts'
import type { ApplicationDeps } from '../context.ts'
import { draftId, type ReportDraft } from '../ports/drafts.ts'
import type { Deliver } from '../relaying/deliver.ts'
import type { Drafting } from './drafting.ts'
import type { IsMember } from './membership.ts'
import { type DraftScene, isBy, notOpen, occupantOf, refusal, sceneOf } from './private-scene.ts'
import type { SayDraft } from './say-draft.ts'

/**
 * A report written in a private chat: its outcome, then words and photos in any number of messages, then Selesai. The
 * incident knows who is at it, a draft holds the words so far: both outlive the process.
 */
export const createPrivateReports = (
  deps: ApplicationDeps,
  { tokenFor }: Deliver,
  isMember: IsMember,
  drafting: Drafting,
  say: SayDraft,
): Pick<PrivateCommands, 'openReport' | 'writeReport' | 'pressReport'> => {
  const { stores, serviceClock } = deps

  /** A button of whoever is at the report. */
  const write = async (
    commandId: string,
    from: Presser,
    scene: DraftScene,
    draft: ReportDraft,
    verb: ButtonVerb,
  ): Promise<PrivateAnswer> => {
    const outcome = reportOutcomes.find(candidate => verb === `outcome:${candidate}`)
    if (outcome) return drafting.choose(commandId, from, scene, draft, outcome)
    if (verb === 'finish') return drafting.finish(commandId, from, scene, draft)
    return verb === 'putAway' ? drafting.putAway(commandId, from, scene, draft) : refusal('unknownToken')
  }

  return {
    openReport: async (commandId, from, token) => {
      const meaning = await stores.tokens.meaning(token)
      if (meaning?.kind !== 'card' && meaning?.kind !== 'prompt') return refusal('unknownToken')
      if (meaning.kind === 'prompt' && meaning.expiresAt < serviceClock.now()) return refusal('linkExpired')
      const { incident, assignment, chat } = meaning
      const scene = await sceneOf(deps, meaning)
      if (!scene) return refusal('unknownToken')
      if (!(await isMember(from, scene.chat, incident))) return refusal('notAMember')
      const closed = notOpen(scene)
      if (closed) return closed
      const occupant = occupantOf(scene, from)
      const draft = await stores.drafts.byId(draftId(assignment, occupant?.id ?? from.personId))
      const parts = draft?.parts ?? []
      if (!occupant) return drafting.takeUp(commandId, from, scene, parts)
      const mine = await tokenFor({ kind: 'draft', incident, assignment, chat, person: from.personId })
      return say(scene, { token: mine, parts }, { step: 'occupied', by: occupant.name })
    },

    writeReport: async (commandId, from, said) => {
      const draft = await stores.drafts.current(from.channel, from.personId)
      const scene = draft && (await sceneOf(deps, draft))
      if (!draft || !scene) return null
      const closed = notOpen(scene)
      const occupant = occupantOf(scene, from)
      if (!closed && !occupant) return drafting.add(commandId, from, scene, draft, said)
      if (said.kind === 'text') await drafting.keepPart(commandId, from, draft, said.text)
      await drafting.setAside(from, scene, (await stores.drafts.byId(draft.id)) ?? draft)
      return closed ?? say(scene, draft, { step: 'takenOver', by: occupant?.name ?? '' })
    },

    pressReport: async (commandId, from, { token, verb }) => {
      const meaning = await stores.tokens.meaning(token)
      if (meaning?.kind !== 'draft') return null
      const scene = await sceneOf(deps, meaning)
      if (!scene || meaning.person !== from.personId) return refusal('unknownToken')
      const draft = await stores.drafts.byId(draftId(meaning.assignment, from.personId))
      const { standing } = scene.assignment
      // The answer to the press that filed it was lost: it is given again.
      if (verb === 'finish' && !draft && standing.status === 'reported' && isBy(standing.report.by, from)) {
        return say(scene, { token, parts: [] }, { step: 'filed' })
      }
      const closed = notOpen(scene)
      if (closed) return closed
      if (verb === 'takeOver') return drafting.takeOver(commandId, from, scene)
      const occupant = occupantOf(scene, from)
      if (occupant) return say(scene, { token, parts: [] }, { step: 'takenOver', by: occupant.name })
      return write(commandId, from, scene, draft ?? (await drafting.hold(from, scene, [])), verb)
    },
  }
}
