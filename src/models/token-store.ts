import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { TokenMeaning, TokenStore } from '../application/ports/deliveries.ts'
import { defineCollection, type StoredDocument } from './document.ts'

interface TokenDocument extends StoredDocument {
  meaning: TokenMeaning
}

/** What the random tokens on buttons stand for. */
export function tokenStore(connection: Connection): TokenStore {
  const { model, schemaNumber, current } = defineCollection<TokenDocument>(connection, {
    collection: 'tokens',
    fields: { meaning: Schema.Types.Mixed },
  })
  return {
    async put(token, meaning) {
      await model.updateOne({ _id: token }, { $set: { meaning, schemaNumber } }, { upsert: true })
    },
    async meaning(token) {
      const found = await model.findById(token).lean<TokenDocument>()
      return found && current(found).meaning
    },
  }
}
