import { describe, expect, test } from 'vitest'
import type { DeclineReason, PhoneTaskOutcome } from '../../src/dispatch/vocabulary.ts'
import { alerting, catOnRoof, firePlan, houseFire, lone, notified, plan, submitted } from './support/beginnings.ts'
import { operator } from './support/people.ts'
import { type Beginning, given, type Story } from './support/story.ts'

const record = (story: Story, outcome: PhoneTaskOutcome, reason?: DeclineReason) => {
  const task = story.openPhoneTasks()[0]?.id ?? 'none'
  return { type: 'RecordPhoneTask', task, outcome, ...(reason ? { reason } : {}) } as const
}

const unanswered: Beginning = story => {
  lone()(story)
  story.forward('270s')
  story.sent()
}

describe('a phone task', () => {
  test('comes when no answer came in time, or at once when no channel reaches the agency', () => {
    expect(given(unanswered).toPhone()).toEqual(['DAMKAR unanswered'])
    const story = given(alerting()).note('PLN', 'unreachable')
    expect(story.toPhone()).toEqual(['PLN unreachable'])
    expect(story.openItems()).toEqual(['unreachable PLN'])
    expect(story.told().at(-1)).toBe('help unreachable PLN')
  })

  test('there is one for an agency, whatever asks for it', () => {
    const story = given(alerting([plan('DAMKAR', 'lead')])).note('DAMKAR', 'unreachable')
    story.note('DAMKAR', 'unreachable').forward('1h')
    expect(story.toPhone()).toEqual(['DAMKAR unreachable'])
    expect(story.incident.phoneTasks).toHaveLength(1)
  })

  test('goes when the agency answers by itself', () => {
    const story = given(unanswered).press('DAMKAR', 'acknowledge')
    expect(story.toPhone()).toEqual([])
    expect(story.incident.phoneTasks[0]?.done?.outcome).toBe('moot')
  })

  test('goes when a channel reaches the agency after all', () => {
    const story = given(alerting()).note('PLN', 'unreachable').note('PLN', 'sent')
    expect(story.toPhone()).toEqual([])
    expect(story.openItems()).toEqual([])
    expect(story.status('PLN')).toBe('notified')
  })

  test('an unknown one, or an unknown agency, is refused', () => {
    const story = given(notified())
    expect(story.refused(record(story, 'accepted')).code).toBe('notFound')
    expect(story.refused({ type: 'NoteDelivery', assignment: 'INC/NONE/1', result: 'sent' }).code).toBe('notFound')
  })
})

describe('an alert that nobody confirmed', () => {
  test.each([
    ['KBK-BGN', 1],
    ['HWN', 2],
    ['RSC', 3],
    ['LALIN', 4],
  ])('%s (P%i): somebody is to phone after 60 s, also when pacing holds it back', (type, priority) => {
    const story = given(lone('DAMKAR', { ...houseFire, type: { known: type }, victims: 'unknown' }))
    story.press('DAMKAR', 'acknowledge').add('BPBD')
    expect(story.incident.priority).toBe(priority)
    expect(story.forward('59s').toPhone()).toEqual([])
    expect(story.forward('1s').toPhone()).toEqual(['BPBD unreachable'])
    story.note('BPBD', 'sent')
    expect(story.toPhone()).toEqual([])
  })

  test('holds for agencies that are only informed, and for those that joined later', () => {
    const story = given(lone()).press('DAMKAR', 'depart').add('BPBD').add('KAI', 'support', 'inform').forward('60s')
    expect(story.toPhone()).toEqual(['BPBD unreachable', 'KAI unreachable'])
  })

  test('holds after a downtime, and asks once', () => {
    const story = given(alerting(firePlan.slice(0, 1), catOnRoof))
      .sleep('1h')
      .tell({ type: 'FireDue' })
    expect(story.toPhone()).toEqual(['DAMKAR unreachable'])
    story.forward('5h')
    expect(story.incident.phoneTasks).toHaveLength(1)
  })

  test('an incident that waited for its dispatch longer than S3 allows does not lose it', () => {
    const story = given(submitted(catOnRoof)).forward('10m')
    story.tell({ type: 'DispatchIncident', agencies: firePlan.slice(0, 1) }).forward('3m')
    expect(story.toPhone()).toEqual(['DAMKAR unreachable'])
  })
})

describe('its three outcomes', () => {
  test('Kami tangani: the agency has the job', () => {
    const story = given(unanswered)
    story.tell(record(story, 'accepted'), operator)
    expect(story.status('DAMKAR')).toBe('acknowledged')
    expect(story.toPhone()).toEqual([])
    expect(story.incident.phoneTasks[0]?.done).toEqual({ at: story.now, by: operator, outcome: 'accepted' })
    expect(story.sent()).toEqual(['cards'])
  })

  test('Tidak bisa: with its reason, like the button', () => {
    const story = given(unanswered)
    expect(story.refused(record(story, 'declined')).code).toBe('reasonMissing')
    story.tell(record(story, 'declined', 'outOfArea'), operator)
    expect(story.assignment('DAMKAR').standing).toMatchObject({ status: 'declined', reason: 'outOfArea' })
    expect(story.told()).toEqual(['help declined DAMKAR', 'help nobodyLeft DAMKAR'])
  })

  test('Tidak diangkat: it stays, for the next number', () => {
    const story = given(unanswered)
    const noAnswer = { ...record(story, 'noAnswer'), numbers: 3 }
    story.tell(noAnswer, operator).forward('20s').tell(noAnswer, operator)
    expect(story.toPhone()).toEqual(['DAMKAR unanswered'])
    expect(story.openPhoneTasks()[0]?.attempts.map(({ number }) => number)).toEqual([1, 2])
    expect(story.sent()).toEqual([])
  })

  test('each ends it once; the second caller learns who did', () => {
    const story = given(unanswered)
    const accepted = record(story, 'accepted')
    story.tell(accepted, operator)
    expect(story.refused(accepted)).toEqual({
      code: 'alreadyDone',
      params: { action: 'phoneTask', by: 'Operator Satu', at: story.now },
    })
  })
})

describe('when it is about something else than the first answer', () => {
  const late: Beginning = story => {
    lone()(story)
    story.press('DAMKAR', 'depart').forward('1350s')
    story.sent()
  }

  test('a crew that says it goes on: the task is done, nothing else changes', () => {
    const story = given(late)
    story.tell(record(story, 'accepted'), operator)
    expect(story.status('DAMKAR')).toBe('enRoute')
    expect(story.sent()).toEqual([])
  })

  test('a crew that cannot after all hands the job back', () => {
    const story = given(late)
    story.tell(record(story, 'declined', 'noUnit'), operator)
    expect(story.status('DAMKAR')).toBe('handedBack')
    expect(story.told()).toEqual(['help handedBack DAMKAR', 'help nobodyLeft DAMKAR'])
  })

  test.each([
    ['accepted', 'received'],
    ['declined', 'notified'],
  ] as const)('an inform agency that was told (%s) is %s', (outcome, status) => {
    const story = given(alerting([plan('DAMKAR', 'lead'), plan('POLRES', 'support', 'inform')]))
    story.note('POLRES', 'unreachable')
    story.tell(record(story, outcome, 'notOurs'), operator)
    expect(story.status('POLRES')).toBe(status)
    expect(story.toPhone()).toEqual([])
    expect(story.openItems()).toEqual([])
  })
})
