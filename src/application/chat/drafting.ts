import type { IncidentCommand } from '../../dispatch/incident/commands.ts'
import type { ReportOutcome } from '../../dispatch/vocabulary.ts'
import type { Presser } from '../application.ts'
import type { PrivateAnswer, PrivateSaid } from '../commands/private-chat.ts'
import type { ApplicationDeps, Dispatcher } from '../context.ts'
import { type DraftPart, draftId, type ReportDraft } from '../ports/drafts.ts'
import type { Deliver } from '../relaying/deliver.ts'
import { readReportLines } from '../reports/report-lines.ts'
import type { FileReport } from './file-report.ts'
import { memberOf } from './press-outcome.ts'
import { type DraftScene, occupantOf, refusal, sceneOf } from './private-scene.ts'
import type { KeepPhoto } from './reply.ts'
import type { SayDraft } from './say-draft.ts'
import type { Talk } from './talk.ts'

export interface DraftingParts {
  deliver: Deliver
  dispatcher: Dispatcher
  talk: Talk
  keepPhoto: KeepPhoto
  fileReport: FileReport
  say: SayDraft
}

/** The steps of a report in a private chat; each is kept before it is answered, and harmless when done twice. */
export const createDrafting = (deps: ApplicationDeps, parts: DraftingParts) => {
  const { stores, serviceClock } = deps
  const { deliver, dispatcher, talk, keepPhoto, fileReport, say } = parts

  const tell = (commandId: string, from: Presser, { incident, chat }: DraftScene, what: IncidentCommand) =>
    dispatcher.incident(incident.id, what, { commandId, by: memberOf(chat, from) })

  /** @throws when the incident vanished in between */
  const again = async ({ subject, chat }: DraftScene): Promise<DraftScene> => {
    const scene = await sceneOf(deps, { ...subject, chat: chat.id })
    if (!scene) throw new Error(`${subject.incident} vanished`)
    return scene
  }

  const hold = async (from: Presser, scene: DraftScene, soFar: DraftPart[]): Promise<ReportDraft> => {
    const { incident, assignment, chat } = scene
    const about = { incident: incident.id, chat: chat.id }
    const meaning = { ...about, kind: 'draft', assignment: assignment.id, person: from.personId } as const
    const draft: ReportDraft = {
      ...about,
      id: draftId(assignment.id, from.personId),
      assignment: assignment.id,
      centre: incident.centre,
      holder: memberOf(chat, from),
      channel: from.channel,
      token: await deliver.tokenFor(meaning),
      parts: soFar,
      touchedAt: serviceClock.now(),
    }
    await stores.drafts.put(draft)
    return draft
  }

  /** Asks for what is still missing. */
  const next = (scene: DraftScene, draft: ReportDraft): Promise<PrivateAnswer> => {
    if (outcomeOf(scene) === undefined) return say(scene, draft, { step: 'outcome' })
    return say(scene, draft, { step: draft.parts.length ? 'more' : 'words' })
  }

  const choose = async (
    commandId: string,
    from: Presser,
    scene: DraftScene,
    draft: ReportDraft,
    outcome: ReportOutcome,
  ): Promise<PrivateAnswer> => {
    const what = { type: 'ChooseOutcome', assignment: scene.assignment.id, outcome } as const
    const chosen = await tell(commandId, from, scene, what)
    return chosen.ok ? next(await again(scene), draft) : { kind: 'refused', refusal: chosen.refusal }
  }

  /** Takes the report up; an outcome that is known already (it was returned) needs no choosing. */
  const takeUp = async (
    commandId: string,
    from: Presser,
    scene: DraftScene,
    soFar: DraftPart[],
  ): Promise<PrivateAnswer> => {
    const draft = await hold(from, scene, soFar)
    const { standing } = scene.assignment
    const outcome = outcomeOf(scene)
    const begun = standing.status === 'cleared' && standing.prompt !== undefined
    return outcome === undefined || begun ? next(scene, draft) : choose(commandId, from, scene, draft, outcome)
  }

  /** A colleague goes on, with what was written so far. */
  const takeOver = async (commandId: string, from: Presser, scene: DraftScene): Promise<PrivateAnswer> => {
    const { id } = scene.assignment
    const occupant = occupantOf(scene, from)
    const before = occupant && (await stores.drafts.byId(draftId(id, occupant.id)))
    const taken = await tell(commandId, from, scene, { type: 'TakeOverReport', assignment: id })
    if (!taken.ok) return { kind: 'refused', refusal: taken.refusal }
    const mine = await stores.drafts.byId(draftId(id, from.personId))
    const answer = await takeUp(`${commandId}:up`, from, await again(scene), before?.parts ?? mine?.parts ?? [])
    // The draft that is handed over stays, empty: whoever goes on writing there is told who has it.
    if (before) await stores.drafts.put({ ...before, parts: [] })
    return answer
  }

  const keepPart = async (commandId: string, from: Presser, draft: ReportDraft, text: string): Promise<void> => {
    if (text.trim() === '') return
    await stores.drafts.addPart(draft.id, { id: commandId, text, by: from.personName }, serviceClock.now())
  }

  const add = async (
    commandId: string,
    from: Presser,
    scene: DraftScene,
    draft: ReportDraft,
    said: PrivateSaid,
  ): Promise<PrivateAnswer> => {
    if (said.kind === 'unreadable') return say(scene, draft, { step: 'unreadable' })
    if (said.kind === 'text') await keepPart(commandId, from, draft, said.text)
    if (said.kind === 'place') await talk.keep(commandId, from, scene.subject, {}, said)
    if (said.kind === 'photo') {
      const photo = await said.load()
      if (!photo.ok) return refusal(photo.code)
      const kept = await keepPhoto(commandId, from, scene.subject, {}, { bytes: photo.bytes })
      if (kept?.kind === 'refused') return kept
      await keepPart(commandId, from, draft, said.caption)
    }
    return next(scene, (await stores.drafts.byId(draft.id)) ?? draft)
  }

  const finish = async (
    commandId: string,
    from: Presser,
    scene: DraftScene,
    draft: ReportDraft,
  ): Promise<PrivateAnswer> => {
    const words = wordsOf(draft)
    if (words.text === '' || outcomeOf(scene) === undefined) return next(scene, draft)
    const filed = await fileReport(commandId, memberOf(scene.chat, from), { ...scene.subject, prompt: {} }, words)
    if (filed.kind === 'refused') return filed
    await talk.keep(`${commandId}:words`, from, scene.subject, {}, { kind: 'text', words, report: true })
    await stores.drafts.remove(draft.id)
    return say(await again(scene), draft, { step: 'filed' })
  }

  /** What was written and did not become the report stands in the timeline. */
  const setAside = async (from: Presser, scene: DraftScene, draft: ReportDraft): Promise<void> => {
    const words = wordsOf(draft)
    const id = `${draft.id}:draft:${draft.token}`
    if (words.text !== '') await talk.keep(id, from, scene.subject, {}, { kind: 'text', words })
    await stores.drafts.remove(draft.id)
  }

  const putAway = async (
    commandId: string,
    from: Presser,
    scene: DraftScene,
    draft: ReportDraft,
  ): Promise<PrivateAnswer> => {
    const away = await tell(commandId, from, scene, { type: 'PutReportAway', assignment: scene.assignment.id })
    if (!away.ok && away.refusal.code === 'incidentOver') return { kind: 'refused', refusal: away.refusal }
    await setAside(from, scene, draft)
    return say(await again(scene), draft, { step: 'putAway' })
  }

  return { hold, choose, takeUp, takeOver, add, keepPart, finish, setAside, putAway }
}

const outcomeOf = ({ assignment: { standing } }: DraftScene): ReportOutcome | undefined =>
  standing.status === 'cleared' ? standing.outcome : undefined

const wordsOf = ({ parts }: ReportDraft) => {
  const text = parts
    .map(part => part.text)
    .join('\n')
    .trim()
  return { text, lines: readReportLines(text) }
}

export type Drafting = ReturnType<typeof createDrafting>
