import type { Client, GroupNotification, Message, PollVote, Reaction } from 'whatsapp-web.js'
import type { ServiceClock } from '../../../../application/ports/clocks.ts'
import type { WhatsAppUpdate } from '../update.ts'
import type { Intake } from './intake.ts'
import type { People } from './people.ts'
import { type RawMessage, rawMessage, rawNotification, rawReaction, rawVote } from './raw.ts'
import {
  isConversation,
  isGroup,
  type Scene,
  toDeleted,
  toEdited,
  toMembership,
  toMessage,
  toReaction,
  toRead,
  toTitle,
  toVote,
} from './to-update.ts'

export interface InboundParts {
  people: People
  intake: Intake
  service: Pick<ServiceClock, 'now'>
}

/** What the group notices of the library mean for the account's own membership. */
const membershipOf: Readonly<Record<string, boolean>> = {
  add: true,
  invite: true,
  linked_group_join: true,
  remove: false,
  leave: false,
}

/** Two blue ticks: in a group they come when its last member has read. What is above them (heard) was read too. */
const readTick = 3

/** The scene of a message: who wrote where, both as phone ids. @throws when the page does not answer */
export const sceneOf = async (people: People, client: Client, remote: string, author: string): Promise<Scene> => {
  const [chat = remote, writer = author] = await people.phoneIds(client, [remote, author])
  if (!isGroup(remote)) people.met(remote, chat)
  return { chat, author: writer }
}

/** Whose words these are: in a group the author's, in a private chat the other side's. */
export const authorOf = ({ author, id }: RawMessage): string => author ?? id.remote

/** Everything of a client that the inbox wants to know. Handlers may fire twice: the inbox knows repeats. */
export const listen = (client: Client, { people, intake, service }: InboundParts): void => {
  /** What others did, in a conversation: status broadcasts, channels and our own doings are nobody's update. */
  const take = (remote: string, author: string, make: (scene: Scene) => WhatsAppUpdate): void => {
    if (!isConversation(remote)) return
    void intake.take(remote, async () => {
      const scene = await sceneOf(people, client, remote, author)
      return scene.author === client.info.wid._serialized ? [] : [make(scene)]
    })
  }

  const ofOthers = (message: Message, work: (raw: RawMessage) => void): void => {
    const { success, data } = rawMessage.safeParse(message.rawData)
    if (success && !data.id.fromMe && !data.isStatusV3) work(data)
  }

  client.on('message', message =>
    ofOthers(message, raw => take(raw.id.remote, authorOf(raw), scene => toMessage(raw, scene))),
  )
  client.on('message_edit', (message, body) =>
    ofOthers(message, raw => take(raw.id.remote, authorOf(raw), scene => toEdited(raw, String(body), scene))),
  )
  client.on('message_revoke_everyone', (message, before) =>
    ofOthers(before ?? message, raw => take(raw.id.remote, authorOf(raw), scene => toDeleted(raw, scene))),
  )

  client.on('message_ack', (message, ack) => {
    const { success, data } = rawMessage.safeParse(message.rawData)
    if (!success || !data.id.fromMe || ack < readTick || !isConversation(data.id.remote)) return
    const { id, remote } = data.id
    const at = service.now()
    void intake.take(remote, async () => {
      const [chat = remote] = await people.phoneIds(client, [remote])
      return [toRead(id, at, chat)]
    })
  })

  client.on('vote_update', (vote: PollVote) => {
    const { success, data } = rawVote.safeParse(vote)
    if (!success || !data.parentMsgKey.fromMe) return
    const options = data.selectedOptions.flatMap(({ name }) => name ?? [])
    const at = data.interractedAtTs ?? service.now()
    take(data.parentMsgKey.remote, data.voter, scene => toVote(data.parentMsgKey.id, options, at, scene))
  })

  client.on('message_reaction', (reaction: Reaction) => {
    const { success, data } = rawReaction.safeParse(reaction)
    if (!success) return
    const at = (data.timestamp ?? 0) * 1000 || service.now()
    take(data.msgId.remote, data.senderId, scene => toReaction(data.msgId.id, data.reaction, at, scene))
  })

  const notified = (notification: GroupNotification, work: (raw: ReturnType<typeof rawNotification.parse>) => void) => {
    const { success, data } = rawNotification.safeParse(notification)
    if (success) work(data)
  }
  const membership = (notification: GroupNotification): void =>
    notified(notification, ({ chatId, author, type, timestamp, recipientIds }) => {
      const isIn = membershipOf[type]
      if (isIn === undefined || !isConversation(chatId)) return
      void intake.take(chatId, async () => {
        const own = client.info.wid._serialized
        const [by = chatId, ...concerned] = await people.phoneIds(client, [author ?? own, ...recipientIds])
        return concerned.includes(own) ? [toMembership(isIn, timestamp * 1000, { chat: chatId, author: by })] : []
      })
    })
  client.on('group_join', membership)
  client.on('group_leave', membership)
  client.on('group_update', notification =>
    notified(notification, ({ chatId, author, body, type, timestamp }) => {
      if (type !== 'subject' || !body) return
      take(chatId, author ?? chatId, scene => toTitle(body, timestamp * 1000, scene))
    }),
  )
}
