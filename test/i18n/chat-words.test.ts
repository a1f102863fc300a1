import { expect, test } from 'vitest'
import { applicationRefusalCodes, buttonVerbs } from '../../src/application/application.ts'
import { agencyActions } from '../../src/dispatch/incident/assignment.ts'
import { cilegon } from '../../src/dispatch/profiles/cilegon.ts'
import { semarang } from '../../src/dispatch/profiles/semarang.ts'
import { refusalCodes } from '../../src/dispatch/refusal.ts'
import { hazards, victimKinds } from '../../src/dispatch/vocabulary.ts'
import * as pings from '../../src/i18n/chat/id/pings.ts'
import * as answers from '../../src/i18n/chat/id/press-answers.ts'
import * as words from '../../src/i18n/chat/id/words.ts'
import { refusalSentences } from '../../src/i18n/refusals.ts'

test('every action has a button, and a word when it is recorded', () => {
  for (const action of agencyActions) expect(words.buttonLabels).toHaveProperty(action)
  const recorded = agencyActions.filter(action => action !== 'report')
  for (const action of recorded) expect(answers.done).toHaveProperty(action)
})

test('no two buttons of a crew look alike', () => {
  const labels = buttonVerbs.filter(verb => verb in words.buttonLabels).map(verb => words.buttonLabels[verb as 'undo'])
  expect(new Set(labels).size).toBe(labels.length)
})

test('every clock that pings says what it waits for', () => {
  const pinging = [...semarang.clocks, ...cilegon.clocks].filter(({ kind }) => kind !== 'figure')
  for (const { stop } of pinging) expect(pings.waitingFor).toHaveProperty([stop[0] ?? ''])
})

test('every fact has a word', () => {
  expect(Object.keys(words.hazards).sort()).toEqual([...hazards].sort())
  expect(Object.keys(words.victimKinds).sort()).toEqual([...victimKinds].sort())
})

test('every refusal has a sentence that fits into a popup', () => {
  for (const code of [...refusalCodes, ...applicationRefusalCodes]) {
    const sentence = refusalSentences[code]({}).id
    expect(sentence.length).toBeGreaterThan(10)
    expect(sentence.length).toBeLessThanOrEqual(200)
  }
})
