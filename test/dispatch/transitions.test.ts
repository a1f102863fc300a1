import { describe, expect, test } from 'vitest'
import { incidentClocks } from '../../src/dispatch/clocks/incident-clocks.ts'
import { type AgencyAction, type AssignmentStatus, agencyActions } from '../../src/dispatch/incident/assignment.ts'
import { lastUndoable } from '../../src/dispatch/incident/standing.ts'
import { buttonsOf, isLegal } from '../../src/dispatch/incident/transitions.ts'
import { alerting, plan } from './support/beginnings.ts'
import { commandFor, inStatus } from './support/in-status.ts'
import { member } from './support/people.ts'
import { given, type Story } from './support/story.ts'
import { ms } from './support/time.ts'

interface Row {
  /** what the agency sees: DESIGN, "Assignment"; with `transport` for agencies that bring patients to hospital */
  buttons: AgencyAction[]
  /** every action that is taken and where it leads: wider than the buttons, for marks that a crew forgot */
  taken: Partial<Record<AgencyAction, AssignmentStatus>>
}

const firstWord: Row = {
  buttons: ['acknowledge', 'depart', 'decline'],
  taken: {
    acknowledge: 'acknowledged',
    depart: 'enRoute',
    decline: 'declined',
    arrive: 'onScene',
    transport: 'transporting',
    arriveHospital: 'cleared',
    clear: 'cleared',
    notFound: 'cleared',
  },
}
const nothing: Row = { buttons: [], taken: {} }

const table: Record<AssignmentStatus, Row> = {
  alerting: firstWord,
  notified: firstWord,
  received: nothing,
  acknowledged: {
    buttons: ['depart', 'arrive', 'requestBackup', 'clear', 'handBack'],
    taken: {
      depart: 'enRoute',
      arrive: 'onScene',
      requestBackup: 'acknowledged',
      obstacle: 'acknowledged',
      clear: 'cleared',
      handBack: 'handedBack',
      transport: 'transporting',
      arriveHospital: 'cleared',
      notFound: 'cleared',
    },
  },
  enRoute: {
    buttons: ['arrive', 'obstacle', 'requestBackup', 'notFound', 'handBack'],
    taken: {
      arrive: 'onScene',
      obstacle: 'enRoute',
      requestBackup: 'enRoute',
      notFound: 'cleared',
      handBack: 'handedBack',
      clear: 'cleared',
      transport: 'transporting',
      arriveHospital: 'cleared',
    },
  },
  onScene: {
    buttons: ['clear', 'transport', 'obstacle', 'requestBackup', 'notFound'],
    taken: {
      clear: 'cleared',
      transport: 'transporting',
      obstacle: 'onScene',
      requestBackup: 'onScene',
      notFound: 'cleared',
      arriveHospital: 'cleared',
      handBack: 'handedBack',
    },
  },
  transporting: {
    buttons: ['arriveHospital'],
    taken: {
      arriveHospital: 'cleared',
      clear: 'cleared',
      obstacle: 'transporting',
      requestBackup: 'transporting',
    },
  },
  cleared: { buttons: ['report'], taken: { report: 'reported' } },
  reported: nothing,
  reportAccepted: nothing,
  reportWaived: nothing,
  declined: nothing,
  handedBack: nothing,
  stoodDown: nothing,
}

const states = Object.keys(table) as AssignmentStatus[]
const pairs = states.flatMap(status =>
  agencyActions.map(action => ({ status, action, to: table[status].taken[action] })),
)
const taken = pairs.flatMap(({ to, ...pair }) => (to ? [{ ...pair, to }] : []))
const refused = pairs.filter(({ to }) => !to)

describe('an agency that brings patients to hospital', () => {
  test.each(states)('%s shows the buttons of its state', status => {
    const story = given(inStatus(status, 'DINKES'))
    expect(story.status('DINKES')).toBe(status)
    expect(buttonsOf(story.assignment('DINKES'))).toEqual(table[status].buttons)
  })

  test.each(taken)('$status, $action: goes to $to', ({ status, action, to }) => {
    const story = given(inStatus(status, 'DINKES'))
    expect(isLegal(story.assignment('DINKES'), action)).toBe(true)
    story.tell(commandFor(story.idOf('DINKES'), action), member('DINKES'))
    expect(story.status('DINKES')).toBe(to)
    expect(story.sent()).toContain('cards')
  })

  test.each(refused)('$status, $action: refused, and nothing changes', ({ status, action }) => {
    const story = given(inStatus(status, 'DINKES'))
    expect(isLegal(story.assignment('DINKES'), action)).toBe(false)
    const before = story.events.length
    const { code, params } = story.refused(commandFor(story.idOf('DINKES'), action), member('DINKES'))
    expect(['alreadyDone', 'notNow']).toContain(code)
    // it says who did what, when; before the first press there was nobody
    expect(params).toMatchObject({ action, at: expect.any(Number) })
    expect(params.by === '').toBe(status === 'alerting' || status === 'notified')
    expect(story.events.length).toBe(before)
    expect(story.sent()).toEqual([])
  })

  test.each(taken)('$status, $action, Urungkan: as before, each clock with its first start', ({ status, action }) => {
    const story = given(inStatus(status, 'DINKES')).forward('10s')
    const before = standing(story)
    story
      .tell(commandFor(story.idOf('DINKES'), action), member('DINKES'))
      .forward('20s')
      .undo('DINKES')
    // the press proved that the alert had arrived, and that stays true
    expect(standing(story)).toEqual(status === 'alerting' ? reachedBy(story) : before)
  })
})

const standing = (story: Story) => ({
  standing: story.assignment('DINKES').standing,
  clocks: incidentClocks(story.incident, story.profile),
  items: story.openItems(),
  phase: story.incident.phase,
})

const reachedBy = (story: Story) => ({ ...standing(story), standing: { status: 'notified' }, items: [] })

describe('an agency that brings nobody to hospital', () => {
  const carries: AgencyAction[] = ['transport', 'arriveHospital']
  const reachable = states.filter(status => status !== 'transporting')

  test.each(reachable)('%s shows neither of the two buttons', status => {
    const buttons = buttonsOf(given(inStatus(status, 'DAMKAR')).assignment('DAMKAR'))
    expect(buttons).toEqual(
      table[status].buttons.filter(action => action !== 'transport' && action !== 'arriveHospital'),
    )
  })

  test.each(reachable.flatMap(status => carries.map(action => ({ status, action }))))(
    '$status, $action: refused, it has no ambulance',
    ({ status, action }) => {
      const story = given(inStatus(status, 'DAMKAR'))
      const refusal = story.refused(commandFor(story.idOf('DAMKAR'), action), member('DAMKAR'))
      expect(refusal).toEqual({ code: 'cannotTransport', params: { agency: 'DAMKAR' } })
    },
  )
})

describe('an agency that is only informed', () => {
  const informed = [plan('DAMKAR', 'lead'), plan('POLRES', 'support', 'inform')]

  test('has one button, Diterima, and then none', () => {
    const story = given(alerting(informed))
    expect(buttonsOf(story.assignment('POLRES'))).toEqual(['receive'])
    story.deliver('POLRES')
    expect(buttonsOf(story.assignment('POLRES'))).toEqual(['receive'])
    story.press('POLRES', 'receive')
    expect(story.status('POLRES')).toBe('received')
    expect(buttonsOf(story.assignment('POLRES'))).toEqual([])
  })

  test.each(agencyActions.filter(action => action !== 'receive'))('does not %s', action => {
    const story = given(alerting(informed))
    const { code } = story.refused(commandFor(story.idOf('POLRES'), action), member('POLRES'))
    expect(code).toBe(action === 'transport' || action === 'arriveHospital' ? 'cannotTransport' : 'notNow')
  })
})

describe('a late or repeated press says who did what, when', () => {
  test('the same button again', () => {
    const story = given(inStatus('notified', 'DINKES')).press('DINKES', 'acknowledge')
    const at = story.now
    story.forward('40s').press('DINKES', 'depart').forward('10s')
    expect(story.refused(commandFor(story.idOf('DINKES'), 'acknowledge'), member('DINKES'))).toEqual({
      code: 'alreadyDone',
      params: { action: 'acknowledge', by: 'Regu DINKES', at },
    })
  })

  test('a button whose turn is over', () => {
    const story = given(inStatus('notified', 'DINKES')).press('DINKES', 'arrive')
    const at = story.now
    story.forward('40s')
    expect(story.refused(commandFor(story.idOf('DINKES'), 'depart'), member('DINKES'))).toEqual({
      code: 'notNow',
      params: { action: 'depart', status: 'onScene', by: 'Regu DINKES', at },
    })
  })

  test('a decline after the decline, a report after the report', () => {
    const declined = given(inStatus('declined', 'DINKES'))
    expect(declined.refused(commandFor(declined.idOf('DINKES'), 'decline'), member('DINKES')).params).toEqual({
      action: 'decline',
      by: 'Regu DINKES',
      at: declined.now,
    })
    const reported = given(inStatus('reported', 'DINKES'))
    expect(reported.refused(commandFor(reported.idOf('DINKES'), 'report'), member('DINKES')).code).toBe('alreadyDone')
  })

  test('after the dispatcher released the agency', () => {
    const story = given(inStatus('stoodDown', 'DINKES')).forward('30s')
    expect(story.refused(commandFor(story.idOf('DINKES'), 'depart'), member('DINKES')).params).toEqual({
      action: 'depart',
      status: 'stoodDown',
      by: 'Penyelia Dua',
      at: story.now - ms('30s'),
    })
  })
})

test('Urungkan takes back the last press only, and each press before it in turn', () => {
  const story = given(inStatus('acknowledged', 'DINKES')).press('DINKES', 'depart').press('DINKES', 'obstacle')
  expect(lastUndoable(story.assignment('DINKES'))?.change).toEqual({ kind: 'action', action: 'obstacle' })
  story.undo('DINKES')
  expect(story.status('DINKES')).toBe('enRoute')
  expect(story.openItems()).toEqual([])
  story.undo('DINKES')
  expect(story.status('DINKES')).toBe('acknowledged')
})
