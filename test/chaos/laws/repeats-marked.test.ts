import { expect, test } from 'vitest'
import { repeatsMarked } from '../../../src/chaos/laws/repeats-marked.ts'
import { card, cardText, chat, number } from '../support/story.ts'

const plain = (at: number, message: string) => card(at, message)
const marked = (at: number, message: string) => card(at, message, { text: cardText(number, { marked: true }) })

test.each([
  ['one copy', [plain(1, '1')]],
  ['a repeat that says so', [plain(1, '1'), marked(2, '2'), marked(3, '3')]],
  ['a repeat that overtook the first, which arrived late', [marked(1, '1'), plain(2, '2')]],
  ['the same words in another group', [plain(1, '1'), { ...plain(2, '2'), chat: 'SMG/PLN', room: '2' }]],
  ['the card that came anew when the group moved', [plain(1, '1'), { ...plain(2, '2'), room: '3' }]],
  ['news of a card that cannot be edited any more', [plain(1, '1'), { ...plain(2, '2'), follows: true as const }]],
  ['an edit of the first', [plain(1, '1'), { ...plain(2, '1'), edit: true }]],
])('%s is right', (_, shown) => {
  expect(repeatsMarked({ shown })).toEqual([])
})

test('two copies that say nothing are wrong', () => {
  expect(repeatsMarked({ shown: [plain(1, '1'), marked(2, '2'), plain(3, '3')] })).toMatchObject([
    { number, chat, times: [1, 3] },
  ])
})
