import type { Connection } from 'mongoose'
import type { AnswerCode, AnswerCodeStore } from '../application/ports/answer-codes.ts'
import { defineCollection, insertOnce, type StoredDocument } from './document.ts'

interface AnswerCodeDocument extends StoredDocument, AnswerCode {}

const idOf = (chat: string, code: string): string => `${chat}:${code}`

/** Short codes of action tokens, each chat's own. */
export function answerCodeStore(connection: Connection): AnswerCodeStore {
  const { model, schemaNumber, current } = defineCollection<AnswerCodeDocument>(connection, {
    collection: 'answerCodes',
    fields: {
      chat: { type: String, required: true },
      code: { type: String, required: true },
      token: { type: String, required: true },
      at: { type: Number, required: true },
    },
    indexes: [[{ chat: 1, token: 1 }, { unique: true }], [{ chat: 1, at: -1 }]],
  })

  const toCode = (document: AnswerCodeDocument): AnswerCode => {
    const { _id, schemaNumber: _, ...code } = current(document)
    return code
  }

  return {
    async byCode(chat, code) {
      const found = await model.findById(idOf(chat, code)).lean<AnswerCodeDocument>()
      return found && toCode(found)
    },
    async byToken(chat, token) {
      const found = await model.findOne({ chat, token }).lean<AnswerCodeDocument>()
      return found && toCode(found)
    },
    add: code => insertOnce(model.create({ ...code, _id: idOf(code.chat, code.code), schemaNumber })),
    async release({ chat, code, token }) {
      await model.deleteOne({ _id: idOf(chat, code), token })
    },
    async newest(chat, limit) {
      return (await model.find({ chat }).sort({ at: -1 }).limit(limit).lean<AnswerCodeDocument[]>()).map(toCode)
    },
  }
}
