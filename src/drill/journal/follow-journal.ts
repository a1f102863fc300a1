/** How many entries one look brings. */
const pageSize = 1_000

/** A slice of a stand-in's journal. */
interface Page<Entry> {
  entries: readonly Entry[]
  nextSeq: number
  lost: number
}

/** Everything that a stand-in's journal holds since the last look. @throws Error when entries were dropped before they were read */
export const followJournal = <Entry>(
  read: (since: number, options: { limit: number }) => Promise<Page<Entry>>,
  since: number,
): (() => Promise<Entry[]>) => {
  let next = since
  return async () => {
    const entries: Entry[] = []
    for (;;) {
      const page = await read(next, { limit: pageSize })
      if (page.lost > 0) throw new Error(`${page.lost} entries of the journal were dropped before they were read`)
      entries.push(...page.entries)
      next = page.nextSeq
      if (page.entries.length < pageSize) return entries
    }
  }
}
