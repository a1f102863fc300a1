import type { ButtonVerb } from '../../application/application.ts'
import { type Button, startLink } from '../../application/ports/channel.ts'
import type { CardMenu } from '../../application/ports/deliveries.ts'
import type { IncidentFacts } from '../../application/ports/renderer.ts'
import type { AgencyAction, Assignment, AssignmentStatus } from '../../dispatch/incident/assignment.ts'
import { isOver } from '../../dispatch/incident/incident.ts'
import { lastUndoable } from '../../dispatch/incident/standing.ts'
import { buttonsOf, isLegal, undoWindowMs } from '../../dispatch/incident/transitions.ts'
import { type OpenUnit, openUnits } from '../../dispatch/incident/units.ts'
import { declineReasons, type Instant, reportOutcomes } from '../../dispatch/vocabulary.ts'
import * as words from '../../i18n/chat/id/words.ts'
import { writeActionData } from '../action-data.ts'

/** Buttons of a card, and the service time at which they change by themselves. */
export interface CardButtons {
  rows: Button[][]
  menu: CardMenu | null
  refreshAt: Instant | null
}

/** A card of an incident that is over, or closed, has nothing to press. */
export const isShut = ({ incident }: IncidentFacts): boolean => isOver(incident) || incident.phase.status === 'closed'

/** The buttons that the agency sees now: an open menu's, else those of its state. */
export const cardButtons = (
  facts: IncidentFacts,
  assignment: Assignment,
  token: string,
  menu: CardMenu | null,
): CardButtons => {
  if (isShut(facts)) return { rows: [], menu: null, refreshAt: null }
  if (menu && menu.until > facts.now && stillAsks(assignment, menu)) {
    return { rows: menuRows(assignment, menu, token), menu, refreshAt: menu.until }
  }
  const undoable = undoableStep(assignment, facts.now)
  const last = [
    undoable && button('undo', words.buttonLabels.undo, token, undoable.seq),
    hasTaken(assignment) && button('detail', words.buttonLabels.detail, token),
    openUnits(assignment).length > 0 && button('units', words.buttonLabels.units, token),
  ].filter(entry => entry !== false && entry !== null)
  const actions =
    reportRows(assignment, token) ??
    twoInARow(buttonsOf(assignment).map(action => button(action, labelOf(assignment, action), token)))
  return { rows: [...actions, ...twoInARow(last)], menu: null, refreshAt: undoable?.until ?? null }
}

/** What can be done about a report that somebody has begun; null when nobody has. */
const reportRows = ({ standing }: Assignment, token: string): Button[][] | null => {
  if (standing.status !== 'cleared' || !standing.prompt) return null
  const { privately, takeOver, postpone, putAway } = words.buttonLabels
  return [
    [{ label: privately, url: startLink({ reason: 'report', token }) }, button('takeOver', takeOver, token)],
    [button('postpone', postpone, token), button('putAway', putAway, token)],
  ]
}

/** The last change while it can be taken back, and until when; null when there is none, or it is too late. */
const undoableStep = (assignment: Assignment, now: Instant): { seq: number; until: Instant } | null => {
  const step = lastUndoable(assignment)
  const until = step === undefined ? 0 : step.recordedAt + undoWindowMs
  return step && until > now ? { seq: step.seq, until } : null
}

const takenStatuses: readonly AssignmentStatus[] = [
  'acknowledged',
  'enRoute',
  'onScene',
  'transporting',
  'cleared',
  'reported',
  'reportAccepted',
  'reportWaived',
]
/** The job is the agency's: it may see the facts behind the card. */
export const hasTaken = ({ duty, standing }: Assignment): boolean =>
  duty === 'act' && takenStatuses.includes(standing.status)

export const detailRow = (token: string): Button[][] => [[button('detail', words.buttonLabels.detail, token)]]

export const takeEscalationRow = (token: string | undefined): Button[][] =>
  token === undefined ? [] : [[button('takeEscalation', words.buttonLabels.takeEscalation, token)]]

export const button = (verb: ButtonVerb, label: string, token: string, about?: number): Button => ({
  label,
  data: writeActionData({ token, verb, ...(about === undefined ? {} : { about }) }),
})

const labelOf = ({ standing }: Assignment, action: AgencyAction): string =>
  action === 'clear' && standing.status === 'acknowledged'
    ? words.buttonLabels.clearRemotely
    : words.buttonLabels[action]

/** A menu whose question the state has answered meanwhile (somebody else pressed) is over. */
const stillAsks = (assignment: Assignment, menu: CardMenu): boolean => {
  switch (menu.kind) {
    case 'declineReason':
      return isLegal(assignment, 'decline')
    case 'outcome':
      return isLegal(assignment, 'report')
    case 'confirm':
      return isLegal(assignment, menu.action)
    case 'units':
      return openUnits(assignment).length > 0
  }
}

const menuRows = (assignment: Assignment, menu: CardMenu, token: string): Button[][] => {
  const back = button('back', words.buttonLabels.back, token)
  switch (menu.kind) {
    case 'declineReason': {
      const reasons = declineReasons.map(reason => button(`reason:${reason}`, words.declineReasons[reason], token))
      return [...twoInARow(reasons), [back]]
    }
    case 'outcome': {
      const outcomes = reportOutcomes.map(outcome => button(`outcome:${outcome}`, words.reportOutcomes[outcome], token))
      return [...twoInARow(outcomes), [back]]
    }
    case 'confirm': {
      const yes = button(`confirm:${menu.action}`, words.confirmLabels[menu.action], token)
      return [[yes, button('back', words.buttonLabels.cancelConfirm, token)]]
    }
    case 'units':
      return [...openUnits(assignment).map(unit => unitRow(unit, token)), [back]]
  }
}

/** A unit's next two steps: usually it arrives and is done, and nobody says that it set out. */
const unitRow = ({ code, number, left }: OpenUnit, token: string): Button[] =>
  left
    .filter(mark => mark !== 'depart')
    .map(mark => button(unitVerbs[mark], `${code} ${words.unitMarks[mark]}`, token, number))

const unitVerbs = { arrive: 'unit:arrive', clear: 'unit:clear' } as const

export const twoInARow = (buttons: Button[]): Button[][] =>
  buttons.flatMap((_, index) => (index % 2 === 0 ? [buttons.slice(index, index + 2)] : []))
