import { type Model, Schema } from 'mongoose'
import type { Instant } from '../dispatch/vocabulary.ts'
import type { ArrivalNumbers } from './arrival-numbers.ts'
import type { StoredDocument } from './document.ts'

/** What is shown in a chat and kept true by edits. */
export interface ShownDocument extends StoredDocument {
  chat: string
  messageIds: string[]
  wanted: number
  shown: number
  look?: string | null
  refreshAt: Instant | null
  notBefore: number
  /** how often an edit failed since the last that did not */
  tries?: number
  /** copies that show a version already, while others wait for their turn */
  edited?: { version: number; copies: string[] }
  /** arrival number of the first change that is not shown yet; absent when all is shown */
  lagsSince?: number
}

export const shownFields = {
  chat: { type: String, required: true },
  messageIds: [String],
  wanted: { type: Number, required: true },
  shown: { type: Number, required: true },
  look: String,
  refreshAt: Number,
  notBefore: { type: Number, required: true },
  tries: Number,
  edited: Schema.Types.Mixed,
  lagsSince: Number,
} as const

export const shownIndexes = [[{ chat: 1, lagsSince: 1 }], [{ lagsSince: 1, notBefore: 1 }], [{ refreshAt: 1 }]] as const

const lags = { $gt: 0 } as const

/** What goes when every copy shows what is wanted. */
export const inStep = { lagsSince: 1, tries: 1, edited: 1 } as const

/**
 * Cards and live messages, as far as both lag behind. Two fields of a document cannot be compared by an index, so
 * `lagsSince` says beside `wanted` and `shown` that an edit is due; every write that moves one of them keeps it right in
 * the same step.
 */
export const lagging = <D extends ShownDocument, Shown>(
  model: Model<D>,
  arrivals: ArrivalNumbers,
  toShown: (document: D) => Shown,
) => {
  // mongoose cannot follow filters and changes of a generic document
  const shown = model as unknown as Model<ShownDocument>

  /** One more change to show; what lags already keeps its place. */
  const oneMoreWanted = () => ({ $inc: { wanted: 1 }, $min: { lagsSince: arrivals.next() } })

  return {
    oneMoreWanted,
    /** something newer was shown meanwhile, and this may stand over it now: once more, whatever it looks like */
    async overtaken(which: { _id: string; delivery?: string }, copy?: string): Promise<void> {
      const added = copy === undefined ? {} : { $push: { messageIds: copy } }
      await shown.updateOne(which, { ...oneMoreWanted(), $set: { look: null }, ...added })
    },
    methods: {
      async byId(id: string): Promise<Shown | null> {
        const found = await shown.findById(id).lean<D>()
        return found && toShown(found)
      },
      async lagging(chat: string, machineNow: number): Promise<Shown | null> {
        const first = shown.findOne({ chat, lagsSince: lags, notBefore: { $lte: machineNow } }).sort({ lagsSince: 1 })
        const found = await first.lean<D>()
        return found && toShown(found)
      },
      async postpone(id: string, notBefore: number): Promise<void> {
        await shown.updateOne({ _id: id }, { $set: { notBefore }, $inc: { tries: 1 } })
      },
      async forgetCopy(id: string, messageId: string): Promise<void> {
        await shown.updateOne({ _id: id }, { $pull: { messageIds: messageId } })
      },
      async forgetCopies(chat: string): Promise<void> {
        await shown.updateMany({ chat, messageIds: { $gt: '' } }, { $set: { messageIds: [] } })
      },
      async chatsLagging(machineNow: number, limit: number): Promise<string[]> {
        const found = await shown.aggregate<{ _id: string }>([
          { $match: { lagsSince: lags, notBefore: { $lte: machineNow } } },
          { $group: { _id: '$chat', since: { $min: '$lagsSince' } } },
          { $sort: { since: 1 } },
          { $limit: limit },
        ])
        return found.map(group => group._id)
      },
      async refreshDue(now: Instant): Promise<string[]> {
        const due = { refreshAt: { $lte: now } }
        const found = await shown.find(due, { chat: 1 }).lean<{ _id: string; chat: string }[]>()
        if (found.length === 0) return []
        const change = { ...oneMoreWanted(), $set: { refreshAt: null } }
        await shown.updateMany({ ...due, _id: { $in: found.map(({ _id }) => _id) } }, change)
        return [...new Set(found.map(({ chat }) => chat))]
      },
      countLagging: (): Promise<number> => shown.countDocuments({ lagsSince: lags }),
    },
  }
}
