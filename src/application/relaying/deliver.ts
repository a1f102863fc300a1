import { helpKey } from '../../dispatch/clocks/help.ts'
import type { ContactKind } from '../../dispatch/vocabulary.ts'
import type { ApplicationDeps } from '../context.ts'
import type { PairedChat } from '../ports/chats.ts'
import { type Card, type DeliveryContent, type Lane, lanes, type TokenMeaning } from '../ports/deliveries.ts'
import { deskSubject, liveMessageId, pingSubject, stormSubject, testSubject } from '../ports/live-messages.ts'

const laneOf: Record<DeliveryContent['kind'], Lane> = {
  alert: lanes.alert,
  update: lanes.alert,
  clockPing: lanes.ping,
  helpPing: lanes.alert,
  deskPing: lanes.ping,
  channelNews: lanes.ping,
  reportPrompt: lanes.prompt,
  reportReturned: lanes.prompt,
  closure: lanes.prompt,
  message: lanes.prompt,
  sitrepPrompt: lanes.prompt,
  stormBoard: lanes.alert,
  stormOver: lanes.prompt,
  digest: lanes.prompt,
  notice: lanes.prompt,
  nod: lanes.edit,
  channelTest: lanes.test,
}

export type Ping = Extract<DeliveryContent, { kind: 'clockPing' | 'helpPing' }>

export type LiveContent = Ping | Extract<DeliveryContent, { kind: 'deskPing' | 'channelTest' | 'stormBoard' }>

const liveKinds: readonly DeliveryContent['kind'][] = [
  'clockPing',
  'helpPing',
  'deskPing',
  'channelTest',
  'stormBoard',
] satisfies LiveContent['kind'][]

const isLive = (content: DeliveryContent): content is LiveContent => liveKinds.includes(content.kind)

const subjectOf = (content: LiveContent, chat: Pick<PairedChat, 'id'>): string => {
  switch (content.kind) {
    case 'clockPing':
      return pingSubject(content.incident, content.clock)
    case 'helpPing':
      return pingSubject(content.incident, helpKey(content.item))
    case 'deskPing':
      return deskSubject(chat.id)
    case 'channelTest':
      return testSubject(content.test, chat.id)
    case 'stormBoard':
      return stormSubject(content.centre, content.since)
  }
}

/** Where the live message of such a delivery is kept; null for what is sent once and for all. */
export const liveIdOf = (content: DeliveryContent, chat: Pick<PairedChat, 'id'>): string | null =>
  isLive(content) ? liveMessageId(subjectOf(content, chat), chat) : null

/** Puts deliveries into the queue of a chat; the id is deterministic, so that a repeat adds nothing. */
export const createDeliver = (deps: ApplicationDeps) => {
  const { stores, serviceClock, wakeUps, newToken } = deps

  /** True when it was not there yet. `lane` is the content's own unless it need not hurry. */
  const deliver = async (
    id: string,
    chat: PairedChat,
    content: DeliveryContent,
    token?: string,
    lane: Lane = content.kind === 'message' && content.urgent ? lanes.alert : laneOf[content.kind],
  ): Promise<boolean> => {
    const added = await stores.deliveries.add([
      {
        id,
        chat: chat.id,
        lane,
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
    return added === 1
  }

  /** A token for buttons that mean this, known to the server only. */
  const tokenFor = async (meaning: TokenMeaning): Promise<string> => {
    const token = newToken()
    await stores.tokens.put(token, meaning)
    return token
  }

  /** The live card of an assignment in a chat: made once, with its token. */
  const cardFor = async (incident: string, assignment: string, chat: PairedChat) => {
    const id = cardId(assignment, chat)
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

  /** Sends it and keeps it true: the chat's message about its subject from now on. False when it was asked for before. */
  const deliverLive = async (
    id: string,
    chat: PairedChat,
    content: LiveContent,
    tokenOf?: () => Promise<string>,
  ): Promise<boolean> => {
    if (await stores.deliveries.byId(id)) {
      wakeUps.chat(chat.id)
      return false
    }
    const subject = subjectOf(content, chat)
    await stores.liveMessages.point({ id: liveMessageId(subject, chat), subject, chat: chat.id, delivery: id })
    return deliver(id, chat, content, await tokenOf?.())
  }

  /** A ping to people who may answer "Saya tangani"; `effect` and the chat make its id, so a chat gets it once. */
  const ping = async (effect: string, chat: PairedChat, content: Ping): Promise<void> => {
    const { incident } = content
    const tokenOf = () =>
      tokenFor(
        content.kind === 'clockPing'
          ? { kind: 'ping', incident, clock: content.clock, chat: chat.id }
          : { kind: 'help', incident, item: content.item, chat: chat.id },
      )
    const id = `${effect}:${chat.id}`
    // "Saya tangani" is the supervisors' business: what an agency's officer got stays as it came
    if (chat.audience.kind === 'contact') await deliver(id, chat, content, await tokenOf())
    else await deliverLive(id, chat, content, tokenOf)
  }

  /** What was sent about the subject is out of date: one edit for each chat. */
  const refresh = async (subject: string): Promise<void> => {
    for (const chat of await stores.liveMessages.want(subject)) wakeUps.chat(chat)
  }

  const alertId = (assignment: string, chat: PairedChat) => `${assignment}:alert:${chat.id}`

  /**
   * Shows an assignment's alert in a chat: one delivery, whoever asks for it; `to` is the rung that it belongs to. False
   * when it was asked for before.
   */
  const alert = async (
    incident: string,
    assignment: string,
    chat: PairedChat,
    to: ContactKind = 'group',
  ): Promise<boolean> => {
    const card = await cardFor(incident, assignment, chat)
    const rung = to === 'group' ? {} : { to }
    return deliver(alertId(assignment, chat), chat, { kind: 'alert', incident, assignment, ...rung }, card.token)
  }

  /** The same for a chat that works again: an alert that had failed there goes once more. */
  const alertAgain = async (incident: string, assignment: string, chat: PairedChat): Promise<void> => {
    if (await alert(incident, assignment, chat)) return
    if (await stores.deliveries.revive(alertId(assignment, chat))) wakeUps.chat(chat.id)
  }

  /** Shows a card that was shown before as a new message; `why` names the occasion, so that each shows it once. */
  const cardAnew = async (assignment: string, chat: PairedChat, why: string): Promise<void> => {
    const card = await stores.cards.byId(cardId(assignment, chat))
    if (!card?.messageIds.length) return
    const content = { kind: 'alert', incident: card.incident, assignment } as const
    await deliver(`${card.id}:anew:${why}`, chat, content, card.token)
  }

  /** Shows what changed on a card in a message that quotes the copy which is too old to be edited: once for each such copy. */
  const cardFollows = async (card: Card, chat: PairedChat, follows: string): Promise<void> => {
    const content = { kind: 'alert', incident: card.incident, assignment: card.assignment, follows } as const
    await deliver(`${card.id}:follows:${follows}`, chat, content, card.token, lanes.prompt)
  }

  return { deliver, deliverLive, tokenFor, ping, refresh, cardFor, cardAnew, cardFollows, alert, alertAgain }
}

/** An assignment has one card in a chat. */
export const cardId = (assignment: string, chat: { id: string }): string => `${assignment}@${chat.id}`

export type Deliver = ReturnType<typeof createDeliver>
