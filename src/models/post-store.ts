import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { DirectoryStore, Post } from '../application/ports/administration.ts'
import { defineCollection, type StoredDocument } from './document.ts'
import { guarded } from './guarded.ts'

interface PostDocument extends StoredDocument, Post {}

const { Mixed } = Schema.Types

/** Posts of agencies; a post's code is unique within its agency. */
export function posts(connection: Connection): Pick<DirectoryStore, 'posts' | 'post' | 'putPost' | 'changePost'> {
  const { model, schemaNumber, current } = defineCollection<PostDocument>(connection, {
    collection: 'posts',
    fields: {
      centre: { type: String, required: true },
      agency: { type: String, required: true },
      code: { type: String, required: true },
      name: String,
      area: Mixed,
      point: Mixed,
      dutyPhones: [String],
      answerSeconds: Mixed,
      active: Boolean,
    },
    indexes: [[{ centre: 1, agency: 1, code: 1 }]],
  })
  const idOf = (centre: string, agency: string, code: string) => `${centre}/${agency}/${code}`
  const toPost = (document: PostDocument): Post => {
    const { centre, agency, code, name, area, point, dutyPhones, answerSeconds, active } = current(document)
    return { centre, agency, code, name, area, point, dutyPhones, answerSeconds, active }
  }
  return {
    async posts(centre) {
      return (await model.find({ centre }).sort({ agency: 1, code: 1 }).lean<PostDocument[]>()).map(toPost)
    },
    async post(centre, agency, code) {
      const found = await model.findById(idOf(centre, agency, code)).lean<PostDocument>()
      return found && toPost(found)
    },
    async putPost(post) {
      const _id = idOf(post.centre, post.agency, post.code)
      await model.updateOne({ _id }, { $set: { ...post, schemaNumber } }, { upsert: true })
    },
    changePost: (centre, agency, code, { was, to }) =>
      guarded(model.updateOne({ ...was, _id: idOf(centre, agency, code) }, { $set: to })),
  }
}
