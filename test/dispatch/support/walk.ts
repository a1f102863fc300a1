import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '../../../src/dispatch/clocks/clock.ts'
import { helpKey } from '../../../src/dispatch/clocks/help.ts'
import { incidentClocks } from '../../../src/dispatch/clocks/incident-clocks.ts'
import type { IncidentCommand } from '../../../src/dispatch/incident/commands.ts'
import { decide } from '../../../src/dispatch/incident/decide/decide.ts'
import type { IncidentDecision } from '../../../src/dispatch/incident/decide/decision.ts'
import { nextDueAt } from '../../../src/dispatch/incident/decide/escalating.ts'
import type { IncidentEffect, StoredEffect } from '../../../src/dispatch/incident/effects.ts'
import type { IncidentEvent, Recorded } from '../../../src/dispatch/incident/events.ts'
import { evolve } from '../../../src/dispatch/incident/evolve.ts'
import { type Incident, isOver } from '../../../src/dispatch/incident/incident.ts'
import { ladderResumedAt, runningOperation } from '../../../src/dispatch/incident/long-operation.ts'
import type { SopProfile } from '../../../src/dispatch/profiles/profile.ts'
import { type Actor, type Instant, system } from '../../../src/dispatch/vocabulary.ts'
import { deepFreeze } from './freeze.ts'
import { type History, illegalities, invariants } from './invariants.ts'
import { commandOf, type Move } from './moves.ts'
import { operator } from './people.ts'
import { progress } from './progress.ts'
import { runCard } from './story.ts'
import { start } from './time.ts'

/** Commands that may be said twice and count twice: another obstacle, another try on the phone, another outcome. */
const repeatable = (command: IncidentCommand): boolean =>
  command.type === 'ChooseOutcome' ||
  command.type === 'SendMessage' ||
  command.type === 'RecordSitrep' ||
  (command.type === 'RecordPhoneTask' && command.outcome === 'noAnswer') ||
  (command.type === 'ActOnAssignment' && (command.action === 'obstacle' || command.action === 'requestBackup'))

type RungFired = Extract<Recorded<IncidentEvent>, { type: 'RungFired' }>

/** A long operation pauses the standard's limits, not calls for help. */
const isRungOfLimit = (event: Recorded<IncidentEvent>): event is RungFired =>
  event.type === 'RungFired' && !event.clock.startsWith('help:')

/** One random history. Every step is checked against the laws; the first that is broken throws, with its command. */
export class Walk {
  now: Instant = start
  incident: Incident | null = null
  /** stored by every save, as the handler of commands does: an accepted command without events saves nothing */
  storedDueAt: Instant | null = null
  readonly events: Recorded<IncidentEvent>[] = []
  readonly effects: StoredEffect<IncidentEffect>[] = []
  readonly profile: SopProfile
  #last: { command: IncidentCommand; by: Actor } | undefined
  #commands = 0
  readonly #stopped: Clock[] = []

  constructor(profile: SopProfile) {
    this.profile = profile
  }

  take(move: Move): void {
    if (move.kind === 'wait') this.wait(move.seconds, move.awake)
    else if (move.kind === 'again') this.again()
    else this.give(commandOf(move, this.incident, this.profile, this.now))
  }

  private give(meant: { command: IncidentCommand; by: Actor } | null): void {
    if (!meant) return
    this.tell(meant.command, meant.by)
    this.#last = meant
  }

  /** From wherever it stands, the incident can be brought to its end by the ordinary way. */
  finish(): void {
    for (let steps = 0; !this.incident || !isOver(this.incident); steps++) {
      if (steps > 200) throw new Error(`no way to the archive from ${JSON.stringify(this.incident?.phase)}`)
      this.tell(progress(this.incident, steps, this.profile), operator)
    }
  }

  tell(command: IncidentCommand, by: Actor): IncidentDecision {
    const context = { commandId: `c-${++this.#commands}`, by, now: this.now, profile: this.profile, runCard }
    const decision = decide(this.incident, command, context)
    if (!decision.accepted) return decision
    const before = this.incident
    this.incident = deepFreeze(decision.events.reduce<Incident | null>(evolve, before))
    if (this.incident && decision.events.length) {
      this.storedDueAt = nextDueAt(this.incident, this.profile, this.now)
    }
    this.events.push(...decision.events)
    this.effects.push(...decision.effects)
    this.demand(illegalities(this.history()), command)
    this.demand(this.brokenSince(before, decision, context), command)
    return decision
  }

  history(): History {
    const { incident, events, effects, profile, now, storedDueAt } = this
    if (!incident) throw new Error('nothing was opened')
    return { incident, events, effects, profile, now, storedDueAt }
  }

  /** The laws of the whole record. */
  audit(): void {
    if (this.incident) this.demand(invariants(this.history()), 'the end')
  }

  private wait(seconds: number, watched: boolean): void {
    const until = this.now + seconds * 1000
    // a day of repetitions one by one shows nothing that an hour of them does not
    const awake = watched && seconds <= 3600
    for (let due = this.dueAt(); awake && due !== null && due <= until; due = this.dueAt()) {
      this.now = Math.max(this.now, due)
      this.fire()
    }
    this.now = until
    if (this.incident) this.demand(illegalities(this.history()), 'time that passed')
    this.fire()
  }

  /** Deadlines fire until the next one lies ahead, and then nothing is left to fire. */
  private fire(): void {
    if (!this.incident) return
    this.tell({ type: 'FireDue' }, system)
    const due = this.dueAt()
    if (due !== null && due <= this.now) this.demand(['after firing the next deadline lies ahead'], 'FireDue')
    if (this.storedDueAt !== null && this.storedDueAt <= this.now) {
      this.demand(['after firing the stored deadline lies ahead'], 'FireDue')
    }
    const again = this.tell({ type: 'FireDue' }, system)
    if (again.accepted && again.events.length) this.demand(['firing twice fires nothing more'], 'FireDue')
  }

  /** A thumb that presses twice, a message that comes twice. */
  private again(): void {
    if (!this.#last || repeatable(this.#last.command)) return
    const { command, by } = this.#last
    const first = this.tell(command, by)
    const second = this.tell(command, by)
    if (first.accepted && second.accepted && second.events.length) {
      this.demand(['a repeated command changes nothing'], command)
    }
  }

  private dueAt(): Instant | null {
    return this.incident && nextDueAt(this.incident, this.profile, this.now)
  }

  private brokenSince(
    before: Incident | null,
    decision: IncidentDecision & { accepted: true },
    context: { commandId: string; by: Actor; now: Instant },
  ): string[] {
    const after = this.history().incident
    const reopened = decision.events.some(({ type }) => type === 'IncidentReopened')
    const undone = decision.events.some(({ type }) => type === 'ActionUndone' || type === 'StepCorrected')
    const unmerged = decision.events.some(({ type }) => type === 'MergeTakenBack')
    const latched = (mark: 'allDeliveredAt' | 'responseConfirmedAt') =>
      before?.[mark] === undefined || undone || after[mark] === before[mark]
    const runs = (key: string): boolean =>
      before !== null &&
      (incidentClocks(before, this.profile).some(clock => clock.key === key && clock.state === 'running') ||
        before.attention.some(item => helpKey(item.id) === key && item.doneAt === undefined))
    const laws: Record<string, boolean> = {
      'no rung fires on a clock that has stopped, nor on a call for help that is settled': decision.events.every(
        event => event.type !== 'RungFired' || runs(event.clock),
      ),
      'while a long operation runs no rung of a limit fires':
        !before || !runningOperation(before) || !decision.events.some(isRungOfLimit),
      'what is over stays over, unless it is reopened or a merge is taken back':
        !before || !isOver(before) || reopened || unmerged || isDeepStrictEqual(after.phase, before.phase),
      'what was skipped stays skipped: after a long operation no rung fires that was due before its end':
        decision.events.every(event => !isRungOfLimit(event) || event.dueAt >= (ladderResumedAt(after) ?? 0)),
      'a reopened incident keeps the clocks that had stopped': this.keepsStopped(before, reopened),
      'allDelivered and confirmed stay, unless a step is taken back':
        latched('allDeliveredAt') && latched('responseConfirmedAt'),
      'every event says who recorded it, when, by which command': decision.events.every(
        event => event.commandId === context.commandId && event.recordedAt === context.now && event.by === context.by,
      ),
      'fired rungs are only added': (before?.fired ?? []).every((rung, index) => after.fired[index] === rung),
      'without events there are no effects': decision.events.length > 0 || decision.effects.length === 0,
    }
    return Object.entries(laws)
      .filter(([, holds]) => !holds)
      .map(([name]) => name)
  }

  /** From the first reopening on, whatever no longer ran by then stands as it stood. */
  private keepsStopped(before: Incident | null, reopened: boolean): boolean {
    const after = this.history().incident
    const still = (incident: Incident) =>
      incidentClocks(incident, this.profile).filter(({ state }) => state !== 'running')
    if (before && reopened) this.#stopped.push(...still(before))
    const now = new Map(incidentClocks(after, this.profile).map(clock => [clock.key, clock]))
    return this.#stopped.every(clock => isDeepStrictEqual(now.get(clock.key), clock))
  }

  private demand(broken: string[], command: IncidentCommand | string): void {
    if (broken.length) throw new Error(`${broken.join('; ')} (after ${JSON.stringify(command)})`)
  }
}
