import {
  type AgencyAction,
  type Assignment,
  agencyActions,
  type FieldAction,
} from '../../dispatch/incident/assignment.ts'
import type { IncidentCommand } from '../../dispatch/incident/commands.ts'
import { decide } from '../../dispatch/incident/decide/decide.ts'
import { assignmentOf, type Incident, isOver } from '../../dispatch/incident/incident.ts'
import { lastUndoable } from '../../dispatch/incident/standing.ts'
import { confirmedActions, isLegal } from '../../dispatch/incident/transitions.ts'
import { type DeclineReason, declineReasons, nameOf } from '../../dispatch/vocabulary.ts'
import type { AnyRefusal, ButtonVerb, PressOutcome, Sender } from '../application.ts'
import type { DepsWithRules, Dispatcher } from '../context.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Card, CardMenu, ConfirmedAction, TokenMeaning } from '../ports/deliveries.ts'
import type { Deliver } from '../relaying/deliver.ts'
import type { Prompts } from '../relaying/prompts.ts'
import type { Detail } from './detail.ts'
import { done, type Member, refused } from './press-outcome.ts'
import { createReportPresses } from './press-report.ts'
import { createPressUnits } from './press-units.ts'

/** How long a card shows a question instead of its buttons, ms of service time. */
const menuMs = 60_000

/** Everything that a press on a card is decided from. */
export interface CardPress {
  from: Sender
  by: Member
  chat: PairedChat
  card: Card
  incident: Incident
  assignment: Assignment
  /** this very press was accepted before, and comes once more because its end was not seen */
  repeated: boolean
  /** the number that the button carries: a step, a unit */
  about: number | undefined
}

/** A press that is a command: refused, or done with a code for its answer. */
export type Change = (
  press: CardPress,
  what: IncidentCommand,
  code: string,
  params?: Record<string, string | number>,
) => Promise<PressOutcome>

/** A button of a card: the agency acts, is asked once more, or looks closer. */
export const createPressCard = (
  { stores, serviceClock, machineClock, wakeUps, rules }: DepsWithRules,
  dispatcher: Dispatcher,
  { cardFor }: Deliver,
  prompts: Prompts,
  detail: Detail,
) => {
  /** Whoever presses sees at once what came of it: in a storm, other changes of a card wait a little. */
  const hurry = async (card: Card): Promise<void> => {
    if (card.notBefore > machineClock.now()) await stores.cards.postpone(card.id, 0)
    wakeUps.chat(card.chat)
  }

  const setMenu = async (card: Card, menu: CardMenu | null): Promise<void> => {
    await stores.cards.setMenu(card.id, menu)
    await hurry(card)
  }

  const ask = async (
    press: CardPress,
    action: AgencyAction,
    menu: CardMenu,
    code: string,
    taken = isLegal(press.assignment, action),
  ): Promise<PressOutcome> => {
    const { incident, card } = press
    if (isShut(incident) || !taken) return whyNot(press, action)
    await setMenu(card, menu)
    return done(code, { action })
  }

  /** The core says why an action is not taken now, from the state that we saw; nothing is saved. */
  const whyNot = async ({ from, incident, assignment }: CardPress, action: AgencyAction): Promise<PressOutcome> => {
    const what: IncidentCommand =
      action === 'decline'
        ? { type: 'DeclineAssignment', assignment: assignment.id, reason: 'notOurs' }
        : action === 'report'
          ? { type: 'ChooseOutcome', assignment: assignment.id, outcome: 'handled' }
          : { type: 'ActOnAssignment', assignment: assignment.id, action }
    const { profile, runCard } = await rules.of(incident)
    const context = { ...from, now: serviceClock.now(), profile, runCard }
    const decision = decide(incident, what, context)
    return decision.accepted ? done('back') : refused(decision.refusal)
  }

  /** A command of a card. What the card asked is answered only once the command is kept. */
  const change: Change = async ({ from, incident, card }, what, code, params = {}) => {
    const outcome = await dispatcher.incident(incident.id, what, from)
    if (!outcome.ok) return refused(outcome.refusal)
    await hurry(card)
    if (card.menu) await setMenu(card, null)
    return done(code, params)
  }

  const act = (press: CardPress, action: FieldAction): Promise<PressOutcome> =>
    change(press, { type: 'ActOnAssignment', assignment: press.assignment.id, action }, action)

  const decline = (press: CardPress, reason: DeclineReason): Promise<PressOutcome> =>
    change(press, { type: 'DeclineAssignment', assignment: press.assignment.id, reason }, 'decline', { reason })

  const pressReport = createReportPresses(prompts, change)

  /** The step that the button names was taken back before: who did it, and when. */
  const undoneBefore = async ({ incident }: CardPress, seq: number): Promise<AnyRefusal | null> => {
    const events = await stores.incidents.events(incident.id)
    const undone = events.find(event => event.type === 'ActionUndone' && event.undone === seq)
    return undone ? { code: 'alreadyDone', params: { action: 'undo', by: nameOf(undone.by), at: undone.at } } : null
  }

  /** The button names its step: pressed on a copy that lags behind it never takes back a newer one. */
  const undo = async (press: CardPress): Promise<PressOutcome> => {
    const seq = press.about ?? lastUndoable(press.assignment)?.seq ?? 0
    const outcome = await change(press, { type: 'UndoAction', assignment: press.assignment.id, seq }, 'undo')
    if (outcome.kind === 'done' || outcome.refusal.code !== 'nothingToUndo') return outcome
    const before = await undoneBefore(press, seq)
    return before ? refused(before) : outcome
  }

  /** The answer names its question: somebody else may have pressed another button since it was shown. */
  const confirm = async (press: CardPress, action: ConfirmedAction): Promise<PressOutcome> => {
    const { menu } = press.card
    const asked = menu?.kind === 'confirm' && menu.action === action && menu.until >= serviceClock.now()
    return asked || press.repeated ? act(press, action) : refused({ code: 'nothingToConfirm', params: {} })
  }

  const onUnits = createPressUnits({ ask, change })

  const onCard = async (press: CardPress, verb: ButtonVerb): Promise<PressOutcome> => {
    const until = serviceClock.now() + menuMs
    const answered = confirmedActions.filter(needsConfirming).find(action => verb === `confirm:${action}`)
    if (answered) return confirm(press, answered)
    if (verb === 'back') {
      await setMenu(press.card, null)
      return done('back')
    }
    if (verb === 'undo') return undo(press)
    if (verb === 'detail') return detail(press.incident, press.assignment, press.by)
    if (verb === 'decline') return ask(press, 'decline', { kind: 'declineReason', until }, 'askReason')
    if (verb === 'report') return ask(press, 'report', { kind: 'outcome', until }, 'askOutcome')
    const reason = declineReasons.find(candidate => verb === `reason:${candidate}`)
    if (reason) return decline(press, reason)
    const aboutReport = pressReport(press, verb)
    if (aboutReport) return aboutReport
    if (!isFieldAction(verb)) return refused({ code: 'unknownToken', params: {} })
    if (needsConfirming(verb)) return ask(press, verb, { kind: 'confirm', action: verb, until }, 'askConfirm')
    return act(press, verb)
  }

  /** A copy that we did not know is adopted; any press proves that the alert arrived. */
  const arrived = async ({ from, card, assignment, incident }: CardPress, messageId: string | null): Promise<void> => {
    if (messageId !== null && !card.messageIds.includes(messageId)) {
      await stores.cards.addCopy(card.id, messageId)
      wakeUps.chat(card.chat)
    }
    if (assignment.standing.status !== 'alerting') return
    const proof = { type: 'NoteDelivery', assignment: assignment.id, result: 'sent' } as const
    await dispatcher.incident(incident.id, proof, { ...from, commandId: `${from.commandId}:arrived` })
  }

  const pressCard = async (
    commandId: string,
    by: Member,
    chat: PairedChat,
    meaning: Extract<TokenMeaning, { kind: 'card' }>,
    press: { verb: ButtonVerb; messageId: string | null; about?: number },
  ): Promise<PressOutcome> => {
    const loaded = await stores.incidents.load(meaning.incident)
    const assignment = loaded && assignmentOf(loaded.state, meaning.assignment)
    if (!loaded || !assignment) return refused({ code: 'unknownToken', params: {} })
    const { state: incident, commandIds } = loaded
    const card = await cardFor(incident.id, assignment.id, chat)
    const from = { commandId, by }
    const repeated = commandIds.has(commandId)
    const pressed = { from, by, chat, card, incident, assignment, repeated, about: press.about }
    const isAlertCopy = press.messageId !== null && !(await isOtherMessage(chat.id, press.messageId))
    await arrived(pressed, isAlertCopy ? press.messageId : null)
    return onUnits(pressed, press.verb, serviceClock.now() + menuMs) ?? onCard(pressed, press.verb)
  }

  /** Reminders carry the card's buttons too, but are no copies of the card. */
  const isOtherMessage = async (chat: string, messageId: string): Promise<boolean> => {
    const delivery = await stores.deliveries.byMessage(chat, messageId)
    return delivery !== null && delivery.content.kind !== 'alert'
  }

  return pressCard
}

const isShut = (incident: Incident): boolean => isOver(incident) || incident.phase.status === 'closed'

const isFieldAction = (verb: string): verb is FieldAction =>
  verb !== 'decline' && verb !== 'report' && (agencyActions as readonly string[]).includes(verb)

const needsConfirming = (action: AgencyAction): action is ConfirmedAction => confirmedActions.includes(action)

export type PressCard = ReturnType<typeof createPressCard>
