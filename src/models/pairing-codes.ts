import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { ChatStore, PairingCode } from '../application/ports/chats.ts'
import { defineCollection, insertOnce, type StoredDocument } from './document.ts'

interface CodeDocument extends StoredDocument, Omit<PairingCode, 'code'> {}

/** One-time pairing codes; a code is its document's id, so it exists once in all centres. */
export function pairingCodes(
  connection: Connection,
): Pick<ChatStore, 'addCode' | 'code' | 'redeemCode' | 'spendCode' | 'revokeCode' | 'codes'> {
  const { model, schemaNumber, current } = defineCollection<CodeDocument>(connection, {
    collection: 'pairingCodes',
    fields: {
      centre: { type: String, required: true },
      audience: Schema.Types.Mixed,
      createdBy: String,
      expiresAt: { type: Number, required: true },
      usedAt: Number,
      revokedAt: Number,
      usedBy: String,
    },
    indexes: [[{ centre: 1, expiresAt: -1 }]],
  })

  const toCode = (document: CodeDocument): PairingCode => {
    const { _id: code, centre, audience, createdBy, expiresAt, usedAt, revokedAt, usedBy } = current(document)
    const used = usedAt === undefined ? {} : { usedAt, ...(usedBy === undefined ? {} : { usedBy }) }
    const revoked = revokedAt === undefined ? {} : { revokedAt }
    return { code, centre, audience, createdBy, expiresAt, ...used, ...revoked }
  }

  return {
    addCode: ({ code, ...fields }) => insertOnce(model.create({ ...fields, _id: code, schemaNumber })),
    async code(code) {
      const found = await model.findById(code).lean<CodeDocument>()
      return found && toCode(found)
    },
    async redeemCode(code, now, redeemer) {
      const valid = {
        _id: code,
        expiresAt: { $gt: now },
        revokedAt: null,
        $or: [{ usedAt: null }, { usedBy: redeemer }],
      }
      const change = { $set: { usedAt: now, usedBy: redeemer } }
      const used = model.findOneAndUpdate(valid, change, { returnDocument: 'after' })
      const found = await used.lean<CodeDocument>()
      return found && toCode(found)
    },
    async spendCode(code) {
      await model.updateOne({ _id: code }, { $unset: { usedBy: 1 } })
    },
    async revokeCode(centre, code, now) {
      const unused = { _id: code, centre, usedAt: null }
      return (await model.updateOne(unused, { $set: { revokedAt: now } })).matchedCount === 1
    },
    async codes(centre) {
      const found = await model.find({ centre }).sort({ expiresAt: -1 }).lean<CodeDocument[]>()
      return found.map(toCode)
    },
  }
}
