import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { incidentClocks } from '../../../src/dispatch/clocks/incident-clocks.ts'
import { incidentFacts } from '../../../src/dispatch/figures/incident-facts.ts'
import type { Span } from '../../../src/dispatch/figures/span.ts'
import { stageClocks } from '../../../src/dispatch/figures/stages.ts'
import { cilegon } from '../../../src/dispatch/profiles/cilegon.ts'
import { semarang } from '../../../src/dispatch/profiles/semarang.ts'
import { firePlan, lone, notified } from '../support/beginnings.ts'
import { moves } from '../support/moves.ts'
import { archive } from '../support/prove-steps.ts'
import { given, type Story } from '../support/story.ts'
import { ms } from '../support/time.ts'
import { Walk } from '../support/walk.ts'

const factsOf = (story: Story) => incidentFacts(story.incident, story.profile)
const say = (span: Span | undefined): string | undefined =>
  span && ('leftOut' in span ? span.leftOut : `${span.seconds} of ${span.targetSeconds ?? '-'}`)
/** What became of a step, of the incident or of one agency. */
const step = (story: Story, id: string, agency?: string): string | undefined => {
  const { spans, acted } = factsOf(story)
  return say((agency ? acted.find(job => job.agency === agency)?.spans : spans)?.find(one => one.step === id))
}

describe.each([semarang, cilegon])('laws over random histories by the standard of $id', profile => {
  test('every clock that is over is one span, counted when it stopped and left out when it ended', () => {
    fc.assert(
      fc.property(moves(), history => {
        const walk = new Walk(profile)
        for (const move of history) walk.take(move)
        walk.finish()
        const { incident } = walk.history()
        const { spans, acted } = incidentFacts(incident, profile)
        const all = [...spans, ...acted.flatMap(job => job.spans)]
        const clocks = incidentClocks(incident, { ...profile, clocks: [...stageClocks, ...profile.clocks] })
        expect(all).toHaveLength(clocks.length)
        for (const span of all) if ('seconds' in span) expect(span.seconds).toBeGreaterThanOrEqual(0)
        const whole = incident.longOperations?.length || incident.backEnteredAt !== undefined
        const counted = whole ? 0 : clocks.filter(({ state }) => state === 'stopped').length
        expect(all.filter(span => 'seconds' in span)).toHaveLength(counted)
      }),
      { numRuns: 40 },
    )
  })

  test('they hold nobody’s words and survive being stored', () => {
    fc.assert(
      fc.property(moves(), history => {
        const walk = new Walk(profile)
        for (const move of history) walk.take(move)
        walk.finish()
        const facts = incidentFacts(walk.history().incident, profile)
        expect(JSON.stringify(facts)).not.toContain('text:')
        expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
      }),
      { numRuns: 15 },
    )
  })
})

describe('a fire from the ring to the archive', () => {
  const told = () => {
    const story = given(lone()).forward('60s').press('DAMKAR', 'acknowledge').forward('10m').press('DAMKAR', 'arrive')
    story.forward('20m').press('DAMKAR', 'clear').report('DAMKAR').accept('DAMKAR')
    return story
  }

  test('its way is measured against the limits that were pinned to it', () => {
    const story = told()
    archive(story)
    expect(step(story, 'answer', 'DAMKAR')).toBe('60 of 180')
    expect(step(story, 'arrival', 'DAMKAR')).toBe('600 of 900')
    expect(step(story, 'close', 'DAMKAR')).toBe('1200 of -')
    expect(step(story, 'S4b', 'DAMKAR')).toBe('600 of 900')
    expect(step(story, 'dispatch')).toMatch(/ of 390$/)
    expect(factsOf(story)).toMatchObject({
      status: 'archived',
      type: 'KBK-BGN',
      agencies: ['DAMKAR'],
      outcomes: ['handled'],
      openedAt: story.incident.openedAt,
    })
  })

  test('a corrected mark counts with its corrected time', () => {
    const story = told()
    const arrived = story
      .assignment('DAMKAR')
      .steps.find(one => 'action' in one.change && one.change.action === 'arrive')
    story.tell({
      type: 'CorrectStep',
      assignment: story.idOf('DAMKAR'),
      correction: { kind: 'retimed', seq: arrived?.seq ?? 0, to: (arrived?.at ?? 0) - ms('4m') },
      reason: 'text:why',
    })
    archive(story)
    expect(step(story, 'arrival', 'DAMKAR')).toBe('360 of 900')
    expect(step(story, 'close', 'DAMKAR')).toBe(`${1200 + 240} of -`)
  })
})

describe('what is left out says why', () => {
  test('marks that nobody reported', () => {
    const story = given(lone()).press('DAMKAR', 'depart').forward('12m').press('DAMKAR', 'notFound')
    expect([step(story, 'arrival', 'DAMKAR'), step(story, 'S4b', 'DAMKAR')]).toEqual(['notReported', 'notReported'])
    const silent = given(lone()).forward('5m').press('DAMKAR', 'arrive')
    expect([step(silent, 'arrival', 'DAMKAR'), step(silent, 'S4b', 'DAMKAR')]).toEqual(['notReported', 'notReported'])
  })

  test('a job done without going there has no arrival; the standard counts it as answered in the field', () => {
    const story = given(lone()).press('DAMKAR', 'acknowledge').forward('2m').press('DAMKAR', 'clear')
    expect([step(story, 'arrival', 'DAMKAR'), step(story, 'S4b', 'DAMKAR')]).toEqual(['remote', '120 of 900'])
  })

  test('an agency that handed the job back', () => {
    const story = given(notified(firePlan)).press('DAMKAR', 'acknowledge').forward('1m').standDown('DAMKAR')
    expect(step(story, 'arrival', 'DAMKAR')).toBe('agencyLeft')
    expect(factsOf(story).acted.find(({ agency }) => agency === 'DAMKAR')?.left).toBe(true)
  })

  test('an incident that was called off before', () => {
    const story = given(notified(firePlan)).tell({ type: 'CancelIncident', reason: 'text:reason' })
    expect([step(story, 'S5'), step(story, 'answer', 'DAMKAR')]).toEqual(['notReached', 'notReached'])
    expect(step(story, 'dispatch')).toMatch(/ of 390$/)
  })

  test('a long operation, as a whole', () => {
    const story = given(lone()).press('DAMKAR', 'acknowledge').tell({ type: 'StartLongOperation' }).forward('1h')
    story.press('DAMKAR', 'arrive')
    const { spans, acted } = factsOf(story)
    const all = [...spans, ...acted.flatMap(job => job.spans)]
    expect(all.length).toBeGreaterThan(5)
    expect(new Set(all.map(say))).toEqual(new Set(['longOperation']))
  })
})
