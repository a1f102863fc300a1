import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { Agency, DirectoryStore } from '../application/ports/administration.ts'
import { defineCollection, insertOnce, type StoredDocument, type Upcaster } from './document.ts'
import { guarded } from './guarded.ts'

interface AgencyDocument extends StoredDocument, Agency {}

/** An agency had one number at first; now it has a list, its commander's number and times of its own. */
const manyNumbers: Upcaster = ({ dutyPhone, ...agency }) => ({
  ...agency,
  dutyPhones: typeof dutyPhone === 'string' ? [dutyPhone] : [],
  commanderPhone: null,
  answerSeconds: null,
})

type AgencyMethods = 'agencies' | 'agency' | 'putAgency' | 'addAgency' | 'changeAgency'

export function agencies(connection: Connection): Pick<DirectoryStore, AgencyMethods> {
  const { model, schemaNumber, current } = defineCollection<AgencyDocument>(connection, {
    collection: 'agencies',
    fields: {
      centre: { type: String, required: true },
      code: { type: String, required: true },
      name: String,
      transports: Boolean,
      dutyPhones: [String],
      commanderPhone: String,
      answerSeconds: Schema.Types.Mixed,
      active: Boolean,
    },
    indexes: [[{ centre: 1, code: 1 }]],
    upcasters: [manyNumbers],
  })
  const idOf = (centre: string, code: string) => `${centre}/${code}`
  const toAgency = (document: AgencyDocument): Agency => {
    const { centre, code, name, transports, dutyPhones, commanderPhone, answerSeconds, active } = current(document)
    return { centre, code, name, transports, dutyPhones, commanderPhone, answerSeconds, active }
  }
  /** What an older version wrote is brought to the present schema first: the change's filter names present fields. */
  const bringUp = async (_id: string): Promise<void> => {
    const older = await model.findOne({ _id, schemaNumber: { $lt: schemaNumber } }).lean<AgencyDocument>()
    if (!older) return
    const present = { ...toAgency(older), schemaNumber }
    await model.updateOne({ _id, schemaNumber: older.schemaNumber }, { $set: present })
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
    async changeAgency(centre, code, { was, to }) {
      const _id = idOf(centre, code)
      await bringUp(_id)
      return guarded(model.updateOne({ ...was, _id }, { $set: to }))
    },
  }
}
