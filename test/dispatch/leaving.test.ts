import { describe, expect, test } from 'vitest'
import { isRequired } from '../../src/dispatch/incident/standing.ts'
import { declineReasons } from '../../src/dispatch/vocabulary.ts'
import { alerting, lone, notified, plan } from './support/beginnings.ts'
import { supervisor } from './support/people.ts'
import { given, type Story } from './support/story.ts'

const required = (story: Story): string[] => story.incident.assignments.filter(isRequired).map(({ agency }) => agency)

describe('Tidak bisa', () => {
  test.each(declineReasons)('%s: the job comes back with its reason', reason => {
    const story = given(notified()).forward('30s').decline('PLN', reason)
    expect(story.assignment('PLN').standing).toMatchObject({ status: 'declined', reason, at: story.now })
    expect(story.openItems()).toEqual(['declined PLN'])
    expect(story.told()).toEqual(['help declined PLN'])
    expect(required(story)).toEqual(['DAMKAR', 'DINKES'])
  })

  test('counts as answered: S4a stops and counts', () => {
    const story = given(notified()).forward('30s').decline('PLN')
    expect(story.sayClock('S4a PLN')).toBe('stopped after 30 s')
  })
})

describe('Kembalikan', () => {
  test('the job comes back and the clocks of the agency end uncounted', () => {
    const story = given(notified()).press('DAMKAR', 'acknowledge').forward('2m').press('DAMKAR', 'handBack')
    expect(story.openItems()).toEqual(['handedBack DAMKAR'])
    expect(story.told()).toEqual(['help handedBack DAMKAR'])
    expect(story.sayClock('S4b DAMKAR')).toBe('ended after 120 s')
    expect(story.sayClock('S4a DAMKAR')).toBe('stopped after 0 s')
  })
})

describe('stand-down', () => {
  test.each([
    ['before it answered', (_: Story) => {}],
    ['under way', (story: Story) => story.press('PLN', 'depart')],
    ['with its report open', (story: Story) => story.press('PLN', 'clear')],
    ['with its report filed', (story: Story) => story.press('PLN', 'clear').report('PLN')],
  ])('%s: the agency is told and no longer required', (_, begin) => {
    const story = given(notified(), begin)
    story.sent()
    story.forward('10s').standDown('PLN')
    expect(story.sent()).toEqual(['update stoodDown to PLN', 'cards'])
    expect(required(story)).toEqual(['DAMKAR', 'DINKES'])
    expect(['ended', 'stopped']).toContain(story.clock('S4a PLN')?.state)
    expect(story.clock('S6 PLN')?.state ?? 'ended').toBe('ended')
  })

  test('ends what was asked of others about it', () => {
    const story = given(alerting()).note('PLN', 'unreachable')
    expect(story.toPhone()).toEqual(['PLN unreachable'])
    story.standDown('PLN')
    expect(story.toPhone()).toEqual([])
    expect(story.openItems()).toEqual([])
  })

  test('is done once, and not to an agency that left or finished', () => {
    const story = given(notified()).standDown('PLN')
    const again = { type: 'StandDownAssignment', assignment: story.idOf('PLN'), reason: 'text:reason' } as const
    const { name } = supervisor as { name: string }
    expect(story.refused(again)).toEqual({
      code: 'alreadyDone',
      params: { action: 'standDown', by: name, at: story.now },
    })
    story.decline('DINKES').finish('DAMKAR')
    for (const agency of ['DINKES', 'DAMKAR']) {
      const refusal = story.refused({ ...again, assignment: story.idOf(agency) })
      expect(refusal).toMatchObject({ code: 'notNow', params: { action: 'standDown' } })
    }
  })

  test('of the last open agency brings the closing, from that moment', () => {
    const story = given(notified()).standDown('DINKES').finish('DAMKAR').forward('10m')
    expect(story.phase).toBe('dispatched')
    story.standDown('PLN')
    expect(story.phase).toBe('closing')
    expect(story.incident.allAcceptedAt).toBe(story.now)
    expect(story.clock('S7')?.startedAt).toBe(story.now)
  })
})

describe('nobody is left', () => {
  test('raises one alarm, however the last one leaves', () => {
    const declined = given(lone()).decline('DAMKAR')
    expect(declined.openItems()).toEqual(['declined DAMKAR', 'nobodyLeft DAMKAR'])
    const back = given(lone()).press('DAMKAR', 'acknowledge').press('DAMKAR', 'handBack')
    expect(back.openItems()).toEqual(['handedBack DAMKAR', 'nobodyLeft DAMKAR'])
    const released = given(lone()).standDown('DAMKAR')
    expect(released.openItems()).toEqual(['nobodyLeft DAMKAR'])
  })

  test('an inform agency does not count, and its going raises no second alarm', () => {
    const story = given(notified([plan('DAMKAR', 'lead'), plan('POLRES', 'support', 'inform')])).decline('DAMKAR')
    expect(story.told()).toEqual(['help declined DAMKAR', 'help nobodyLeft DAMKAR'])
    story.standDown('POLRES')
    expect(story.told()).toEqual(['update stoodDown to POLRES'])
  })

  test('such an incident is not closed by itself, nor can it be', () => {
    const story = given(lone()).decline('DAMKAR')
    expect(story.phase).toBe('dispatched')
    expect(story.refused({ type: 'CloseIncident' }).code).toBe('reportsOpen')
  })

  test('an inform agency does not end the alarm, one that acts does', () => {
    const story = given(lone()).decline('DAMKAR').add('POLRES', 'support', 'inform')
    expect(story.openItems()).toEqual(['declined DAMKAR', 'nobodyLeft DAMKAR'])
    story.add('BPBD', 'lead')
    expect(story.openItems()).toEqual([])
  })
})

describe('an agency is added', () => {
  test('it gets the alert and a clock of its own, S3 and S5 stay as they were', () => {
    const story = given(notified())
    for (const agency of ['DAMKAR', 'PLN', 'DINKES']) story.press(agency, 'depart')
    expect(story.forward('5m').sayClock('S5')).toBe('stopped after 0 s')
    story.sent()
    story.add('BPBD')
    expect(story.sent()).toEqual(['alert BPBD', 'cards'])
    story.forward('20s').deliver('BPBD').forward('1m')
    expect(story.sayClock('S4a BPBD')).toBe('running')
    expect(story.sayClock('S4b BPBD')).toBe('not started')
    expect(story.sayClock('S3')).toBe('stopped after 5 s')
    expect(story.sayClock('S5')).toBe('stopped after 0 s')
  })

  test('one substitute answers for one that left, in its role', () => {
    const story = given(notified()).decline('PLN').decline('DINKES').decline('DAMKAR')
    story.add('KAI', 'support', 'inform')
    expect(story.openItems()).toEqual(['declined PLN', 'declined DINKES', 'declined DAMKAR', 'nobodyLeft DAMKAR'])
    story.add('PMI')
    expect(story.openItems()).toEqual(['declined DINKES', 'declined DAMKAR'])
    story.add('BPBD', 'lead')
    expect(story.openItems()).toEqual(['declined DINKES'])
  })

  test('a new lead starts its own S4b', () => {
    const story = given(lone()).press('DAMKAR', 'acknowledge').forward('4m').press('DAMKAR', 'handBack')
    story.add('BPBD', 'lead').forward('10s').deliver('BPBD').press('BPBD', 'acknowledge').forward('6m')
    story.press('BPBD', 'arrive')
    expect(story.sayClock('S4b DAMKAR')).toBe('ended after 240 s')
    expect(story.sayClock('S4b BPBD')).toBe('stopped after 360 s')
  })

  test('during the closing: the incident is under way again', () => {
    const story = given(lone()).finish('DAMKAR')
    expect(story.phase).toBe('closing')
    story.add('BPBD')
    expect(story.phase).toBe('dispatched')
    expect(story.sayClock('S7')).toBe('not started')
    story.finish('BPBD')
    expect(story.phase).toBe('closing')
  })

  test('not twice, no second lead, no lead that only hears of it, not before the dispatch', () => {
    const story = given(notified())
    const add = (agency: ReturnType<typeof plan>) => story.refused({ type: 'AddAgency', agency })
    expect(add(plan('PLN'))).toEqual({ code: 'duplicateAgency', params: { agency: 'PLN' } })
    expect(add(plan('BPBD', 'lead'))).toEqual({ code: 'leadMissing', params: { leads: 2 } })
    story.decline('DAMKAR')
    expect(add(plan('BPBD', 'lead', 'inform')).code).toBe('leadMissing')
    story.add('DAMKAR', 'lead')
    expect(story.idOf('DAMKAR')).toBe('INC/DAMKAR/2')
    story.tell({ type: 'CancelIncident', reason: 'text:reason' })
    expect(add(plan('BPBD')).code).toBe('incidentOver')
  })
})

describe('Kendala and Minta bantuan', () => {
  test.each([
    ['requestBackup', 'backup'],
    ['obstacle', 'obstacle'],
  ] as const)('%s: the supervisors hear it at once, the state stays', (action, item) => {
    const story = given(notified()).press('DAMKAR', 'depart')
    story.sent()
    story.press('DAMKAR', action)
    expect(story.status('DAMKAR')).toBe('enRoute')
    expect(story.sent()).toEqual([`help ${item} DAMKAR`, 'cards'])
    expect(story.openItems()).toEqual([`${item} DAMKAR`])
  })

  test('an item is settled once, and a second person learns by whom', () => {
    const story = given(notified()).press('DAMKAR', 'depart').press('DAMKAR', 'obstacle')
    const settle = { type: 'SettleAttention', item: story.incident.attention[0]?.id ?? '' } as const
    story.tell(settle, supervisor)
    expect(story.openItems()).toEqual([])
    expect(story.refused(settle)).toEqual({
      code: 'alreadyDone',
      params: { action: 'settle', by: 'Penyelia Dua', at: story.now },
    })
    expect(story.refused({ type: 'SettleAttention', item: 'none' }).code).toBe('notFound')
  })
})
