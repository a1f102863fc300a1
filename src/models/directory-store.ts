import type { Connection } from 'mongoose'
import type { Agency, Centre, DirectoryStore, User } from '../application/ports/administration.ts'
import { defineCollection, type StoredDocument } from './document.ts'

interface CentreDocument extends StoredDocument, Omit<Centre, 'code'> {}
interface AgencyDocument extends StoredDocument, Agency {}
interface UserDocument extends StoredDocument, Omit<User, 'id'> {}

/** Every id: a filter that the index on ids answers. */
const everyId = { _id: { $gt: '' } } as const

/** Centres, agencies and users: small collections that administrators keep. */
export function directoryStore(connection: Connection): DirectoryStore {
  return { ...centres(connection), ...agencies(connection), ...users(connection) }
}

function centres(connection: Connection): Pick<DirectoryStore, 'centres' | 'centre' | 'putCentre'> {
  const { model, schemaNumber, current } = defineCollection<CentreDocument>(connection, {
    collection: 'centres',
    fields: { name: String, timeZone: { type: String, required: true }, profile: { type: String, required: true } },
  })
  const toCentre = (document: CentreDocument): Centre => {
    const { _id: code, name, timeZone, profile } = current(document)
    return { code, name, timeZone, profile }
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
  }
}

function agencies(connection: Connection): Pick<DirectoryStore, 'agencies' | 'agency' | 'putAgency'> {
  const { model, schemaNumber, current } = defineCollection<AgencyDocument>(connection, {
    collection: 'agencies',
    fields: {
      centre: { type: String, required: true },
      code: { type: String, required: true },
      name: String,
      transports: Boolean,
      dutyPhone: String,
      active: Boolean,
    },
    indexes: [[{ centre: 1, code: 1 }]],
  })
  const idOf = (centre: string, code: string) => `${centre}/${code}`
  const toAgency = (document: AgencyDocument): Agency => {
    const { centre, code, name, transports, dutyPhone, active } = current(document)
    return { centre, code, name, transports, dutyPhone, active }
  }
  return {
    async agencies(centre) {
      return (await model.find({ centre }).sort({ code: 1 }).lean<AgencyDocument[]>()).map(toAgency)
    },
    async agency(centre, code) {
      const found = await model.findById(idOf(centre, code)).lean<AgencyDocument>()
      return found && toAgency(found)
    },
    async putAgency(agency) {
      const _id = idOf(agency.centre, agency.code)
      await model.updateOne({ _id }, { $set: { ...agency, schemaNumber } }, { upsert: true })
    },
  }
}

function users(connection: Connection): Pick<DirectoryStore, 'users' | 'user' | 'userByName' | 'putUser'> {
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
  }
}
