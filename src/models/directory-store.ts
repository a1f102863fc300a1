import type { Connection } from 'mongoose'
import type { Centre, DirectoryStore, User } from '../application/ports/administration.ts'
import { agencies } from './agency-store.ts'
import { defineCollection, insertOnce, type StoredDocument } from './document.ts'
import { guarded } from './guarded.ts'
import { posts } from './post-store.ts'

interface CentreDocument extends StoredDocument, Omit<Centre, 'code'> {}
interface UserDocument extends StoredDocument, Omit<User, 'id'> {}

/** Every id: a filter that the index on ids answers. */
const everyId = { _id: { $gt: '' } } as const

/** Centres, agencies with their posts, and users: small collections that administrators keep. */
export function directoryStore(connection: Connection): DirectoryStore {
  return { ...centres(connection), ...agencies(connection), ...posts(connection), ...users(connection) }
}

type CentreMethods = 'centres' | 'centre' | 'putCentre' | 'addCentre' | 'changeCentre'
type UserMethods = 'users' | 'user' | 'userByName' | 'putUser' | 'addUser' | 'changeUser'

function centres(connection: Connection): Pick<DirectoryStore, CentreMethods> {
  const { model, schemaNumber, current } = defineCollection<CentreDocument>(connection, {
    collection: 'centres',
    fields: {
      name: String,
      timeZone: { type: String, required: true },
      profile: { type: String, required: true },
      active: Boolean,
    },
  })
  const toCentre = (document: CentreDocument): Centre => {
    const { _id: code, name, timeZone, profile, active } = current(document)
    return { code, name, timeZone, profile, ...(active === undefined ? {} : { active }) }
  }
  return {
    async centres() {
      return (await model.find(everyId).sort({ _id: 1 }).lean<CentreDocument[]>()).map(toCentre)
    },
    async centre(code) {
      const found = await model.findById(code).lean<CentreDocument>()
      return found && toCentre(found)
    },
    async putCentre({ code, ...fields }) {
      await model.updateOne({ _id: code }, { $set: { ...fields, schemaNumber } }, { upsert: true })
    },
    addCentre: ({ code, ...fields }) => insertOnce(model.create({ ...fields, _id: code, schemaNumber })),
    changeCentre: (code, { was, to }) => guarded(model.updateOne({ ...was, _id: code }, { $set: to })),
  }
}

function users(connection: Connection): Pick<DirectoryStore, UserMethods> {
  const { model, schemaNumber, current } = defineCollection<UserDocument>(connection, {
    collection: 'users',
    fields: {
      name: { type: String, required: true },
      role: { type: String, required: true },
      centres: [String],
      active: Boolean,
      onDuty: Boolean,
      passwordHash: String,
    },
    // names sign in, so two users cannot have the same one
    indexes: [[{ name: 1 }, { unique: true }]],
  })
  const toUser = (document: UserDocument): User => {
    const { _id: id, name, role, centres, active, onDuty, passwordHash } = current(document)
    return { id, name, role, centres, active, onDuty, passwordHash }
  }
  return {
    async users() {
      return (await model.find(everyId).sort({ _id: 1 }).lean<UserDocument[]>()).map(toUser)
    },
    async user(id) {
      const found = await model.findById(id).lean<UserDocument>()
      return found && toUser(found)
    },
    async userByName(name) {
      const found = await model.findOne({ name }).lean<UserDocument>()
      return found && toUser(found)
    },
    async putUser({ id, ...fields }) {
      await model.updateOne({ _id: id }, { $set: { ...fields, schemaNumber } }, { upsert: true })
    },
    addUser: ({ id, ...fields }) => insertOnce(model.create({ ...fields, _id: id, schemaNumber })),
    changeUser: (id, { was, to }) => guarded(model.updateOne({ ...was, _id: id }, { $set: to })),
  }
}
