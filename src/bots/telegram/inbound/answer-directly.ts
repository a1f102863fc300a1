import type { Message } from 'grammy/types'
import type { Presser } from '../../../application/application.ts'
import { ChannelError } from '../../../application/ports/channel.ts'
import type { InboundParts } from './parts.ts'

/**
 * A word to a chat that is not paired, so that no delivery lane leads there; too many in a short time stay unsaid. Tried
 * again when it surely was not shown; a doubtful or refused one is only noted, for nobody depends on it.
 */
export const answerDirectly = async (
  parts: InboundParts,
  { message, writer }: { message: Message; writer: Presser },
  text: string,
): Promise<void> => {
  if (!parts.strangers.take(writer.address.chat)) {
    parts.log.debug({}, 'an unpaired chat asks too much and is not answered')
    return
  }
  try {
    await parts.channel.send(writer.address, {
      content: { text, spans: [] },
      buttons: [],
      replyTo: String(message.message_id),
    })
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    if (error.kind === 'rateLimited' || error.kind === 'temporary') throw error
    parts.log.warn({ kind: error.kind, detail: error.detail }, 'an answer to an unpaired chat was not shown')
  }
}
