import type { ChatCommands } from '../../application/application.ts'
import type { Channel } from '../../application/ports/channel.ts'
import type { ChatStore } from '../../application/ports/chats.ts'
import type { ServiceClock } from '../../application/ports/clocks.ts'
import type { Log } from '../../application/ports/signals.ts'
import type { FailedTries } from './failed-tries.ts'
import type { StrangerAnswers } from './stranger-answers.ts'

/** What working an update needs, whatever channel it came by. */
export interface CommonParts {
  channel: Channel
  chats: ChatCommands
  pairedChats: Pick<ChatStore, 'byAddress'>
  service: ServiceClock
  failedTries: FailedTries
  strangers: StrangerAnswers
  log: Log
}
