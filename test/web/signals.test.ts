import { describe, expect, it } from 'vitest'
import type { IncidentSummary } from '../../src/admin-api/contract/index.ts'
import { readMute, writeMute } from '../../src/web/signals/mute.ts'
import { type Signal, signalsFor, toneOf } from '../../src/web/signals/signals-for.ts'

type About = IncidentSummary['signals'][number]

const about = (kind: About['kind'], key: string, change: Partial<About> = {}): About => ({
  key,
  kind,
  what: 'backup',
  at: 1_000,
  urgent: true,
  agency: null,
  ...change,
})
const incident = (id: string, owner: string | null, ...signals: About[]) =>
  ({ id, owner: owner === null ? null : { id: owner, name: owner }, signals }) as unknown as IncidentSummary

const operator = { user: 'siti', owns: true, supervises: false }
const supervisor = { user: 'rina', owns: true, supervises: true }
const callTaker = { user: 'siti', owns: false, supervises: false }
const said = (signals: readonly Signal[]) => signals.map(({ id, urgent }) => `${id}${urgent ? ' !' : ''}`)

describe('what calls a user', () => {
  it('calls for help and phone tasks call the room, but hurry only whom they concern', () => {
    const help = about('attention', 'help')
    const board = [incident('mine', 'siti', help), incident('nobodys', null, help), incident('budis', 'budi', help)]
    expect(said(signalsFor(board, operator))).toEqual(['mine help !', 'nobodys help !', 'budis help'])
    expect(said(signalsFor(board, supervisor))).toEqual(['mine help !', 'nobodys help !', 'budis help !'])
  })

  it('a limit that passed calls whoever has the incident, and supervisors', () => {
    const board = [
      incident('mine', 'siti', about('escalation', 'S4 1')),
      incident('budis', 'budi', about('escalation', 'S4 1')),
    ]
    expect(said(signalsFor(board, operator))).toEqual(['mine S4 1 !'])
    expect(said(signalsFor(board, supervisor))).toEqual(['mine S4 1 !', 'budis S4 1 !'])
  })

  it('a hand-off calls everybody who may take it, and nobody else', () => {
    const board = [incident('asked', 'budi', about('handOff', 'handOff'))]
    expect(said(signalsFor(board, operator))).toEqual(['asked handOff !'])
    expect(said(signalsFor(board, callTaker))).toEqual([])
  })

  it('stands with the urgent first, the oldest of them on top', () => {
    const board = [
      incident(
        'a',
        null,
        about('phoneTask', 'closure', { urgent: false, at: 1 }),
        about('attention', 'new', { at: 9 }),
      ),
      incident('b', null, about('attention', 'old', { at: 5 })),
    ]
    expect(said(signalsFor(board, operator))).toEqual(['b old !', 'a new !', 'a closure'])
  })
})

describe('what sounds', () => {
  const [urgent, routine] = signalsFor(
    [incident('a', null, about('attention', 'one'), about('phoneTask', 'two', { urgent: false }))],
    operator,
  ) as [Signal, Signal]

  it('is the urgent tone where anything new is urgent, the soft one else, nothing for what sounded before', () => {
    expect(toneOf([urgent, routine], new Set())).toBe('urgent')
    expect(toneOf([urgent, routine], new Set([urgent.id]))).toBe('routine')
    expect(toneOf([urgent, routine], new Set([urgent.id, routine.id]))).toBeNull()
    expect(toneOf([], new Set())).toBeNull()
  })
})

describe('silence', () => {
  it('ends when its time has come, or when it is lifted', () => {
    const quarter = writeMute({ until: 900_000 })
    expect(readMute(quarter, 899_999)).toEqual({ until: 900_000 })
    expect(readMute(quarter, 900_000)).toBeNull()
    expect(readMute(writeMute('untilLifted'), Number.MAX_SAFE_INTEGER)).toBe('untilLifted')
    expect(readMute(null, 0)).toBeNull()
    expect(readMute('no number', 0)).toBeNull()
  })
})
