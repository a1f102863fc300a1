import { expect, expectTypeOf, test } from 'vitest'
import type * as contract from '../../src/admin-api/contract/index.ts'
import type { IntakeAnswers } from '../../src/application/application.ts'
import type { Audience } from '../../src/application/ports/chats.ts'
import type * as views from '../../src/application/views.ts'

/** Types that may stand for each other in both directions. */
type Interchangeable<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
const same = <A, B>(answer: Interchangeable<A, B>): boolean => answer

test('the contract and the views are the same types, both ways', () => {
  expect(same<contract.CallView, views.CallView>(true)).toBe(true)
  expect(same<contract.CallSummary, views.CallSummary>(true)).toBe(true)
  expect(same<contract.ClockView, views.ClockView>(true)).toBe(true)
  expect(same<contract.IncidentSummary, views.IncidentSummary>(true)).toBe(true)
  expect(same<contract.IncidentView, views.IncidentView>(true)).toBe(true)
  expect(same<contract.AssignmentView, views.AssignmentView>(true)).toBe(true)
  expect(same<contract.IntakeAnswers, IntakeAnswers>(true)).toBe(true)
  expect(same<contract.AudienceInput, Audience>(true)).toBe(true)
  expectTypeOf<contract.IncidentView['intake']>().toEqualTypeOf<views.IntakeView>()
})
