import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/dispatch/vocabulary.ts'
import { lone, notified } from './support/beginnings.ts'
import { member } from './support/people.ts'
import { type Beginning, given, type Story } from './support/story.ts'
import { ms } from './support/time.ts'

const budi = member('DAMKAR')
const dewi: Actor = { kind: 'member', chat: 'chat-DAMKAR', id: 'm-dewi', name: 'Dewi' }

/** Cleared, and Budi has chosen the outcome. */
const begun: Beginning = story => {
  notified()(story)
  story.press('DAMKAR', 'acknowledge').press('DAMKAR', 'arrive').press('DAMKAR', 'clear')
  story.tell({ type: 'ChooseOutcome', assignment: story.idOf('DAMKAR'), outcome: 'handled' }, budi)
  story.sent()
}

const about = <Type extends 'TakeOverReport' | 'PostponeReport' | 'PutReportAway'>(story: Story, type: Type) =>
  ({ type, assignment: story.idOf('DAMKAR') }) as const
const words = (story: Story) =>
  ({ type: 'FileReport', assignment: story.idOf('DAMKAR'), text: 'text:words', lines: {}, prompted: true }) as const
const standing = (story: Story) => story.assignment('DAMKAR').standing

describe('a report that somebody has begun (DESIGN "Reports in a noisy group")', () => {
  test('taken over: a colleague goes on; who files it is its author', () => {
    const story = given(begun)
    story.tell(about(story, 'TakeOverReport'), dewi)
    expect(standing(story)).toMatchObject({ outcome: 'handled', prompt: { by: dewi } })
    expect(story.refused(about(story, 'TakeOverReport'), dewi)).toMatchObject({
      code: 'alreadyDone',
      params: { action: 'takeOver', by: 'Dewi' },
    })
    story.tell(words(story), dewi)
    expect(standing(story)).toMatchObject({ status: 'reported', report: { outcome: 'handled', by: dewi } })
  })

  test('postponed: asked again after fifteen minutes, once; it can be put off again', () => {
    const story = given(begun)
    story.tell(about(story, 'PostponeReport'), budi)
    const first = story.now + ms('15m')
    expect(standing(story)).toMatchObject({ prompt: { by: budi, postponedUntil: first } })
    story.sent()
    story.forward('14m')
    expect(story.sent().filter(line => line.startsWith('report'))).toEqual([])
    story.forward('1m')
    expect(story.sent().filter(line => line.startsWith('report'))).toEqual(['report asked of DAMKAR again'])
    expect(standing(story)).toMatchObject({ outcome: 'handled', prompt: { by: budi } })
    story.tell(about(story, 'PostponeReport'), budi)
    story.sent()
    story.forward('15m')
    expect(story.sent().filter(line => line.startsWith('report'))).toEqual(['report asked of DAMKAR again'])
  })

  test('a report that came in meanwhile is not asked for', () => {
    const story = given(begun)
    story.tell(about(story, 'PostponeReport'), budi)
    story.tell(words(story), dewi)
    story.sent()
    story.forward('16m')
    expect(story.sent().filter(line => line.startsWith('report'))).toEqual([])
  })

  test('taken back: answers to its question count no more until Kirim laporan is pressed again', () => {
    const story = given(begun)
    story.tell(about(story, 'PutReportAway'), dewi)
    expect(standing(story)).toEqual({
      status: 'cleared',
      remotely: false,
      putAway: { by: dewi, at: story.now },
    })
    expect(story.refused(words(story), budi)).toMatchObject({ code: 'promptClosed', params: { by: 'Dewi' } })
    expect(story.refused(about(story, 'PutReportAway'), budi).code).toBe('alreadyDone')
    expect(story.refused(about(story, 'PostponeReport'), budi).code).toBe('alreadyDone')
    story.tell({ type: 'ChooseOutcome', assignment: story.idOf('DAMKAR'), outcome: 'referred' }, budi)
    story.tell(words(story), budi)
    expect(standing(story)).toMatchObject({ status: 'reported', report: { outcome: 'referred' } })
  })

  test('Tidak ditemukan stays the outcome when the question is taken back', () => {
    const story = given(notified())
    story.press('DAMKAR', 'arrive').press('DAMKAR', 'notFound')
    story.tell({ type: 'ChooseOutcome', assignment: story.idOf('DAMKAR'), outcome: 'handled' }, budi)
    story.tell(about(story, 'PutReportAway'), budi)
    expect(standing(story)).toMatchObject({ outcome: 'nothingFound' })
  })

  test('before anybody has begun, and after the report is in, there is nothing to go on with', () => {
    const story = given(lone())
    expect(story.refused(about(story, 'TakeOverReport'), dewi).code).toBe('notNow')
    const filed = given(begun)
    filed.tell(words(filed), budi)
    expect(filed.refused(about(filed, 'PostponeReport'), dewi).code).toBe('alreadyDone')
  })

  test('Urungkan takes the clearing back, not the beginning of the report', () => {
    const story = given(begun)
    story.tell(about(story, 'PostponeReport'), budi)
    story.undo('DAMKAR')
    expect(standing(story).status).toBe('onScene')
  })
})
