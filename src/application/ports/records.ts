import type { Actor, Instant, TextRef } from '../../dispatch/vocabulary.ts'

/** Free text and caller data, kept apart from events and erasable. */
export interface TextRecord {
  ref: TextRef
  centre: string
  /** the call or incident that it belongs to */
  subject: string
  kind: string
  text: string
  at: Instant
}

export interface TextStore {
  /** true when it was not there yet */
  put(record: TextRecord): Promise<boolean>
  remove(refs: readonly TextRef[]): Promise<void>
  /** every text of a subject by its reference */
  of(subject: string): Promise<Map<TextRef, string>>
  /** the same of several subjects, by subject; one without texts is not in it */
  ofEach(subjects: readonly string[]): Promise<Map<string, Map<TextRef, string>>>
  /**
   * subjects of the centre whose texts contain all these words from their beginning, newest first; only
   * those of these kinds where some are named
   */
  search(centre: string, words: string[], limit: number, kinds?: readonly string[]): Promise<string[]>
  erase(subject: string): Promise<number>
}

/** Who called: one erasable record a call. */
export interface CallerRecord {
  call: string
  centre: string
  phone: string | null
  name: string | null
  callClass: string | null
  openedAt: Instant
  /** the call whose call-back task covers this one */
  callback?: string | null
}

/** More call-back tasks than this are never open in one centre. */
export const everyOpenCallback = 1_000

export interface CallerStore {
  put(record: CallerRecord): Promise<void>
  update(call: string, change: Partial<Pick<CallerRecord, 'phone' | 'name' | 'callClass' | 'callback'>>): Promise<void>
  byCall(call: string): Promise<CallerRecord | null>
  byCalls(calls: string[]): Promise<Map<string, CallerRecord>>
  /** earlier calls from this number, newest first */
  history(centre: string, phone: string, limit: number): Promise<CallerRecord[]>
  /** calls from this number that were opened in this span, both ends counted */
  between(centre: string, phone: string, from: Instant, to: Instant): Promise<CallerRecord[]>
  /** how many calls of each class came from this number, ever or in a span (both ends counted) */
  tally(centre: string, phone: string, span?: { from: Instant; to: Instant }): Promise<Map<string, number>>
}

/** A photo that a crew sent. */
export interface PhotoRecord {
  id: string
  centre: string
  incident: string
  assignment: string
  by: Actor
  at: Instant
  mediaType: 'image/jpeg' | 'image/png' | 'image/webp'
  bytes: Uint8Array
}

export interface PhotoStore {
  /** false when it is there already */
  put(photo: PhotoRecord): Promise<boolean>
  get(id: string): Promise<PhotoRecord | null>
  list(incident: string): Promise<Omit<PhotoRecord, 'bytes'>[]>
}

/** Who saw what, who administered what: append-only. */
export interface AuditRecord {
  at: Instant
  centre: string | null
  by: Actor
  what: string
  subject: string
  /** the fields that changed, as they were and as they are: never a secret */
  change?: AuditChange
  /** the part of the subject that it concerns: an assignment */
  about?: string
}

export interface AuditChange {
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** A record with its place in the trail, to read on from. */
export interface AuditEntry extends AuditRecord {
  order: number
}

/** Which part of the trail is asked for; what is absent leaves it open. */
export interface AuditFilter {
  /** older than this entry */
  before?: Pick<AuditEntry, 'at' | 'order'>
  from?: Instant
  /** exclusive */
  to?: Instant
  what?: readonly string[]
  /** what this user did */
  user?: string
}

export interface AuditStore {
  add(record: AuditRecord): Promise<void>
  /** newest first; null: what belongs to no centre */
  list(centre: string | null, limit: number, filter?: AuditFilter): Promise<AuditEntry[]>
  /** what of this kind was done about one subject, newest first */
  of(subject: string, what: string, limit: number): Promise<AuditEntry[]>
}

export interface CounterStore {
  /** the next number of a series, 1 the first time */
  next(series: string): Promise<number>
}

/** One process at a time does this (polling Telegram, say). Machine time. */
export interface LeaseStore {
  take(name: string, owner: string, machineNow: number, ms: number): Promise<boolean>
  release(name: string, owner: string): Promise<void>
}

export interface SettingStore {
  get<T>(name: string): Promise<T | null>
  put(name: string, value: unknown): Promise<void>
}
