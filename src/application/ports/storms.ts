import type { Storm } from '../../dispatch/storm/storm.ts'
import type { Instant } from '../../dispatch/vocabulary.ts'

/** The storm of a centre that is on, or was the last one. */
export interface StormRecord extends Storm {
  centre: string
  /** null while it is on */
  endedAt: Instant | null
  /** everybody who was told that it began was told that it is over */
  closed: boolean
}

/** One record a centre; every change says which storm it means, so that all processes agree on one. */
export interface StormStore {
  of(centre: string): Promise<StormRecord | null>
  /** false when somebody else was faster: then that one is on */
  begin(centre: string, storm: Storm, before: StormRecord | null): Promise<boolean>
  grew(centre: string, storm: Storm): Promise<void>
  /** false when it has ended before */
  end(centre: string, since: Instant, at: Instant): Promise<boolean>
  close(centre: string, since: Instant): Promise<void>
}
