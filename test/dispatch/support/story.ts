import type { Clock } from '../../../src/dispatch/clocks/clock.ts'
import { incidentClocks } from '../../../src/dispatch/clocks/incident-clocks.ts'
import type { AgencyAction, Assignment, AssignmentStatus } from '../../../src/dispatch/incident/assignment.ts'
import type { IncidentCommand } from '../../../src/dispatch/incident/commands.ts'
import { decide } from '../../../src/dispatch/incident/decide/decide.ts'
import { nextDueAt } from '../../../src/dispatch/incident/decide/escalating.ts'
import type { IncidentEffect, StoredEffect } from '../../../src/dispatch/incident/effects.ts'
import type { IncidentEvent, Recorded } from '../../../src/dispatch/incident/events.ts'
import { evolve } from '../../../src/dispatch/incident/evolve.ts'
import type { AttentionItem, Incident, PhoneTask } from '../../../src/dispatch/incident/incident.ts'
import { lastUndoable } from '../../../src/dispatch/incident/standing.ts'
import type { SopProfile } from '../../../src/dispatch/profiles/profile.ts'
import { semarang } from '../../../src/dispatch/profiles/semarang.ts'
import type { Refusal } from '../../../src/dispatch/refusal.ts'
import { standardRunCards } from '../../../src/dispatch/run-cards/standard-run-cards.ts'
import {
  type Actor,
  type DeclineReason,
  type Instant,
  type ReportOutcome,
  system,
} from '../../../src/dispatch/vocabulary.ts'
import { deepFreeze } from './freeze.ts'
import { invariants } from './invariants.ts'
import { member, operator, supervisor } from './people.ts'
import { sayClock, sayEffect } from './say-effect.ts'
import { ms, start } from './time.ts'

type FieldAction = Exclude<AgencyAction, 'decline' | 'report'>
export type Beginning = (story: Story) => void

/**
 * An incident whose story is told command by command. Every command is checked: the state that it meets is frozen, the
 * laws hold after it, a refusal changes nothing.
 */
export class Story {
  now: Instant = start
  readonly events: Recorded<IncidentEvent>[] = []
  readonly effects: StoredEffect<IncidentEffect>[] = []
  readonly profile: SopProfile
  #incident: Incident | null = null
  #storedDueAt: Instant | null = null
  #heard = 0
  #commands = 0

  constructor(profile: SopProfile = semarang) {
    this.profile = profile
  }

  get incident(): Incident {
    if (!this.#incident) throw new Error('the story has no incident yet')
    return this.#incident
  }

  /** A command that must be accepted. */
  tell(command: IncidentCommand, by: Actor = operator): this {
    const refusal = this.attempt(command, by)
    if (refusal) throw new Error(`${command.type} was refused: ${refusal.code} ${JSON.stringify(refusal.params)}`)
    return this
  }

  /** A command that must be refused: why it was. */
  refused(command: IncidentCommand, by: Actor = operator): Refusal {
    const before = this.events.length
    const refusal = this.attempt(command, by)
    if (!refusal) throw new Error(`${command.type} was accepted with ${this.events.length - before} events`)
    return refusal
  }

  /** Decides a command and folds what happened; the refusal when there is one. */
  attempt(command: IncidentCommand, by: Actor): Refusal | undefined {
    const commandId = `c-${++this.#commands}`
    const context = { commandId, by, now: this.now, profile: this.profile, runCard }
    const decision = decide(this.#incident, command, context)
    if (!decision.accepted) return decision.refusal
    this.#incident = deepFreeze(decision.events.reduce<Incident | null>(evolve, this.#incident))
    this.events.push(...decision.events)
    this.effects.push(...decision.effects)
    const { incident, events, effects, profile, now } = this
    if (decision.events.length) this.#storedDueAt = nextDueAt(incident, profile, now)
    const broken = invariants({ incident, events, effects, profile, now, storedDueAt: this.#storedDueAt })
    if (broken.length) throw new Error(`after ${JSON.stringify(command)}: ${broken.join('; ')}`)
    return undefined
  }

  /** Time passes while the system is up: every deadline fires at its moment. */
  forward(span: string): this {
    const until = this.now + ms(span)
    for (let due = this.dueAt; due !== null && due <= until; due = this.dueAt) {
      this.now = Math.max(this.now, due)
      this.tell({ type: 'FireDue' }, system)
      if (this.dueAt !== null && this.dueAt <= this.now) throw new Error('a deadline stayed due after it fired')
    }
    this.now = until
    return this
  }

  /** The same, and what was sent, each with its second from now. */
  timeline(span: string): string[] {
    const from = this.now
    const lines = [...this.sent().map(line => `0 s: ${line}`)]
    for (let left = ms(span); left > 0; left = from + ms(span) - this.now) {
      const step = Math.min(left, this.dueAt === null ? left : Math.max(0, this.dueAt - this.now))
      this.forward(`${step / 1000}s`)
      lines.push(...this.sent().map(line => `${(this.now - from) / 1000} s: ${line}`))
    }
    return lines
  }

  /** Time passes while the system is down; whatever is due waits. */
  sleep(span: string): this {
    this.now += ms(span)
    return this
  }

  get dueAt(): Instant | null {
    return nextDueAt(this.incident, this.profile, this.now)
  }

  /** The agency presses a button in its group. */
  press(agency: string, action: FieldAction): this {
    return this.tell({ type: 'ActOnAssignment', assignment: this.idOf(agency), action }, member(agency))
  }

  /** An operator records what an agency said by radio or phone, and when it happened. */
  record(agency: string, action: FieldAction, at?: Instant): this {
    const time = at === undefined ? {} : { at }
    return this.tell({ type: 'ActOnAssignment', assignment: this.idOf(agency), action, ...time }, operator)
  }

  decline(agency: string, reason: DeclineReason = 'noUnit'): this {
    return this.tell({ type: 'DeclineAssignment', assignment: this.idOf(agency), reason }, member(agency))
  }

  undo(agency: string): this {
    return this.tell(this.undoing(agency), member(agency))
  }

  undoing(agency: string): IncidentCommand {
    const assignment = this.assignment(agency)
    return { type: 'UndoAction', assignment: assignment.id, seq: lastUndoable(assignment)?.seq ?? 0 }
  }

  deliver(...agencies: string[]): this {
    for (const agency of agencies) this.note(agency, 'sent')
    return this
  }

  note(agency: string, result: 'sent' | 'unreachable'): this {
    return this.tell({ type: 'NoteDelivery', assignment: this.idOf(agency), result }, system)
  }

  report(agency: string, outcome: ReportOutcome = 'handled'): this {
    const report = { outcome, text: `text:${agency}`, lines: {} }
    return this.tell({ type: 'FileReport', assignment: this.idOf(agency), ...report }, member(agency))
  }

  accept(agency: string): this {
    return this.tell({ type: 'AcceptReport', assignment: this.idOf(agency) })
  }

  /** The whole job of an agency that went out, up to its accepted report. */
  finish(agency: string): this {
    return this.press(agency, 'acknowledge')
      .press(agency, 'arrive')
      .press(agency, 'clear')
      .report(agency)
      .accept(agency)
  }

  standDown(agency: string): this {
    return this.tell({ type: 'StandDownAssignment', assignment: this.idOf(agency), reason: 'text:reason' }, supervisor)
  }

  add(agency: string, role: 'lead' | 'support' = 'support', duty: 'act' | 'inform' = 'act'): this {
    const transports = agency === 'DINKES' || agency === 'PMI'
    return this.tell({ type: 'AddAgency', agency: { agency, role, duty, transports } }, supervisor)
  }

  /** The agency's latest assignment. */
  assignment(agency: string): Assignment {
    const assignment = this.incident.assignments.findLast(candidate => candidate.agency === agency)
    if (!assignment) throw new Error(`${agency} is not assigned`)
    return assignment
  }

  idOf(agency: string): string {
    return this.assignment(agency).id
  }

  status(agency: string): AssignmentStatus {
    return this.assignment(agency).standing.status
  }

  get phase(): Incident['phase']['status'] {
    return this.incident.phase.status
  }

  /** `S3` or `S4a DAMKAR`: the clock, undefined when it has not started. */
  clock(name: string): Clock | undefined {
    return incidentClocks(this.incident, this.profile).find(({ key }) => sayClock(key) === name)
  }

  /** The same of one assignment, where an agency has several. */
  clockOf(id: string, assignment: string): string {
    return this.#say(incidentClocks(this.incident, this.profile).find(({ key }) => key === `${id}:${assignment}`))
  }

  /** A clock in one word or two: `running`, `stopped after 90 s`, `ended after 90 s`, `not started`. */
  sayClock(name: string): string {
    return this.#say(this.clock(name))
  }

  #say(clock: Clock | undefined): string {
    if (!clock) return 'not started'
    if (clock.state === 'running') return 'running'
    return `${clock.state} after ${(clock.stoppedAt - clock.startedAt) / 1000} s`
  }

  /** Everything that was sent since the last look, in words (not what is only edited); stories list it in full. */
  sent(): string[] {
    const news = this.effects
      .slice(this.#heard)
      .filter(({ kind }) => kind !== 'refreshPings')
      .map(sayEffect)
    this.#heard = this.effects.length
    return news
  }

  /** Like `sent`, without the edits of cards. */
  told(): string[] {
    return this.sent().filter(line => line !== 'cards')
  }

  openItems(): string[] {
    return this.incident.attention.filter(({ doneAt }) => doneAt === undefined).map(sayItem)
  }

  openPhoneTasks(): PhoneTask[] {
    return this.incident.phoneTasks.filter(({ done }) => !done)
  }

  /** Whoever is to be phoned now. */
  toPhone(): string[] {
    return this.openPhoneTasks().map(({ assignment, cause }) => `${assignment.split('/')[1]} ${cause}`)
  }

  /** Rungs of a clock that fired, in their order. */
  fired(name: string): string[] {
    return this.incident.fired.filter(({ clock }) => sayClock(clock) === name).map(({ rung }) => rung)
  }
}

const sayItem = ({ kind, assignment }: AttentionItem): string =>
  assignment === undefined ? kind : `${kind} ${assignment.split('/')[1]}`

export const runCard = (code: string) => standardRunCards.find(card => card.code === code)

/** A story that begins with these steps, one after the other. */
export const given = (...beginnings: Beginning[]): Story => givenBy(semarang, ...beginnings)

/** The same by another city's standard. */
export const givenBy = (profile: SopProfile, ...beginnings: Beginning[]): Story => {
  const story = new Story(profile)
  for (const begin of beginnings) begin(story)
  return story
}
