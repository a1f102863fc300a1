import { describe, expect, test } from 'vitest'
import type { IntakeChange } from '../../src/dispatch/incident/intake.ts'
import { alerting, catOnRoof, houseFire, lone, onTheWay, plan } from './support/beginnings.ts'
import { otherSupervisor, supervisor } from './support/people.ts'
import { given, type Story } from './support/story.ts'
import { ms } from './support/time.ts'

/** DESIGN, "Attention items": a call for help climbs like a response clock when nobody looks after it. */

const itemOf = (story: Story, kind: string) => {
  const item = story.incident.attention.findLast(candidate => candidate.kind === kind)
  if (!item) throw new Error(`nothing calls for ${kind}`)
  return item
}
const take = (story: Story, kind: string) =>
  ({ type: 'TakeEscalation', clock: `help:${itemOf(story, kind).id}` }) as const
const help = (story: Story, span: string) => story.timeline(span).filter(line => line.includes(': help '))

/** The lead is at the scene and asks for help: nothing else has a limit. */
const atScene = (change: IntakeChange = houseFire): Story => {
  const story = given(onTheWay(change)).press('DAMKAR', 'arrive')
  story.sent()
  return story
}

describe('a call for help', () => {
  test.each([
    ['P1', houseFire, 1, 60],
    ['P2', { ...houseFire, type: { known: 'HWN' } } as IntakeChange, 2, 120],
    ['P3', catOnRoof, 3, 180],
  ])('of %s: at once, then after its limit, then every 300 s with a number', (_, change, priority, limit) => {
    const story = atScene(change).press('DAMKAR', 'requestBackup')
    expect(story.incident.priority).toBe(priority)
    expect(help(story, `${limit + 650}s`)).toEqual([
      '0 s: help backup DAMKAR',
      `${limit} s: help backup DAMKAR at 1`,
      `${limit + 300} s: help backup DAMKAR at r1`,
      `${limit + 600} s: help backup DAMKAR at r2`,
    ])
  })

  test('one millisecond before its limit nobody is called again', () => {
    const story = atScene().press('DAMKAR', 'obstacle')
    expect(help(story, '59.999s')).toEqual(['0 s: help obstacle DAMKAR'])
    expect(help(story, '0.001s')).toEqual(['0.001 s: help obstacle DAMKAR at 1'])
  })

  test('that is an alarm repeats from its first word on: unreachable, and nobody left', () => {
    const unreachable = given(alerting([plan('DAMKAR', 'lead')])).note('DAMKAR', 'unreachable')
    expect(help(unreachable, '600s')).toEqual([
      '0 s: help unreachable DAMKAR',
      '300 s: help unreachable DAMKAR at r1',
      '600 s: help unreachable DAMKAR at r2',
    ])
    const alone = given(lone()).decline('DAMKAR')
    expect(help(alone, '300s')).toEqual([
      '0 s: help declined DAMKAR',
      '0 s: help nobodyLeft DAMKAR',
      '60 s: help declined DAMKAR at 1',
      '300 s: help nobodyLeft DAMKAR at r1',
    ])
  })

  test('after a downtime: its limit once, and of the repetitions the latest', () => {
    const story = atScene().press('DAMKAR', 'requestBackup').sleep('1700s')
    story.sent()
    story.tell({ type: 'FireDue' })
    expect(story.sent()).toEqual(['help backup DAMKAR at 1', 'help backup DAMKAR at r5'])
    expect(help(story, '159s')).toEqual([])
    expect(help(story, '1s')).toEqual(['1 s: help backup DAMKAR at r6'])
  })

  test('raised to P1 while it waits climbs by the shorter limit; the repetitions keep their step', () => {
    const story = atScene(catOnRoof).press('DAMKAR', 'requestBackup').forward('100s')
    story.tell({ type: 'AnswerIntake', change: { type: { known: 'KBK-BGN' } } })
    story.sent()
    expect(help(story, '400s')).toEqual(['0 s: help backup DAMKAR at 1', '260 s: help backup DAMKAR at r1'])
  })
})

describe('the climb ends', () => {
  const settles: [string, (story: Story) => Story][] = [
    [
      'somebody at the desk has looked after it',
      story => story.tell({ type: 'SettleAttention', item: itemOf(story, 'backup').id }),
    ],
    ['an agency joins as back-up', story => story.add('BPBD')],
    ['the agency is done', story => story.press('DAMKAR', 'clear')],
    ['the agency hands back (which is a call of its own)', story => story.press('DAMKAR', 'handBack')],
    ['the agency is stood down', story => story.standDown('DAMKAR')],
    ['the incident is called off', story => story.tell({ type: 'CancelIncident', reason: 'text:reason' })],
  ]
  test.each(settles)('when %s', (_, settle) => {
    const story = settle(atScene().press('DAMKAR', 'requestBackup').forward('30s'))
    expect(story.openItems().filter(item => item.startsWith('backup'))).toEqual([])
    story.sent()
    expect(story.timeline('2h').filter(line => line.includes('help backup'))).toEqual([])
  })

  test('when the agency goes on after an obstacle', () => {
    const story = given(onTheWay()).press('DAMKAR', 'obstacle').forward('20s').press('DAMKAR', 'arrive')
    story.sent()
    expect(help(story, '1h')).toEqual([])
  })

  test('when a substitute joins for an agency that declined; a request for back-up beside it stays', () => {
    const story = given(alerting([plan('DAMKAR', 'lead'), plan('PLN')])).deliver('DAMKAR', 'PLN')
    story.press('DAMKAR', 'arrive').press('DAMKAR', 'requestBackup').decline('PLN').add('BPBD')
    expect(story.openItems()).toEqual(['backup DAMKAR'])
    expect(story.add('BASARNAS').openItems()).toEqual([])
  })

  test('an inform agency is no back-up', () => {
    const story = atScene().press('DAMKAR', 'requestBackup').add('POLRES', 'support', 'inform')
    expect(story.openItems()).toEqual(['backup DAMKAR'])
  })

  test('a step that met the need is taken back: the call stands again, as a new one', () => {
    const story = given(onTheWay()).press('DAMKAR', 'obstacle').forward('20s').press('DAMKAR', 'arrive')
    story.sent()
    story.undo('DAMKAR')
    expect(story.openItems()).toEqual(['obstacle DAMKAR'])
    expect(help(story, '60s')).toEqual(['0 s: help obstacle DAMKAR', '60 s: help obstacle DAMKAR at 1'])
  })
})

describe('Saya tangani on a call for help', () => {
  test('silences it for 600 s, exactly; the call stays open', () => {
    const story = atScene().press('DAMKAR', 'requestBackup').forward('60s')
    story.sent()
    story.tell(take(story, 'backup'), supervisor)
    expect(story.openItems()).toEqual(['backup DAMKAR'])
    // repetitions stand at 300 and 600 s from here: the second is the first that the silence does not cover
    expect(help(story, '599.999s')).toEqual([])
    expect(help(story, '0.001s')).toEqual(['0.001 s: help backup DAMKAR at r2'])
  })

  test('before its limit: the limit passes in silence', () => {
    const story = atScene().press('DAMKAR', 'requestBackup').forward('30s')
    story.sent()
    story.tell(take(story, 'backup'), supervisor)
    expect(help(story, '630s')).toEqual(['630 s: help backup DAMKAR at r2'])
    const ofHelp = story.incident.fired.filter(({ clock }) => clock === 'help:backup/1')
    expect(ofHelp.map(({ rung }) => rung)).toEqual(['1', 'r2'])
  })

  test('a second press says who has it; after the silence it can be taken again', () => {
    const story = atScene().press('DAMKAR', 'requestBackup')
    story.tell(take(story, 'backup'), supervisor)
    const at = story.now
    story.forward('599s')
    expect(story.refused(take(story, 'backup'), otherSupervisor)).toEqual({
      code: 'alreadyDone',
      params: { action: 'takeEscalation', by: 'Penyelia Dua', at },
    })
    story.forward('1s').tell(take(story, 'backup'), otherSupervisor)
    expect(story.incident.silencedUntil['help:backup/1']).toBe(story.now + ms('600s'))
  })

  test('once it is settled says by whom, and makes every ping say so', () => {
    const story = atScene().press('DAMKAR', 'requestBackup')
    const { id } = itemOf(story, 'backup')
    story.tell({ type: 'SettleAttention', item: id }, supervisor)
    expect(story.effects.at(-1)).toMatchObject({ kind: 'refreshPings', clock: `help:${id}` })
    expect(story.refused(take(story, 'backup'), otherSupervisor)).toMatchObject({
      code: 'alreadyDone',
      params: { action: 'settle', by: 'Penyelia Dua' },
    })
    expect(story.refused({ type: 'TakeEscalation', clock: 'help:none' }).code).toBe('clockNotRunning')
  })
})
