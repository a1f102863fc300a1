import type { Client, Message } from 'whatsapp-web.js'
import type { AcquaintanceStore } from '../../../../application/ports/acquaintances.ts'
import type { DirectoryStore } from '../../../../application/ports/administration.ts'
import type { ChatStore, PairedChat } from '../../../../application/ports/chats.ts'
import type { MachineClock, ServiceClock } from '../../../../application/ports/clocks.ts'
import type { Log } from '../../../../application/ports/signals.ts'
import { within } from '../../../../lib/within.ts'
import type { WhatsAppUpdate } from '../update.ts'
import { authorOf, type InboundParts, sceneOf } from './listen.ts'
import { rawMessage } from './raw.ts'
import { isConversation, toDeleted, toEdited, toMessage } from './to-update.ts'

/** How many messages of a chat are looked at; all of them unknown means that there may be more. */
const depths = [50, 200, 800] as const

/** Older than this is history, not a message that was missed; well within what the inbox remembers. Service ms. */
const missedForMs = 3 * 24 * 3_600_000

/** Private chats of people who acted so recently may hold an answer. Machine ms. */
const promptedForMs = 2 * 24 * 3_600_000

/** The page has so long to bring the messages of one chat, machine ms. */
const fetchMs = 30_000

export interface CatchUpParts extends InboundParts {
  stores: {
    chats: Pick<ChatStore, 'list'>
    directory: Pick<DirectoryStore, 'centres'>
    acquaintances: Pick<AcquaintanceStore, 'since'>
  }
  machine: MachineClock
  service: Pick<ServiceClock, 'now'>
  log: Log
}

interface Missed {
  chat: string
  /** nothing before it concerns us: the chat was not paired yet, or it is history. Service ms */
  since: number
}

/**
 * The library tells of new messages only (what it has of votes in polls says not when they were given, and a vote that is
 * withdrawn is none: docs/decisions/022). After every `ready` each paired or prompted chat is read back to the last entry
 * of the inbox, and what is unknown is stored; a chat's new messages wait until its missed ones are in.
 * Resolves with the number of entries that were missed.
 */
export const catchUp = async (client: Client, parts: CatchUpParts): Promise<number> => {
  const chats = await missedChats(parts)
  const found = await Promise.all(chats.map(missed => catchUpChat(client, missed, parts)))
  return found.reduce((sum, count) => sum + count, 0)
}

const missedChats = async ({ stores, machine, service }: CatchUpParts): Promise<Missed[]> => {
  const since = service.now() - missedForMs
  const paired: PairedChat[] = []
  for (const { code } of await stores.directory.centres()) paired.push(...(await stores.chats.list(code)))
  const prompted = await stores.acquaintances.since('whatsapp', machine.now() - promptedForMs)
  const chats = new Map(prompted.map(chat => [chat, since]))
  for (const { channel, address, pairedAt } of paired) {
    if (channel === 'whatsapp') chats.set(address.chat, Math.max(since, pairedAt))
  }
  return [...chats].map(([chat, from]) => ({ chat, since: from }))
}

const catchUpChat = async (client: Client, { chat, since }: Missed, parts: CatchUpParts): Promise<number> => {
  let stored = 0
  for (const depth of depths) {
    let looked = 0
    let seen = 0
    const fresh = await parts.intake.take(parts.people.address(chat), async () => {
      const updates = await fetchChat(client, { chat, since }, depth, parts)
      looked = updates.filter(({ kind }) => kind !== 'edited').length
      seen = updates.length
      return updates
    })
    stored += fresh
    if (looked < depth || fresh < seen) return stored
  }
  parts.log.warn({ chat }, 'more messages of a chat were missed than are fetched')
  return stored
}

const fetchChat = async (
  client: Client,
  { chat, since }: Missed,
  depth: number,
  parts: CatchUpParts,
): Promise<WhatsAppUpdate[]> => {
  const found = await within(fetchMs, client.getChatById(parts.people.address(chat)))
  if (!found) return []
  const messages = await within(fetchMs, found.fetchMessages({ limit: depth, fromMe: false }))
  const updates: WhatsAppUpdate[] = []
  for (const message of inOrder(messages)) {
    const { success, data } = rawMessage.safeParse(message.rawData)
    if (!success || !isConversation(data.id.remote) || data.t * 1000 < since) continue
    const scene = await sceneOf(parts.people, client, data.id.remote, authorOf(data))
    if (data.type === 'revoked') {
      updates.push(toDeleted(data, scene))
      continue
    }
    const said = toMessage(data, scene)
    updates.push(said)
    // one that we have may have been changed since; of a new one these words are known then, and count once
    if (data.latestEditSenderTimestampMs) updates.push(toEdited(data, said.body, scene))
  }
  return updates
}

const inOrder = (messages: Message[]): Message[] => messages.toSorted((a, b) => a.timestamp - b.timestamp)
