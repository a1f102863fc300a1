import type { ClockDefinition } from '../../dispatch/profiles/profile.ts'
import { spanInWords } from '../../i18n/chat/id/format.ts'
import * as words from '../../i18n/chat/id/pings.ts'

/** What a limit rests on, where it is not the published figure: a centre's own, or one in its place. */
export const targetNote = ({ basis, published }: Pick<ClockDefinition, 'basis' | 'published'>): string => {
  if (basis !== 'internal') return ''
  if (!published) return words.internalTarget
  return words.changedTarget(spanInWords(published.limitSeconds ?? published.targetSeconds))
}
