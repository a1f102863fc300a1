import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import {
  type Delivery,
  type DeliveryStatus,
  type DeliveryStore,
  lanes,
  sendLeaseMs,
} from '../application/ports/deliveries.ts'
import type { ArrivalNumbers } from './arrival-numbers.ts'
import { defineCollection, insertNew, isDuplicate, type StoredDocument } from './document.ts'

interface DeliveryDocument extends StoredDocument, Omit<Delivery, 'id'> {
  /** the incident that it speaks of, when it speaks of one */
  incident?: string
  /** arrival number: order among deliveries of the same moment */
  order: number
  /** the chat's name while this is being sent, else the delivery's own: unique, so that a chat sends one at a time */
  turn: string
}

const unsent = ['queued', 'ambiguous', 'sending'] as const satisfies readonly DeliveryStatus[]

const turnOf = (chat: string) => `chat:${chat}`
const ownTurn = (id: string) => `delivery:${id}`

/** One message for one chat, from the relay until it is sent; order and claims are kept by the database. */
export function deliveryStore(connection: Connection, arrivals: ArrivalNumbers): DeliveryStore {
  const { model, schemaNumber, current } = defineCollection<DeliveryDocument>(connection, {
    collection: 'deliveries',
    fields: {
      chat: { type: String, required: true },
      lane: { type: Number, required: true },
      content: Schema.Types.Mixed,
      status: { type: String, required: true },
      attempt: { type: Number, required: true },
      doubtful: { type: Boolean, required: true },
      notBefore: { type: Number, required: true },
      createdAt: { type: Number, required: true },
      sentAt: Number,
      messageId: String,
      readAt: Number,
      failure: String,
      digest: String,
      waited: Boolean,
      token: String,
      incident: String,
      order: { type: Number, required: true },
      turn: { type: String, required: true },
    },
    indexes: [
      [{ turn: 1 }, { unique: true }],
      [{ chat: 1, status: 1, lane: 1, createdAt: 1, order: 1 }],
      [{ chat: 1, messageId: 1 }],
      [{ status: 1, notBefore: 1 }],
      [{ incident: 1, createdAt: 1, order: 1 }],
    ],
  })

  const toDelivery = (document: DeliveryDocument): Delivery => {
    const { _id: id, schemaNumber: _, incident: _incident, order: _order, turn: _turn, ...delivery } = current(document)
    return { id, ...delivery }
  }

  /** Moves a delivery on that is being sent by this attempt; false when another attempt has taken it over. */
  const settle = async (id: string, attempt: number, change: Partial<DeliveryDocument>): Promise<boolean> => {
    const sending = { _id: id, attempt, status: 'sending' as const }
    return (await model.updateOne(sending, { $set: { ...change, turn: ownTurn(id) } })).matchedCount === 1
  }

  /** Takes the chat's turn from a sender that went silent; what it was sending is doubtful now. */
  const freeTurn = async (chat: string, machineNow: number): Promise<boolean> => {
    const silent = { turn: turnOf(chat), notBefore: { $lte: machineNow } }
    const holder = await model.findOne(silent).lean<DeliveryDocument>()
    if (!holder) return false
    return settle(holder._id, holder.attempt, { status: 'ambiguous', doubtful: true })
  }

  const tryClaim = async (delivery: Delivery, machineNow: number): Promise<DeliveryDocument | null> => {
    const { id: _id, attempt, status, chat } = delivery
    const claim = model.findOneAndUpdate(
      { _id, attempt, status, notBefore: { $lte: machineNow } },
      {
        $set: {
          status: 'sending',
          doubtful: delivery.doubtful || status === 'sending',
          notBefore: machineNow + sendLeaseMs,
          turn: turnOf(chat),
        },
        $inc: { attempt: 1 },
      },
      { returnDocument: 'after' },
    )
    return claim.lean<DeliveryDocument>()
  }

  return {
    async add(deliveries) {
      if (deliveries.length === 0) return 0
      const first = arrivals.reserve(deliveries.length)
      const documents = deliveries.map(({ id, ...delivery }, position) => ({
        ...delivery,
        _id: id,
        schemaNumber,
        order: first + position,
        turn: ownTurn(id),
        ...('incident' in delivery.content && { incident: delivery.content.incident }),
      }))
      return (await insertNew(model, documents)).length
    },
    async byId(id) {
      const found = await model.findById(id).lean<DeliveryDocument>()
      return found && toDelivery(found)
    },
    async byMessage(chat, messageId) {
      const found = await model.findOne({ chat, messageId }).lean<DeliveryDocument>()
      return found && toDelivery(found)
    },
    async next(chat, machineNow) {
      // what was put aside stands in nobody's way while its backoff runs
      const maybeFirst = [{ lane: { $lt: lanes.aside } }, { notBefore: { $lte: machineNow } }]
      const first = model
        .findOne({ chat, status: { $in: unsent }, $or: maybeFirst })
        .sort({ lane: 1, createdAt: 1, order: 1 })
      const head = await first.lean<DeliveryDocument>()
      if (!head || head.notBefore > machineNow) return null
      const sending = model.findOne({ turn: turnOf(chat), notBefore: { $gt: machineNow } }, { _id: 1 })
      return (await sending.lean()) ? null : toDelivery(head)
    },
    async claim(delivery, machineNow) {
      if (!(unsent as readonly string[]).includes(delivery.status)) return null
      for (;;) {
        try {
          const claimed = await tryClaim(delivery, machineNow)
          return claimed && toDelivery(claimed)
        } catch (error) {
          // another delivery has the chat's turn: only a sender that went silent loses it
          if (!isDuplicate(error)) throw error
          if (!(await freeTurn(delivery.chat, machineNow))) return null
        }
      }
    },
    async giveBack({ id, attempt, doubtful }, before) {
      const status = before.status === 'sending' ? 'ambiguous' : before.status
      await settle(id, attempt, { status, doubtful, attempt: before.attempt, notBefore: before.notBefore })
    },
    async sent(id, attempt, at, messageId) {
      // a slow one, whose turn somebody took but whose message nobody has tried again, is sent all the same
      const known = { _id: id, attempt, status: { $in: ['sending', 'ambiguous'] as const } }
      const change = { status: 'sent' as const, sentAt: at, messageId, turn: ownTurn(id) }
      return (await model.updateOne(known, { $set: change })).matchedCount === 1
    },
    async read(chat, messageId, at) {
      const change = { $min: { readAt: at } }
      const found = model.findOneAndUpdate({ chat, messageId }, change, { returnDocument: 'after' })
      const read = await found.lean<DeliveryDocument>()
      return read && toDelivery(read)
    },
    retry: (id, attempt, { notBefore, doubtful, aside }) =>
      settle(id, attempt, {
        ...(doubtful ? { status: 'ambiguous', doubtful } : { status: 'queued' }),
        ...(aside && { lane: lanes.aside }),
        notBefore,
      }),
    fail: (id, attempt, failure) => settle(id, attempt, { status: 'failed', failure }),
    async hold(id, notBefore) {
      await model.updateOne({ _id: id, status: 'queued' }, { $set: { lane: lanes.aside, notBefore } })
    },
    async letAlertGoFirst({ id, chat, content, waited }) {
      if (waited || content.kind === 'alert' || !('incident' in content)) return false
      const { incident } = content
      const late = { incident, chat, lane: lanes.aside, status: { $in: ['queued', 'ambiguous'] as const } }
      const alert = { ...late, 'content.kind': 'alert' as const }
      const { matchedCount } = await model.updateMany(alert, { $set: { lane: lanes.alert, notBefore: 0 } })
      if (matchedCount > 0) await model.updateOne({ _id: id }, { $set: { waited: true } })
      return matchedCount > 0
    },
    async held(chat, limit) {
      const found = model.find({ chat, status: 'queued', lane: lanes.aside, attempt: 0 })
      return (await found.sort({ createdAt: 1, order: 1 }).limit(limit).lean<DeliveryDocument[]>()).map(toDelivery)
    },
    async digest(ids, by) {
      const waiting = { _id: { $in: [...ids] }, status: 'queued' as const }
      await model.updateMany(waiting, { $set: { status: 'digested', digest: by } })
    },
    async digestedBy({ id, chat }) {
      const found = model.find({ chat, status: 'digested', digest: id }).sort({ createdAt: 1, order: 1 })
      return (await found.lean<DeliveryDocument[]>()).map(toDelivery)
    },
    async revive(id) {
      const change = { $set: { status: 'queued' as const, notBefore: 0 }, $unset: { failure: 1 as const } }
      return (await model.updateOne({ _id: id, status: 'failed' }, change)).matchedCount === 1
    },
    async chatsWaiting(machineNow, limit) {
      const found = await model.aggregate<{ _id: string }>([
        { $match: { status: { $in: unsent }, notBefore: { $lte: machineNow } } },
        { $group: { _id: '$chat', since: { $min: '$notBefore' } } },
        { $sort: { since: 1 } },
        { $limit: limit },
      ])
      return found.map(group => group._id)
    },
    async forIncident(incident) {
      const found = model.find({ incident }).sort({ createdAt: 1, order: 1 })
      return (await found.lean<DeliveryDocument[]>()).map(toDelivery)
    },
    async forgetMessages(chat) {
      await model.updateMany({ chat, messageId: { $gt: '' } }, { $unset: { messageId: 1 } })
    },
    countUnsent: () => model.countDocuments({ status: { $in: unsent } }),
  }
}
