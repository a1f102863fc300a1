import { describe, expect, test } from 'vitest'
import { incidentClocks } from '../../src/dispatch/clocks/incident-clocks.ts'
import { agencyActions } from '../../src/dispatch/incident/assignment.ts'
import type { AttentionItem } from '../../src/dispatch/incident/incident.ts'
import { isRequired } from '../../src/dispatch/incident/standing.ts'
import { buttonsOf, isLegal } from '../../src/dispatch/incident/transitions.ts'
import { alerting, firePlan, lone, notified, plan } from './support/beginnings.ts'
import { supervisor } from './support/people.ts'
import { given, type Story } from './support/story.ts'

const withPolice = [plan('DAMKAR', 'lead'), plan('POLRES', 'support', 'inform')]
const change = (story: Story, agency: string, duty: 'act' | 'inform') =>
  ({ type: 'ChangeDuty', assignment: story.idOf(agency), duty }) as const
const clocksOf = (story: Story, id: string) =>
  incidentClocks(story.incident, story.profile).filter(({ assignment }) => assignment === id)

describe('DESIGN: an inform-only agency has one button, no clock, no report', () => {
  test('nothing of the standard runs for it, and the closing does not wait for it', () => {
    const story = given(notified(withPolice))
    expect(clocksOf(story, story.idOf('POLRES'))).toEqual([])
    story.finish('DAMKAR').tell({ type: 'CloseIncident' })
    expect(story.phase).toBe('closed')
    expect(story.told()).toEqual(['closure DAMKAR', 'closure POLRES'])
  })

  test('climbs the contact ladder only while no send is confirmed', () => {
    const story = given(alerting(withPolice)).deliver('DAMKAR').press('DAMKAR', 'depart')
    story.forward('60s')
    expect(story.toPhone()).toEqual(['POLRES unreachable'])
    story.note('POLRES', 'sent')
    expect(story.toPhone()).toEqual([])
    const quiet = given(notified(withPolice)).press('DAMKAR', 'depart')
    quiet.forward('3m')
    expect(quiet.toPhone()).toEqual([])
  })

  test('its Diterima says that it knows: nobody phones it any more', () => {
    const story = given(alerting(withPolice)).deliver('DAMKAR').forward('60s')
    story.press('POLRES', 'receive')
    expect(story.toPhone().filter(line => line.startsWith('POLRES'))).toEqual([])
  })
})

describe('a duty that changes', () => {
  test('inform to act: a new card in the alert lane, clocks that start then, S3 and S5 not reopened', () => {
    const story = given(notified(withPolice)).press('POLRES', 'receive').press('DAMKAR', 'depart').forward('10m')
    const { allDeliveredAt, responseConfirmedAt } = story.incident
    expect(story.sayClock('S5')).toMatch(/^stopped/)
    story.sent()
    const old = story.idOf('POLRES')
    story.tell(change(story, 'POLRES', 'act'), supervisor)
    expect(story.sent()).toEqual(['alert POLRES', 'cards'])
    const police = story.assignment('POLRES')
    expect(police.id).not.toBe(old)
    expect(buttonsOf(police)).toEqual(['acknowledge', 'depart', 'decline'])
    story.deliver('POLRES')
    expect(story.clock('S4a POLRES')?.startedAt).toBe(story.now)
    expect(isRequired(police)).toBe(true)
    expect(story.incident).toMatchObject({ allDeliveredAt, responseConfirmedAt })
    story.forward('1m').press('POLRES', 'acknowledge')
    expect(story.sayClock('S4a POLRES')).toBe('stopped after 60 s')
  })

  test('act to inform: its clocks end uncounted, it is not required, nobody phones it for an answer', () => {
    const story = given(notified([plan('DAMKAR', 'lead'), plan('PLN')]))
      .press('DAMKAR', 'depart')
      .forward('70s')
    const old = story.idOf('PLN')
    story.tell(change(story, 'PLN', 'inform'), supervisor).deliver('PLN')
    expect(clocksOf(story, old).map(({ state }) => state)).toEqual(clocksOf(story, old).map(() => 'ended'))
    expect(clocksOf(story, story.idOf('PLN'))).toEqual([])
    expect(story.incident.assignments.filter(isRequired).map(({ agency }) => agency)).toEqual(['DAMKAR'])
    expect(buttonsOf(story.assignment('PLN'))).toEqual(['receive'])
    story.forward('10m')
    expect(story.toPhone()).toEqual([])
  })

  test('what the agency was asked before takes nothing any more', () => {
    const story = given(notified(withPolice))
    const [, old] = story.incident.assignments
    story.tell(change(story, 'POLRES', 'act'), supervisor)
    const replaced = story.incident.assignments.find(({ id }) => id === old?.id)
    expect(replaced?.standing).toMatchObject({ status: 'stoodDown', replacedBy: story.idOf('POLRES') })
    for (const action of agencyActions) expect(replaced && isLegal(replaced, action)).toBe(false)
    expect(story.refused({ type: 'ActOnAssignment', assignment: old?.id ?? '', action: 'receive' })).toMatchObject({
      code: 'notNow',
      params: { status: 'stoodDown', by: 'Penyelia Dua' },
    })
  })

  test('said twice changes nothing the second time and says who did it', () => {
    const story = given(notified(withPolice))
    const command = change(story, 'POLRES', 'act')
    story.tell(command, supervisor)
    expect(story.refused(command)).toEqual({
      code: 'alreadyDone',
      params: { action: 'changeDuty', by: 'Penyelia Dua', at: story.now },
    })
    expect(story.refused(change(story, 'POLRES', 'act')).code).toBe('notNow')
  })

  test('is not for the lead, nor for an agency that is done or gone', () => {
    const story = given(notified(firePlan)).decline('PLN')
    expect(story.refused(change(story, 'DAMKAR', 'inform')).code).toBe('leadMissing')
    expect(story.refused(change(story, 'PLN', 'inform')).code).toBe('notNow')
    story.press('DINKES', 'acknowledge').press('DINKES', 'clear')
    expect(story.refused(change(story, 'DINKES', 'inform')).code).toBe('notNow')
  })

  test('the alarm that nobody is left begins and ends with it', () => {
    const story = given(notified(withPolice)).decline('DAMKAR')
    expect(story.openItems()).toEqual(['declined DAMKAR', 'nobodyLeft DAMKAR'])
    story.tell(change(story, 'POLRES', 'act'), supervisor)
    expect(story.openItems()).toEqual(['declined DAMKAR'])
    story.tell(change(story, 'POLRES', 'inform'), supervisor)
    expect(story.openItems()).toEqual(['declined DAMKAR', 'nobodyLeft POLRES'])
  })
})

describe('DESIGN, "Required": lead and ticked act agencies, less those that declined, handed back, stood down or replaced', () => {
  const rows: Record<string, { after: (story: Story) => unknown; required: string[]; alarm?: true }> = {
    'the whole plan': { after: () => undefined, required: ['DAMKAR', 'PLN'] },
    'one that is only informed never is': {
      after: story => story.press('POLRES', 'receive'),
      required: ['DAMKAR', 'PLN'],
    },
    declined: { after: story => story.decline('PLN'), required: ['DAMKAR'] },
    'handed back': { after: story => story.press('PLN', 'acknowledge').press('PLN', 'handBack'), required: ['DAMKAR'] },
    'stood down': { after: story => story.standDown('PLN'), required: ['DAMKAR'] },
    'replaced by a mere notice': { after: story => story.tell(change(story, 'PLN', 'inform')), required: ['DAMKAR'] },
    'a substitute': { after: story => story.decline('PLN').add('BPBD'), required: ['DAMKAR', 'BPBD'] },
    'asked to act': {
      after: story => story.tell(change(story, 'POLRES', 'act')),
      required: ['DAMKAR', 'PLN', 'POLRES'],
    },
    'the lead gone, another at work': { after: story => story.decline('DAMKAR'), required: ['PLN'] },
    'nobody left': { after: story => story.decline('PLN').decline('DAMKAR'), required: [], alarm: true },
    'nobody left, stood down': {
      after: story => story.standDown('PLN').standDown('DAMKAR'),
      required: [],
      alarm: true,
    },
    'done ones stay required': { after: story => story.finish('PLN'), required: ['DAMKAR', 'PLN'] },
  }
  const isAlarm = ({ kind, doneAt }: AttentionItem) => kind === 'nobodyLeft' && doneAt === undefined

  test.each(Object.entries(rows))('%s', (_, { after, required, alarm = false }) => {
    const story = given(notified([...withPolice, plan('PLN')]))
    after(story)
    expect(
      story.incident.assignments
        .filter(isRequired)
        .map(({ agency }) => agency)
        .sort(),
    ).toEqual(required.sort())
    expect(story.incident.attention.some(isAlarm)).toBe(alarm)
  })

  test('a required report may be waived with a reason; it is still known to be required', () => {
    const story = given(lone()).press('DAMKAR', 'acknowledge').press('DAMKAR', 'clear')
    story.tell({ type: 'WaiveReport', assignment: story.idOf('DAMKAR'), reason: 'text:r' }, supervisor)
    expect(story.phase).toBe('closing')
    expect(isRequired(story.assignment('DAMKAR'))).toBe(true)
  })
})
