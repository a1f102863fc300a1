import type { ApplicationDeps } from '../context.ts'
import type { ChannelName } from '../ports/channel.ts'
import type { Pacing } from '../ports/signals.ts'

/** Whose pace a chat keeps: its channel's own where it has one, else the one that all share. */
export const createPaces = ({ pacing, channels }: Pick<ApplicationDeps, 'pacing' | 'channels'>) => {
  const own = [...channels.values()].flatMap(channel => channel.pacing ?? [])
  return {
    of: (channel: ChannelName | undefined): Pacing => (channel && channels.get(channel)?.pacing) ?? pacing,

    /** Which of these chats stand in any line, and will be woken when their place is reached. */
    waiting: async (chats: readonly string[]): Promise<ReadonlySet<string>> => {
      const lines = await Promise.all([pacing, ...own].map(pace => pace.waiting(chats)))
      return new Set(lines.flatMap(line => [...line]))
    },
  }
}
