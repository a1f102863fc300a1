import { setTimeout as delay } from 'node:timers/promises'
import type { Client, Message, MessageSendOptions } from 'whatsapp-web.js'
import {
  CardGone,
  type ChannelError,
  EditClosed,
  Permanent,
  Refused,
  Temporary,
} from '../../../../application/ports/channel.ts'
import type { ServiceClock } from '../../../../application/ports/clocks.ts'
import type { People } from '../inbound/people.ts'
import { isGroup } from '../inbound/to-update.ts'
import type { Library } from '../life/library.ts'
import type { Manners } from '../manners.ts'
import {
  type DownloadedFile,
  editWindowMs,
  largestFileBytes,
  tickWithinMs,
  type WhatsAppMessage,
  type WhatsAppSession,
} from '../session.ts'
import { FindMessage } from './find-message.ts'
import { ask, show } from './page-call.ts'
import { Ticks } from './ticks.ts'

export interface ActionParts {
  /** the client through which messages go now; null while there is none */
  client(): { client: Client; library: Library } | null
  people: People
  manners: Manners
  service: Pick<ServiceClock, 'now'>
  /** the page has so long to answer, machine ms */
  answerMs: number
}

/** The end of a link reaches us a little after the first calls that it breaks, machine ms. */
const newsMs = 1_500

/** Without previews of links (WhatsApp would fetch them), and without marking the chat as read. */
const plain = { linkPreview: false, sendSeen: false } as const satisfies MessageSendOptions

type Actions = Pick<WhatsAppSession, 'send' | 'edit' | 'react' | 'photo' | 'members' | 'title' | 'check'> & {
  ticks: Ticks
}

/** What we do on WhatsApp. Manners are asked before anything is shown, here and nowhere else. */
export const createActions = ({ client: now, people, manners, service, answerMs }: ActionParts): Actions => {
  const ticks = new Ticks()
  const find = new FindMessage(people, answerMs)

  const linked = (): { client: Client; library: Library } => {
    const through = now()
    if (!through) throw new Temporary('not linked')
    return through
  }

  /** A no of the page means what it says only while the link stands: a page that has just lost it knows no chat and no message. */
  const meant = async (client: Client, no: ChannelError): Promise<ChannelError> => {
    await delay(newsMs)
    if (now()?.client !== client) return new Temporary('the link ended')
    const state = await ask(answerMs, () => client.getState())
    return state === 'CONNECTED' ? no : new Temporary('the link ended')
  }

  const allowed = async (chat: string): Promise<void> => {
    if (!(await manners.mayWrite(chat))) throw new Permanent('not a chat of ours')
  }

  const contentOf = ({ Location, Poll }: Library, { text, place, poll }: WhatsAppMessage) => {
    if (place) return new Location(place.lat, place.lng, { name: place.title, address: place.address })
    // the types ask for a secret that the library makes by itself
    if (poll) return new Poll(poll.question, poll.options, { allowMultipleAnswers: false, messageSecret: undefined })
    return text
  }

  const send: Actions['send'] = async (chat, message) => {
    await allowed(chat)
    const { client, library } = linked()
    const quote = message.quote === undefined ? undefined : await find.key(client, chat, message.quote)
    const options = { ...plain, ...(quote === undefined ? {} : { quotedMessageId: quote }) }
    const sent = await show(tickWithinMs, () =>
      client.sendMessage(people.address(chat), contentOf(library, message), options),
    )
    // the library answers nothing where WhatsApp does not know the chat
    if (!sent) throw await meant(client, new Permanent('WhatsApp does not know the chat'))
    const { id, _serialized } = sent.id
    find.remember(id, _serialized)
    try {
      await ticks.first(id, sent.ack, tickWithinMs)
    } catch (error) {
      throw error instanceof Refused ? await meant(client, error) : error
    }
    return { id }
  }

  const edit: Actions['edit'] = async (chat, id, text) => {
    await allowed(chat)
    const { client } = linked()
    const message = await find.message(client, chat, id)
    if (!message || message.type === 'revoked') throw await meant(client, new CardGone('no such message'))
    if (message.body === text) return
    if (service.now() - message.timestamp * 1000 > editWindowMs) throw new EditClosed('older than fifteen minutes')
    const edited = await ask(tickWithinMs, () => message.edit(text, { linkPreview: false }))
    if (!edited) throw await meant(client, new EditClosed('WhatsApp does not let it be edited'))
  }

  const react: Actions['react'] = async (chat, id, emoji) => {
    await allowed(chat)
    const { client } = linked()
    const key = await find.key(client, chat, id)
    if (key !== undefined) await ask(answerMs, () => client.sendReaction(key, emoji))
  }

  const photo: Actions['photo'] = async (chat, id): Promise<DownloadedFile> => {
    const { client } = linked()
    const message = await find.message(client, chat, id)
    if (!message?.hasMedia) return { ok: false, reason: 'none' }
    if (sizeOf(message) > largestFileBytes) return { ok: false, reason: 'tooLarge' }
    const file = await ask(answerMs, () => message.downloadMedia())
    // expired media comes as nothing
    if (!file) return { ok: false, reason: 'expired' }
    const bytes = Buffer.from(file.data, 'base64')
    return bytes.length > largestFileBytes
      ? { ok: false, reason: 'tooLarge' }
      : { ok: true, bytes, mime: file.mimetype }
  }

  const groupOf = async (client: Client, chat: string) => {
    const found = await ask(answerMs, () => client.getChatById(chat))
    const metadata = found?.isGroup ? (found as GroupWithMetadata).groupMetadata : undefined
    return metadata ? { ...metadata, name: found.name } : null
  }

  const members: Actions['members'] = async chat => {
    const { client } = linked()
    if (!isGroup(chat)) return null
    const group = await groupOf(client, chat)
    return (
      group &&
      ask(answerMs, () =>
        people.phoneIds(
          client,
          group.participants.map(({ id }) => id._serialized),
        ),
      )
    )
  }

  const title: Actions['title'] = async chat => {
    const { client } = linked()
    return isGroup(chat) ? ((await groupOf(client, chat))?.name ?? null) : null
  }

  const check: Actions['check'] = async chat => {
    await allowed(chat)
    const { client } = linked()
    if (!isGroup(chat)) return
    const group = await groupOf(client, chat)
    const ids = group?.participants.map(({ id }) => id._serialized) ?? []
    const phones = await ask(answerMs, () => people.phoneIds(client, ids))
    const me = group?.participants[phones.indexOf(client.info.wid._serialized)]
    if (!group || !me) throw new Permanent('the account is not in the group')
    if (group.announce && !me.isAdmin) throw new Permanent('only administrators may write in the group')
  }

  return { send, edit, react, photo, members, title, check, ticks }
}

/** What the library's group carries beside its own types. */
interface GroupWithMetadata {
  groupMetadata?: { announce?: boolean; participants: { id: { _serialized: string }; isAdmin: boolean }[] }
}

const sizeOf = ({ rawData }: Message): number => Number((rawData as { size?: number }).size ?? 0)
