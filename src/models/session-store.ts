import type { Connection } from 'mongoose'
import type { Session, SessionStore, SignInLink } from '../application/ports/administration.ts'
import { defineCollection, type StoredDocument } from './document.ts'

/** Expiry is told by `expiresAt`; the date beside it lets the database clear away what is over. */
interface Expiring {
  expiresOn: Date
}
interface LinkDocument extends StoredDocument, Expiring, Omit<SignInLink, 'secretHash'> {}
interface SessionDocument extends StoredDocument, Expiring, Omit<Session, 'secretHash'> {}

const expiring = {
  user: { type: String, required: true },
  expiresAt: { type: Number, required: true },
  expiresOn: { type: Date, required: true },
} as const

/** The latest date that there is, for what practically never expires. */
const lastDate = 8.64e15
const dateOf = (machineTime: number) => new Date(Math.min(machineTime, lastDate))

const clearedAway = [{ expiresOn: 1 }, { expireAfterSeconds: 0 }] as const

/** Sign-in links and sessions, by the hashes of their secrets. Times are machine time. */
export function sessionStore(connection: Connection): SessionStore {
  return { ...links(connection), ...sessions(connection) }
}

function links(connection: Connection): Pick<SessionStore, 'addLink' | 'link' | 'useLink'> {
  const { model, schemaNumber, current } = defineCollection<LinkDocument>(connection, {
    collection: 'signInLinks',
    fields: { ...expiring, reusable: { type: Boolean, required: true } },
    indexes: [[...clearedAway]],
  })
  const toLink = (document: LinkDocument): SignInLink => {
    const { _id: secretHash, user, expiresAt, reusable } = current(document)
    return { secretHash, user, expiresAt, reusable }
  }
  return {
    async addLink({ secretHash, ...link }) {
      const fields = { ...link, expiresOn: dateOf(link.expiresAt), schemaNumber }
      await model.updateOne({ _id: secretHash }, { $set: fields }, { upsert: true })
    },
    async link(secretHash, machineNow) {
      const found = await model.findOne({ _id: secretHash, expiresAt: { $gt: machineNow } }).lean<LinkDocument>()
      return found && toLink(found)
    },
    async useLink(secretHash, machineNow) {
      const valid = { _id: secretHash, expiresAt: { $gt: machineNow } }
      const taken = await model.findOneAndDelete({ ...valid, reusable: false }).lean<LinkDocument>()
      const found = taken ?? (await model.findOne({ ...valid, reusable: true }).lean<LinkDocument>())
      return found && toLink(found)
    },
  }
}

function sessions(connection: Connection): Omit<SessionStore, 'addLink' | 'link' | 'useLink'> {
  const { model, schemaNumber, current } = defineCollection<SessionDocument>(connection, {
    collection: 'sessions',
    fields: expiring,
    indexes: [[...clearedAway], [{ user: 1 }]],
  })
  return {
    async addSession({ secretHash, ...session }) {
      await model.create({ ...session, _id: secretHash, expiresOn: dateOf(session.expiresAt), schemaNumber })
    },
    async session(secretHash, machineNow) {
      const found = await model.findOne({ _id: secretHash, expiresAt: { $gt: machineNow } }).lean<SessionDocument>()
      if (!found) return null
      const { user, expiresAt } = current(found)
      return { secretHash, user, expiresAt }
    },
    async extendSession(secretHash, expiresAt) {
      await model.updateOne({ _id: secretHash }, { $set: { expiresAt, expiresOn: dateOf(expiresAt) } })
    },
    async endSession(secretHash) {
      await model.deleteOne({ _id: secretHash })
    },
    async endSessionsOf(user) {
      await model.deleteMany({ user })
    },
  }
}
