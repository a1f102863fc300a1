import { describe, expect, test } from 'vitest'
import { isRequired } from '../../src/dispatch/incident/standing.ts'
import { standardRunCardSet } from '../../src/dispatch/run-cards/run-card-set.ts'
import { proposedSubstitutes } from '../../src/dispatch/run-cards/substitutes.ts'
import { alerting, houseFire, lone, notified, plan } from './support/beginnings.ts'
import { given, runCard, type Story } from './support/story.ts'

const required = (story: Story): string[] => story.incident.assignments.filter(isRequired).map(({ agency }) => agency)
const instead = (story: Story, agency: string, of: string, duty: 'act' | 'inform' = 'act') =>
  ({ type: 'AddAgency', agency: plan(agency, 'support', duty), replaces: story.idOf(of) }) as const

describe('an agency in the place of another', () => {
  test('of a silent one: it is told, its limits end uncounted, nobody phones it any more', () => {
    const story = given(notified()).forward('271s')
    expect(story.toPhone()).toContain('PLN unanswered')
    story.sent()
    story.tell(instead(story, 'BPBD', 'PLN'))
    expect(story.sent()).toEqual(['alert BPBD', 'update replaced to PLN', 'cards'])
    expect(story.assignment('PLN').standing).toMatchObject({ status: 'stoodDown', replacedBy: story.idOf('BPBD') })
    expect(story.sayClock('S4a PLN')).toBe('ended after 271 s')
    expect(story.toPhone().filter(line => line.startsWith('PLN'))).toEqual([])
    expect(required(story)).toEqual(['DAMKAR', 'DINKES', 'BPBD'])
  })

  test('of one at work: a lead stays the lead, with a field clock of its own; S3 and S5 stay as they were', () => {
    const story = given(notified())
    for (const agency of ['DAMKAR', 'PLN', 'DINKES']) story.press(agency, 'depart')
    story.forward('4m').tell(instead(story, 'BPBD', 'DAMKAR', 'inform'))
    expect(story.assignment('BPBD')).toMatchObject({ role: 'lead', duty: 'act', replaces: 'INC/DAMKAR/1' })
    story.forward('10s').deliver('BPBD').press('BPBD', 'acknowledge').forward('6m').press('BPBD', 'arrive')
    expect(story.sayClock('S4b DAMKAR')).toBe('ended after 240 s')
    expect(story.sayClock('S4b BPBD')).toBe('stopped after 360 s')
    expect(story.sayClock('S3')).toBe('stopped after 5 s')
    expect(story.sayClock('S5')).toBe('stopped after 0 s')
  })

  test('of one that declined or handed back: it keeps what it said and hears nothing more; the desk has its answer', () => {
    const story = given(notified()).decline('PLN').press('DINKES', 'acknowledge').press('DINKES', 'handBack')
    story.sent()
    story.tell(instead(story, 'BPBD', 'PLN')).tell(instead(story, 'PMI', 'DINKES'))
    expect(story.sent()).toEqual(['alert BPBD', 'cards', 'alert PMI', 'cards'])
    expect([story.status('PLN'), story.status('DINKES')]).toEqual(['declined', 'handedBack'])
    expect(story.openItems()).toEqual([])
  })

  test('of the only one: the alarm that nobody is left is over', () => {
    const story = given(lone()).decline('DAMKAR')
    story.tell(instead(story, 'BPBD', 'DAMKAR'))
    expect(story.openItems()).toEqual([])
    expect(story.assignment('BPBD').role).toBe('lead')
  })

  test('whoever was replaced cannot come back by Urungkan', () => {
    const story = given(notified()).decline('PLN')
    const undo = story.undoing('PLN')
    story.tell(instead(story, 'BPBD', 'PLN'))
    expect(story.refused(undo).code).toBe('notNow')
  })

  test('not twice, not by itself, not one that is through, not by one at work, no second lead', () => {
    const story = given(notified()).finish('DINKES').decline('DAMKAR')
    expect(story.refused(instead(story, 'BPBD', 'DINKES')).code).toBe('notNow')
    expect(story.refused(instead(story, 'PLN', 'PLN')).code).toBe('duplicateAgency')
    expect(story.refused(instead(story, 'PLN', 'DAMKAR')).code).toBe('duplicateAgency')
    expect(story.refused({ ...instead(story, 'BPBD', 'PLN'), replaces: 'INC/NONE/1' }).code).toBe('notFound')
    story.add('BPBD', 'lead')
    expect(story.refused(instead(story, 'PMI', 'DAMKAR'))).toEqual({ code: 'leadMissing', params: { leads: 2 } })
    story.tell(instead(story, 'PMI', 'PLN'))
    expect(story.refused(instead(story, 'TNIAL', 'PLN')).code).toBe('alreadyDone')
  })

  test('an agency that is through may be called again', () => {
    const story = given(notified()).finish('DINKES').add('DINKES')
    expect(story.idOf('DINKES')).toBe('INC/DINKES/2')
    expect(required(story)).toEqual(['DAMKAR', 'PLN', 'DINKES', 'DINKES'])
    story.sent()
    story.tell({ type: 'AnswerIntake', change: { hazards: ['powerLine'] } })
    expect(story.sent()).toEqual(['update hazards to DAMKAR,PLN,POLRES,DINKES', 'cards'])
  })
})

describe('whom to ask next', () => {
  const proposed = (story: Story, type: string) =>
    proposedSubstitutes(story.incident, runCard(type), standardRunCardSet.substitutes).map(
      ({ agency, assignment }) => `${agency} for ${assignment.agency}`,
    )

  test('scenario 07, a snake: DAMKAR has no unit left, BKSDA and the substitutes are proposed', () => {
    const story = given(lone('DAMKAR', { ...houseFire, type: { known: 'HWN' } })).decline('DAMKAR', 'noUnit')
    expect(story.told()).toEqual(['help declined DAMKAR', 'help nobodyLeft DAMKAR'])
    expect(proposed(story, 'HWN')).toEqual(['BKSDA for DAMKAR', 'BPBD for DAMKAR', 'BASARNAS for DAMKAR'])
    story.tell(instead(story, 'BKSDA', 'DAMKAR'))
    expect(proposed(story, 'HWN')).toEqual([])
    story.decline('BKSDA')
    expect(proposed(story, 'HWN')).toEqual([])
  })

  test('for one that no channel reaches too; not who has, or had, a part', () => {
    const story = given(alerting()).note('DINKES', 'unreachable')
    expect(proposed(story, 'NONE')).toEqual(['PMI for DINKES'])
    story.add('PMI').decline('PMI')
    expect(proposed(story, 'NONE')).toEqual([])
  })
})

describe('the priority', () => {
  test('changed by hand goes to the groups as a message, once', () => {
    const story = given(notified()).tell({ type: 'SetPriority', priority: 3 })
    expect(story.sent()).toEqual(['update priority to DAMKAR,PLN,POLRES,DINKES', 'cards'])
    story.tell({ type: 'SetPriority', priority: 3 })
    expect(story.sent()).toEqual([])
    story.tell({ type: 'CancelIncident', reason: 'text:reason' })
    expect(story.refused({ type: 'SetPriority', priority: 1 }).code).toBe('incidentOver')
  })

  test('changed by what the caller tells is named in the message', () => {
    const story = given(notified()).tell({ type: 'SetPriority', priority: 2 })
    story.sent()
    story.tell({ type: 'AnswerIntake', change: { hazards: ['powerLine'] } })
    expect(story.sent()).toEqual(['update hazards,priority to DAMKAR,PLN,POLRES,DINKES', 'cards'])
  })
})
