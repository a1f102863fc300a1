import { randomUUID } from 'node:crypto'
import { system } from '../dispatch/vocabulary.ts'
import type { Application } from './application.ts'
import { type Audit, createAudit } from './auditing/audit.ts'
import type { Handlers } from './auditing/unhandled.ts'
import { createAnswerTest } from './channel-tests/answer-test.ts'
import { createChannelTests } from './channel-tests/run-tests.ts'
import { createSilentChecks } from './channel-tests/silent-checks.ts'
import { createTestState } from './channel-tests/test-state.ts'
import { createActive } from './chat/active.ts'
import { createAnswers } from './chat/answers.ts'
import { createAskedInDraft } from './chat/asked-in-draft.ts'
import { createChannelLoss } from './chat/channel-loss.ts'
import { createChannelNews } from './chat/channel-news.ts'
import { createChatHealth } from './chat/chat-health.ts'
import { createDetail } from './chat/detail.ts'
import { createDrafting } from './chat/drafting.ts'
import { createFileReport } from './chat/file-report.ts'
import { createFileSitrep } from './chat/file-sitrep.ts'
import { createMembership } from './chat/membership.ts'
import { createMessageRead } from './chat/message-read.ts'
import { createPairing } from './chat/pairing.ts'
import { createPress } from './chat/press.ts'
import { createPressCard } from './chat/press-card.ts'
import { createPrivateDetail } from './chat/private-detail.ts'
import { createPrivateReports } from './chat/private-report.ts'
import { createReplies } from './chat/reply.ts'
import { createSayDraft } from './chat/say-draft.ts'
import { createSubjects } from './chat/subject.ts'
import { createTalk } from './chat/talk.ts'
import type { ApplicationDeps, Dispatcher } from './context.ts'
import { createAfterSend } from './delivering/after-send.ts'
import { createDrainChat } from './delivering/drain-chat.ts'
import { createEditCard } from './delivering/edit-card.ts'
import { createEditLive } from './delivering/edit-live.ts'
import { createFacts } from './delivering/facts.ts'
import { createFailures } from './delivering/failures.ts'
import { createRenderDelivery } from './delivering/render-delivery.ts'
import { createPrepareDelivery } from './delivering/send-delivery.ts'
import { createCallCommands } from './desk/calls.ts'
import { createAttachCommands, createMergeCommands } from './desk/duplicates.ts'
import { createDutyList } from './desk/duty-list.ts'
import { createHandover } from './desk/handover.ts'
import { createIncidentCommands } from './desk/incidents.ts'
import { createDispatcher } from './dispatcher.ts'
import { createKeepFigures } from './figures/keep-figures.ts'
import { createTendFigures } from './figures/tend-figures.ts'
import { createPlaces } from './places/create-places.ts'
import type { ChannelName } from './ports/channel.ts'
import { createQueries } from './queries/queries.ts'
import { createCallEffects } from './relaying/call-effects.ts'
import { createDeliver } from './relaying/deliver.ts'
import { createDeskBoard } from './relaying/desk-board.ts'
import { createHandOverEffects } from './relaying/hand-over-effects.ts'
import { createIncidentEffects } from './relaying/incident-effects.ts'
import { createPrompts } from './relaying/prompts.ts'
import { createRecipients } from './relaying/recipients.ts'
import { performEffects, relayEffects } from './relaying/relay.ts'
import { createRuleAdministration } from './rules/administer-rules.ts'
import { createRuleBook } from './rules/rule-book.ts'
import { createCalmChat } from './storm/calm-chat.ts'
import { createStorms } from './storm/watch-storms.ts'
import { createSweep, type Sweep } from './sweep.ts'
import { createTexts } from './texts.ts'

/** What the queue's workers call when they are woken. */
export interface BackgroundWork {
  drainChat(chat: string): Promise<void>
  relay(aggregate: 'call' | 'incident', id: string): Promise<void>
  fireDue(aggregate: 'call' | 'incident', id: string): Promise<void>
  sweep: Sweep
  /**
   * No message goes or comes on this channel any more, and nobody knows for how long: its chats are red, and whoever was
   * reached through it is tried on the next rung at once. `outage` names the loss: once is enough
   */
  channelLost(channel: ChannelName, outage: string): Promise<void>
  /** …it works again: what waited there goes out */
  channelBack(channel: ChannelName): Promise<void>
  /** silent checks that are due */
  checkChats(): Promise<void>
  /** channel tests: hands out what a crash left, ends what is over */
  tendTests(): Promise<void>
  /** an auditor of its own, which works the inbox by `workInbox` where nobody else does */
  auditor(workInbox: Handlers['workInbox']): Audit
}

/** Builds the application over its ports; starts nothing. */
export const createApplication = (given: ApplicationDeps): Application & { work: BackgroundWork } => {
  const deps = { ...given, rules: createRuleBook(given) }
  const { stores, log } = deps
  const recipients = createRecipients(stores, deps.serviceClock)
  const deliver = createDeliver(deps)
  const deskBoard = createDeskBoard(deps, deliver, recipients)
  const dispatcher: Dispatcher = createDispatcher(deps, {
    call: (id, state, effects) => performEffects(stores.calls, id, state, effects, callEffects.perform, log),
    incident: (id, state, effects) =>
      performEffects(stores.incidents, id, state, effects, incidentEffects.perform, log),
    changed: deskBoard.changed,
  })
  const withTexts = createTexts(deps)
  const handOver = createHandOverEffects(deps, withTexts, () => dispatcher)
  const keep = createKeepFigures(deps)
  const incidentEffects = createIncidentEffects(deps, deliver, recipients, deskBoard, () => dispatcher, handOver, keep)
  const callEffects = createCallEffects(deps, deskBoard, () => dispatcher, keep)

  const relay = (aggregate: 'call' | 'incident', id: string): Promise<void> =>
    aggregate === 'call'
      ? relayEffects(stores.calls, id, callEffects.perform, log)
      : relayEffects(stores.incidents, id, incidentEffects.perform, log)

  /** Each rung fires once by itself, so every waking is a command of its own: a held clock must not make two of them one. */
  const fireDue = async (aggregate: 'call' | 'incident', id: string): Promise<void> => {
    const from = { commandId: `due:${randomUUID()}`, by: system }
    if (aggregate === 'call') await dispatcher.call(id, { type: 'FireDue' }, from)
    else await dispatcher.incident(id, { type: 'FireDue' }, from)
  }

  const facts = createFacts(deps)
  const testState = createTestState(deps)
  const render = createRenderDelivery(deps, facts, testState)
  const health = createChatHealth(deps, deliver)
  const storms = createStorms(deps, deliver, recipients)
  const calm = createCalmChat(deps, storms, deliver)
  const after = createAfterSend(deps, dispatcher, recipients, deliver, health, testState, calm)
  const failures = createFailures(deps, after, health)
  const prepare = createPrepareDelivery(render, after, failures)
  const editOf = createEditCard(deps, render, failures, health, deliver, calm)
  const liveEditOf = createEditLive(deps, render, failures, health, after, deliver)

  const silentChecks = createSilentChecks(deps, health, failures.pause)
  const { tend, ...channelTests } = createChannelTests(deps, deliver, testState)
  const drainChat = createDrainChat(deps, after, calm, prepare, editOf, liveEditOf)

  const queries = createQueries(deps)
  const dutyList = createDutyList(deps)
  const { finish, ...handover } = createHandover(deps, dispatcher, withTexts, queries, dutyList.onDuty)
  const subjectOf = createSubjects(deps)
  const fileReport = createFileReport(dispatcher, withTexts)
  const talk = createTalk(deps, subjectOf)
  const { keepPhoto, ...replies } = createReplies(
    deps,
    subjectOf,
    talk,
    fileReport,
    createFileSitrep(dispatcher, withTexts),
    dispatcher,
  )
  const pairing = createPairing(deps, deliver, health)
  const isMember = createMembership(deps)
  const detail = createDetail(deps)
  const say = createSayDraft(deps, facts)
  const drafting = createDrafting(deps, { deliver, dispatcher, talk, keepPhoto, fileReport, say })
  return {
    calls: {
      ...createCallCommands(deps, dispatcher, withTexts, queries.call),
      ...createAttachCommands(deps, dispatcher, withTexts, queries.call),
    },
    incidents: {
      ...createIncidentCommands(deps, dispatcher, withTexts, queries.incident),
      ...createMergeCommands(deps, dispatcher, queries.incident),
    },
    queries,
    rules: createRuleAdministration(deps),
    duty: { ...dutyList, ...handover },
    places: createPlaces(deps),
    channelTests: {
      ...channelTests,
      check: async (centre, chat) => {
        const asked = await silentChecks.askFor(centre, chat)
        if (chat !== undefined && asked === 0) return { ok: false, refusal: { code: 'notFound', params: {} } }
        return { ok: true, value: asked }
      },
    },
    chats: {
      press: createPress(
        deps,
        dispatcher,
        createPressCard(deps, dispatcher, deliver, createPrompts(deps, deliver), detail),
        createAnswerTest(deps, deliver, testState),
      ),
      ...talk.commands,
      ...replies,
      ...createPrivateReports(deps, deliver, isMember, drafting, say),
      openDetail: createPrivateDetail(deps, isMember, detail),
      ...pairing,
      messageRead: createMessageRead(deps),
      ...createActive(deps, deliver, pairing.notify),
      ...createAnswers(deps, render, createAskedInDraft(deps, say)),
    },
    work: {
      drainChat,
      relay,
      fireDue,
      sweep: createSweep(deps, {
        relay,
        fireDue,
        finishHandover: finish,
        watchStorms: storms.watch,
        tellChannelNews: createChannelNews(deps, deliver, recipients),
        tendFigures: createTendFigures(deps, keep),
      }),
      checkChats: silentChecks.run,
      ...createChannelLoss(deps, dispatcher, health),
      tendTests: tend,
      auditor: workInbox => createAudit(deps, dispatcher, { relay, fireDue, drainChat, workInbox }),
    },
  }
}
