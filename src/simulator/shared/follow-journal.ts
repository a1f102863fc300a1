import type { Journalled, JournalSlice } from './journal.ts'

/** Machine ms of one long look at a journal. */
const LOOK_MS = 10_000

type Look<Event> = (since: number, options: { wait: number }) => Promise<JournalSlice<Event>>

/** Follows a stand-in's journal from entry `since` on, until the signal comes. */
export async function* followJournal<Event>(
  look: Look<Event>,
  since: number,
  signal: AbortSignal,
): AsyncGenerator<Journalled<Event>> {
  let next = since
  while (!signal.aborted) {
    const page = await look(next, { wait: LOOK_MS })
    for (const entry of page.entries) {
      if (signal.aborted) return
      yield entry
    }
    next = page.nextSeq
  }
}
