import type { Connection } from 'mongoose'
import type { Agency, Centre, Changed, DirectoryStore, User } from '../application/ports/administration.ts'
import { defineCollection, insertOnce, isDuplicate, type StoredDocument } from './document.ts'

interface CentreDocument extends StoredDocument, Omit<Centre, 'code'> {}
interface AgencyDocument extends StoredDocument, Agency {}
interface UserDocument extends StoredDocument, Omit<User, 'id'> {}

/** Every id: a filter that the index on ids answers. */
const everyId = { _id: { $gt: '' } } as const

/** Centres, agencies and users: small collections that administrators keep. */
export function directoryStore(connection: Connection): DirectoryStore {
  return { ...centres(connection), ...agencies(connection), ...users(connection) }
}

/** A write whose filter names the values that it changes. */
async function guarded(write: PromiseLike<{ matchedCount: number }>): Promise<Changed> {
  try {
    return (await write).matchedCount === 1 ? 'done' : 'changedMeanwhile'
  } catch (error) {
    if (isDuplicate(error)) return 'taken'
    throw error
  }
}

type CentreMethods = 'centres' | 'centre' | 'putCentre' | 'addCentre' | 'changeCentre'
type AgencyMethods = 'agencies' | 'agency' | 'putAgency' | 'addAgency' | 'changeAgency'
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

function agencies(connection: Connection): Pick<DirectoryStore, AgencyMethods> {
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
    addAgency: agency => insertOnce(model.create({ ...agency, _id: idOf(agency.centre, agency.code), schemaNumber })),
    changeAgency: (centre, code, { was, to }) =>
      guarded(model.updateOne({ ...was, _id: idOf(centre, code) }, { $set: to })),
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
