import type { ApplicationDeps } from '../context.ts'
import type { PairedChat } from '../ports/chats.ts'
import { type DeliveryContent, type Lane, lanes, type TokenMeaning } from '../ports/deliveries.ts'

const laneOf: Record<DeliveryContent['kind'], Lane> = {
  alert: lanes.alert,
  update: lanes.alert,
  clockPing: lanes.ping,
  helpPing: lanes.ping,
  deskPing: lanes.ping,
  reportPrompt: lanes.prompt,
  reportReturned: lanes.prompt,
  closure: lanes.prompt,
  notice: lanes.prompt,
}

/** Puts deliveries into the queue of a chat; the id is deterministic, so that a repeat adds nothing. */
export const createDeliver = (deps: ApplicationDeps) => {
  const { stores, serviceClock, wakeUps, newToken } = deps

  const deliver = async (id: string, chat: PairedChat, content: DeliveryContent, token?: string): Promise<void> => {
    await stores.deliveries.add([
      {
        id,
        chat: chat.id,
        lane: laneOf[content.kind],
        content,
        status: 'queued',
        attempt: 0,
        doubtful: false,
        notBefore: 0,
        createdAt: serviceClock.now(),
        ...(token === undefined ? {} : { token }),
      },
    ])
    wakeUps.chat(chat.id)
  }

  /** A token for buttons that mean this, known to the server only. */
  const tokenFor = async (meaning: TokenMeaning): Promise<string> => {
    const token = newToken()
    await stores.tokens.put(token, meaning)
    return token
  }

  /** The live card of an assignment in a chat: made once, with its token. */
  const cardFor = async (incident: string, assignment: string, chat: PairedChat) => {
    const id = `${assignment}@${chat.id}`
    const known = await stores.cards.byId(id)
    if (known) return known
    const token = await tokenFor({ kind: 'card', incident, assignment, chat: chat.id })
    return stores.cards.ensure({
      id,
      incident,
      assignment,
      chat: chat.id,
      token,
      // The alert itself shows the first version.
      wanted: 1,
      shown: 1,
      messageIds: [],
      refreshAt: null,
      notBefore: 0,
    })
  }

  return { deliver, tokenFor, cardFor }
}

export type Deliver = ReturnType<typeof createDeliver>
