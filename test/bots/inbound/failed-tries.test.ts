import { expect, test } from 'vitest'
import type { Presser } from '../../../src/application/application.ts'
import { FailedTries } from '../../../src/bots/inbound/failed-tries.ts'
import { StrangerAnswers } from '../../../src/bots/inbound/stranger-answers.ts'

const hour = 3_600_000
const clock = () => {
  const machine = { time: 0, now: () => machine.time }
  return machine
}
const writer = (person: string, chat = '-1'): Presser => ({
  channel: 'telegram',
  address: { chat },
  personId: person,
  personName: person,
})

test('a person has five wrong codes an hour, is told once that it was too much, and may go on after the hour', () => {
  const machine = clock()
  const tries = new FailedTries(machine)
  for (let wrong = 0; wrong < 5; wrong += 1) {
    expect(tries.verdict(writer('a'))).toBe('guess')
    tries.add(writer('a'))
  }
  expect([tries.verdict(writer('a')), tries.verdict(writer('a'))]).toEqual(['tell', 'silent'])
  expect(tries.verdict(writer('a', '-2'))).toBe('silent')
  expect(tries.verdict(writer('b'))).toBe('guess')
  machine.time += hour + 1
  expect(tries.verdict(writer('a'))).toBe('guess')
})

test('a chat has ten, whoever types them', () => {
  const tries = new FailedTries(clock())
  for (const person of ['a', 'b', 'c', 'd', 'e']) for (let wrong = 0; wrong < 2; wrong += 1) tries.add(writer(person))
  expect(tries.verdict(writer('f'))).toBe('tell')
  expect(tries.verdict(writer('f', '-2'))).toBe('guess')
})

test('a guesser with a group and an account for every few tries is stopped all the same, and it is noticed', () => {
  const tries = new FailedTries(clock())
  const noticed: number[] = []
  for (let group = 1; group <= 40; group += 1) {
    const anonymous = writer(`anonymous-${group}`, `-${group}`)
    if (tries.verdict(anonymous) === 'guess' && tries.add(anonymous)) noticed.push(group)
  }
  expect(noticed).toEqual([30])
  expect(tries.verdict(writer('new', '-99'))).toBe('tell')
})

test('strangers make the bot talk only so much: to one chat, and to all of them', () => {
  const machine = clock()
  const strangers = new StrangerAnswers(machine)
  const answered = (chat: string, asked: number) =>
    Array.from({ length: asked }, () => strangers.take(chat)).filter(Boolean).length
  expect(answered('-1', 100)).toBe(8)
  expect(Array.from({ length: 100 }, (_, chat) => answered(`-2${chat}`, 1)).reduce((sum, one) => sum + one)).toBe(52)
  machine.time += 60_001
  expect(answered('-1', 1)).toBe(1)
})
