import { isDeepStrictEqual } from 'node:util'
import { type Call, isAttached, isCallbackOpen } from '../../../src/dispatch/call/call.ts'
import { type CallContext, decideCall, nextCallDueAt } from '../../../src/dispatch/call/decide.ts'
import { evolveCall, replayCall } from '../../../src/dispatch/call/evolve.ts'
import type { CallCommand, CallEffect, CallEvent } from '../../../src/dispatch/call/messages.ts'
import { callClocks } from '../../../src/dispatch/clocks/call-clocks.ts'
import type { StoredEffect } from '../../../src/dispatch/incident/effects.ts'
import type { Recorded } from '../../../src/dispatch/incident/events.ts'
import type { SopProfile } from '../../../src/dispatch/profiles/profile.ts'
import { semarang } from '../../../src/dispatch/profiles/semarang.ts'
import type { Refusal } from '../../../src/dispatch/refusal.ts'
import { type CallClass, type Instant, system } from '../../../src/dispatch/vocabulary.ts'
import { operator } from './people.ts'
import { ms, start } from './time.ts'

/** A call whose story is told command by command; its laws are checked after each. */
export class CallStory {
  now: Instant = start
  readonly events: Recorded<CallEvent>[] = []
  readonly effects: StoredEffect<CallEffect>[] = []
  readonly profile: SopProfile
  #call: Call | null = null
  #heard = 0
  #commands = 0

  constructor(profile: SopProfile = semarang) {
    this.profile = profile
  }

  get call(): Call {
    if (!this.#call) throw new Error('the story has no call yet')
    return this.#call
  }

  tell(command: CallCommand): this {
    const refusal = this.attempt(command)
    if (refusal) throw new Error(`${command.type} was refused: ${refusal.code}`)
    return this
  }

  refused(command: CallCommand): Refusal {
    const refusal = this.attempt(command)
    if (!refusal) throw new Error(`${command.type} was accepted`)
    return refusal
  }

  attempt(command: CallCommand): Refusal | undefined {
    const by = command.type === 'FireDue' ? system : operator
    const context: CallContext = { commandId: `c-${++this.#commands}`, by, now: this.now, profile: this.profile }
    const decision = decideCall(this.#call, command, context)
    if (!decision.accepted) return decision.refusal
    this.#call = decision.events.reduce<Call | null>(evolveCall, this.#call)
    this.events.push(...decision.events)
    this.effects.push(...decision.effects)
    const broken = this.brokenLaws()
    if (broken.length) throw new Error(`after ${JSON.stringify(command)}: ${broken.join('; ')}`)
    return undefined
  }

  /** Names of the laws that the call breaks. */
  brokenLaws(): string[] {
    const { call, events, effects, profile, now } = this
    const ended = call.phase.status === 'ended'
    const fired = call.fired.map(({ clock, rung }) => `${clock} ${rung}`)
    const laws: Record<string, boolean> = {
      'no event is lost': isDeepStrictEqual(replayCall(events), call),
      'events are numbered without gaps': events.every(({ seq }, index) => seq === index + 1),
      'effect ids are unique': new Set(effects.map(({ id }) => id)).size === effects.length,
      'a rung fires once': new Set(fired).size === fired.length,
      'no clock runs after the end': !ended || callClocks(call, profile).every(({ state }) => state !== 'running'),
      'nothing is due after the end': !ended || nextCallDueAt(call, profile, now) === null,
      'only a normal call has an incident': (call.callClass === 'normal') === (call.incident !== undefined),
      'classified means classed, unless the line broke off before':
        (call.phase.status === 'open') === (call.callClass === undefined && call.droppedAt === undefined),
      'a dropped call is over': call.droppedAt === undefined || reopened(call) || ended,
      'nobody is rung back about an erased caller': call.erasedAt === undefined || !isCallbackOpen(call),
      'corrections follow each other': (call.reclassified ?? []).every(
        ({ to }, index, all) => to === (all[index + 1]?.from ?? call.callClass),
      ),
      'resolved means why': (call.resolvedAt === undefined) === (call.resolution === undefined),
      'a resolved call is not open':
        call.resolvedAt === undefined || !['open', 'classified'].includes(call.phase.status),
      'attached means resolved so': isAttached(call) === (call.resolution?.kind === 'attached'),
      'the incident is the one that it is attached to':
        !isAttached(call) || call.incident === call.attachments?.at(-1)?.incident,
      'ended means when': ended === (call.endedAt !== undefined),
    }
    return Object.entries(laws)
      .filter(([, holds]) => !holds)
      .map(([name]) => name)
  }

  open(): this {
    const { id, version } = this.profile
    return this.tell({ type: 'OpenCall', callId: 'CALL', centre: 'SMG', profile: { id, version } })
  }

  classify(callClass: CallClass): this {
    return this.tell({ type: 'ClassifyCall', callClass, incidentId: 'INC' })
  }

  forward(span: string): this {
    const until = this.now + ms(span)
    for (let due = this.dueAt; due !== null && due <= until; due = this.dueAt) {
      this.now = Math.max(this.now, due)
      this.tell({ type: 'FireDue' })
    }
    this.now = until
    return this
  }

  get dueAt(): Instant | null {
    return nextCallDueAt(this.call, this.profile, this.now)
  }

  get status(): Call['phase']['status'] {
    return this.call.phase.status
  }

  sayClock(key: string): string {
    const clock = callClocks(this.call, this.profile).find(candidate => candidate.key === key)
    if (!clock) return 'not started'
    if (clock.state === 'running') return 'running'
    return `${clock.state} after ${(clock.stoppedAt - clock.startedAt) / 1000} s`
  }

  /** Everything that was sent since the last look. */
  sent(): string[] {
    const news = this.effects.slice(this.#heard)
    this.#heard = this.effects.length
    return news.flatMap(sayCallEffect)
  }
}

/** A call that had closed by its class alone, and was corrected. */
const reopened = ({ reclassified = [] }: Call): boolean =>
  reclassified.some(({ from }) => from === 'ghost' || from === 'prank')

/** In words; that a class is counted for its number goes without saying. */
const sayCallEffect = (effect: CallEffect): string[] => {
  switch (effect.kind) {
    case 'countAnswer':
      return [`count ${effect.entry}`]
    case 'countCall':
    case 'keepFigures':
      return []
    case 'openIncident':
    case 'enterIncident':
      return [`open ${effect.incident}`]
    case 'openCall':
      return [`call ${effect.call}`]
    case 'askCallback':
    case 'eraseCaller':
      return [effect.kind]
    case 'attachReport':
      return [`report to ${effect.incident}`]
    case 'dropReport':
      return [`let go at ${effect.incident}`]
    case 'deskPing':
      return [`ping ${effect.clock} at ${effect.rung}`]
  }
}

/** A call that was opened, and classified when a class is given. */
export const givenCall = (callClass?: CallClass, profile: SopProfile = semarang): CallStory => {
  const story = new CallStory(profile).open()
  return callClass ? story.forward('10s').classify(callClass) : story
}
