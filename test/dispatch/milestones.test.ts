import { describe, expect, test } from 'vitest'
import { alerting, notified, plan } from './support/beginnings.ts'
import { given, type Story } from './support/story.ts'
import { ms } from './support/time.ts'

/** DAMKAR leads, PLN acts beside it; both are reached after 5 s. */
const two = notified([plan('DAMKAR', 'lead'), plan('PLN')])
const twoAlerting = alerting([plan('DAMKAR', 'lead'), plan('PLN')])

const confirm = (story: Story) => story.press('PLN', 'acknowledge').press('DAMKAR', 'depart')

describe('dispatch.allDelivered', () => {
  test('waits for every agency of the first plan, inform agencies too', () => {
    const story = given(alerting()).forward('4s').deliver('DAMKAR', 'PLN', 'DINKES')
    expect(story.sayClock('S3')).toBe('running')
    story.forward('30s').deliver('POLRES')
    expect(story.sayClock('S3')).toBe('stopped after 34 s')
  })

  test.each([
    ['declined', (story: Story) => story.decline('PLN')],
    ['was stood down', (story: Story) => story.standDown('PLN')],
    ['was told by phone', (story: Story) => story.record('PLN', 'acknowledge')],
  ])('does not wait for one that %s', (_, leave) => {
    const story = given(twoAlerting).deliver('DAMKAR').forward('50s')
    leave(story)
    expect(story.sayClock('S3')).toBe('stopped after 50 s')
  })

  test('an agency added before it was reached is not waited for', () => {
    const story = given(twoAlerting).add('BPBD').deliver('DAMKAR', 'PLN')
    expect(story.sayClock('S3')).toBe('stopped after 0 s')
  })
})

describe('response.confirmed', () => {
  test('every required agency acknowledged, and the lead is on its way', () => {
    const story = given(two).forward('1m').press('DAMKAR', 'acknowledge').press('PLN', 'acknowledge')
    expect(story.sayClock('S5')).toBe('running')
    story.forward('1m').press('DAMKAR', 'depart')
    expect(story.sayClock('S5')).toBe('stopped after 120 s')
  })

  test.each(['depart', 'arrive', 'clear', 'notFound'] as const)('the lead may begin with %s', action => {
    const story = given(two).press('PLN', 'acknowledge').forward('1m').press('DAMKAR', action)
    expect(story.sayClock('S5')).toBe('stopped after 60 s')
  })

  test('comes with the going of the agency that it waited for, not earlier', () => {
    const story = given(two).press('DAMKAR', 'depart').forward('5m').decline('PLN')
    expect(story.sayClock('S5')).toBe('stopped after 300 s')
    const released = given(two).press('DAMKAR', 'depart').forward('6m').standDown('PLN')
    expect(released.sayClock('S5')).toBe('stopped after 360 s')
  })

  test('does not come without a lead; a new lead brings it', () => {
    const story = given(two).press('PLN', 'acknowledge').decline('DAMKAR').forward('1m')
    expect(story.sayClock('S5')).toBe('running')
    story.add('BPBD', 'lead').press('BPBD', 'acknowledge').forward('1m').press('BPBD', 'depart')
    expect(story.sayClock('S5')).toBe('stopped after 120 s')
  })

  test('does not wait for support that joined later', () => {
    const story = given(two).add('BPBD').forward('1m')
    expect(confirm(story).sayClock('S5')).toBe('stopped after 60 s')
  })
})

describe('once reached, S5 stays stopped', () => {
  test('when the lead hands the job back', () => {
    const story = confirm(given(two)).forward('5m').press('DAMKAR', 'handBack')
    expect(story.sayClock('S5')).toBe('stopped after 0 s')
  })

  test('when somebody else takes an unrelated step back after the lead left', () => {
    const story = confirm(given(two)).forward('5m').press('DAMKAR', 'handBack')
    story.press('PLN', 'arrive').forward('10s').undo('PLN')
    expect(story.sayClock('S5')).toBe('stopped after 0 s')
  })

  test('when the lead takes back a step that it did not rest on', () => {
    const story = confirm(given(two)).forward('1m').press('DAMKAR', 'arrive').undo('DAMKAR')
    expect(story.sayClock('S5')).toBe('stopped after 0 s')
  })

  test.each([
    ['the departure of the lead', 'DAMKAR'],
    ['the acknowledgement of an agency', 'PLN'],
  ])('but not when %s was none', (_, agency) => {
    const story = confirm(given(two)).forward('1m').undo(agency)
    expect(story.sayClock('S5')).toBe('running')
    expect(story.clock('S5')?.startedAt).toBe(story.now - ms('1m'))
    story.press(agency, 'depart')
    expect(story.sayClock('S5')).toBe('stopped after 60 s')
  })

  test('nor when the agency whose decline had brought it comes back', () => {
    const story = given(two).press('DAMKAR', 'depart').decline('PLN').forward('20s').undo('PLN')
    expect(story.sayClock('S5')).toBe('running')
  })
})
