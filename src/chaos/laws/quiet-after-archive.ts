import type { Evidence } from '../evidence/evidence.ts'
import type { Violation } from './violation.ts'

/** A message that was on its way when the archive came may still arrive: one lease, machine ms. */
const leaseMs = 45_000
const reminder = '⏰'

/** What is archived is over: no clock of it runs, and nobody is reminded of it. */
export const quietAfterArchive = ({ records, shown }: Pick<Evidence, 'records' | 'shown'>): Violation[] =>
  records.flatMap(({ number, archivedAt, running }) => {
    if (archivedAt === null) return []
    const law = 'no clock runs after the archive'
    const clocks = running.map(clock => ({ law, number, chat: '', times: [archivedAt], what: `${clock} still runs` }))
    const reminders = shown
      .filter(({ at, edit, text }) => !edit && at > archivedAt + leaseMs && text.includes(reminder))
      .filter(({ text }) => text.includes(number))
      .map(({ chat, at }) => ({ law, number, chat, times: [archivedAt, at], what: 'it was still reminded of' }))
    return [...clocks, ...reminders]
  })
