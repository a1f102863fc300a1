import { pollVoteTableMode, reactionTableMode } from '../addons.js'

export const addons = {
  WAWebAddonReactionTableMode: { reactionTableMode },
  WAWebAddonPollVoteTableMode: { pollVoteTableMode },
}
