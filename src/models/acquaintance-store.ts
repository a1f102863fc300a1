import type { Connection } from 'mongoose'
import { type AcquaintanceStore, acquaintedForMs } from '../application/ports/acquaintances.ts'
import type { ChannelName } from '../application/ports/channel.ts'
import { defineCollection, type StoredDocument } from './document.ts'

interface AcquaintanceDocument extends StoredDocument {
  channel: ChannelName
  person: string
  metOn: Date
}

/** People who acted in a paired group, by channel; forgotten a month after they last did. */
export function acquaintanceStore(connection: Connection): AcquaintanceStore {
  const { model, schemaNumber } = defineCollection<AcquaintanceDocument>(connection, {
    collection: 'acquaintances',
    fields: {
      channel: { type: String, required: true },
      person: { type: String, required: true },
      metOn: { type: Date, required: true },
    },
    indexes: [[{ channel: 1, metOn: 1 }], [{ metOn: 1 }, { expireAfterSeconds: acquaintedForMs / 1000 }]],
  })
  const idOf = (channel: ChannelName, person: string) => `${channel}/${person}`

  return {
    async met(channel, person, machineNow) {
      const document = { channel, person, metOn: new Date(machineNow), schemaNumber }
      await model.updateOne({ _id: idOf(channel, person) }, { $set: document }, { upsert: true })
    },
    knows: async (channel, person) => (await model.findById(idOf(channel, person)).lean()) !== null,
    async since(channel, machineThen) {
      const found = await model
        .find({ channel, metOn: { $gte: new Date(machineThen) } })
        .sort({ metOn: 1 })
        .lean<AcquaintanceDocument[]>()
      return found.map(({ person }) => person)
    },
  }
}
