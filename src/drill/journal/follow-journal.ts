import type { JournalEntry } from '../../simulator/telegram/contract.ts'
import type { TelegramDriver } from '../../simulator/telegram/driver.ts'

/** How many entries one look brings. */
const pageSize = 1_000

/** Everything that the chats showed since the last look. @throws Error when entries were dropped before they were read */
export const followJournal = (driver: TelegramDriver, since: number): (() => Promise<JournalEntry[]>) => {
  let next = since
  return async () => {
    const entries: JournalEntry[] = []
    for (;;) {
      const page = await driver.journal(next, { limit: pageSize })
      if (page.lost > 0) throw new Error(`${page.lost} entries of the journal were dropped before they were read`)
      entries.push(...page.entries)
      next = page.nextSeq
      if (page.entries.length < pageSize) return entries
    }
  }
}
