import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { SettingStore } from '../application/ports/records.ts'
import { defineCollection, type StoredDocument } from './document.ts'

interface SettingDocument extends StoredDocument {
  value: unknown
}

/** Named settings that all processes share; the last write wins. */
export function settingStore(connection: Connection): SettingStore {
  const { model, schemaNumber, current } = defineCollection<SettingDocument>(connection, {
    collection: 'settings',
    fields: { value: Schema.Types.Mixed },
  })
  return {
    async get<T>(name: string) {
      const found = await model.findById(name).lean<SettingDocument>()
      return found && (current(found).value as T)
    },
    async put(name, value) {
      await model.updateOne({ _id: name }, { $set: { value, schemaNumber } }, { upsert: true })
    },
  }
}
