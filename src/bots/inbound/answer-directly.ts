import { ChannelError } from '../../application/ports/channel.ts'
import type { CommonParts } from './parts.ts'
import type { Writing } from './writing.ts'

/**
 * A word to a chat that is not paired, so that no delivery lane leads there; too many in a short time stay unsaid. Tried
 * again when it surely was not shown; a doubtful or refused one is only noted, for nobody depends on it.
 */
export const answerDirectly = async (
  parts: Pick<CommonParts, 'channel' | 'strangers' | 'log'>,
  { messageId, writer }: Pick<Writing, 'messageId' | 'writer'>,
  text: string,
): Promise<void> => {
  if (!parts.strangers.take(writer.address.chat)) {
    parts.log.debug({}, 'an unpaired chat asks too much and is not answered')
    return
  }
  try {
    await parts.channel.send(writer.address, { content: { text, spans: [] }, buttons: [], replyTo: messageId })
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    if (error.kind === 'rateLimited' || error.kind === 'temporary') throw error
    parts.log.warn({ kind: error.kind, detail: error.detail }, 'an answer to an unpaired chat was not shown')
  }
}
