import type { Instant } from '../../dispatch/vocabulary.ts'

/** What callers ask who need no crew, and the answer that a centre gives. */
export interface InformationEntry {
  id: string
  centre: string
  topic: string
  answer: string
  /** who is responsible: PLN, PDAM, a hospital, LAPOR! */
  receiver: string | null
  phone: string | null
  /** the matter is theirs: the call is referred, and stays ours until they have it */
  referral: boolean
  /** operators are shown it */
  active: boolean
  /** counts its changes */
  version: number
}

export interface InformationStore {
  /** false when the id is taken */
  add(entry: InformationEntry): Promise<boolean>
  entry(centre: string, id: string): Promise<InformationEntry | null>
  /** every entry of the centre by its topic */
  list(centre: string): Promise<InformationEntry[]>
  /** active entries that contain all these words from their beginning; no words: all of them */
  search(centre: string, words: string[], limit: number): Promise<InformationEntry[]>
  /** writes version + 1; false when the stored version is another, or the entry is gone */
  replace(entry: InformationEntry): Promise<boolean>
  remove(centre: string, id: string): Promise<boolean>
  /** a call was answered with the entry; the same call counts once */
  given(centre: string, entry: string, call: string, at: Instant): Promise<void>
  /** entry -> in how many calls it was given since then */
  counts(centre: string, since: Instant): Promise<Map<string, number>>
}
