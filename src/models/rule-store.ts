import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { RuleKind, RuleStore, RuleVersion, RuleVersionHead } from '../application/ports/rules.ts'
import { defineCollection, insertOnce, type StoredDocument } from './document.ts'

interface RuleDocument extends StoredDocument, Omit<RuleVersion, 'content'> {
  content: unknown
}

const { Mixed } = Schema.Types

/** Versions of run cards and SOP profiles, one immutable document each; its id holds centre, kind and number. */
export function ruleStore(connection: Connection): RuleStore {
  const { model, schemaNumber, current } = defineCollection<RuleDocument>(connection, {
    collection: 'rules',
    fields: {
      centre: { type: String, required: true },
      kind: { type: String, required: true },
      version: { type: Number, required: true },
      standard: { type: String, required: true },
      at: { type: Number, required: true },
      by: Mixed,
      why: String,
      basedOn: Number,
      parts: Mixed,
      commandId: { type: String, required: true },
      content: Mixed,
    },
    indexes: [[{ centre: 1, kind: 1, version: -1 }]],
  })
  const idOf = (centre: string, kind: RuleKind, version: number) => `${centre}/${kind}/${version}`
  const toHead = (document: RuleDocument): RuleVersionHead => {
    const { centre, kind, version, standard, at, by, why, basedOn, parts, commandId } = current(document)
    return { centre, kind, version, standard, at, by, why, basedOn, parts, commandId }
  }

  return {
    add: version => {
      const _id = idOf(version.centre, version.kind, version.version)
      return insertOnce(model.create({ ...version, _id, schemaNumber }))
    },
    async version<Kind extends RuleKind>(centre: string, kind: Kind, version: number) {
      const found = await model.findById(idOf(centre, kind, version)).lean<RuleDocument>()
      return found && ({ ...toHead(found), content: current(found).content } as RuleVersion<Kind>)
    },
    async heads(centre, kind, { before, limit }) {
      const filter = { centre, kind, ...(before === undefined ? {} : { version: { $lt: before } }) }
      const found = model.find(filter, { content: 0 }).sort({ version: -1 }).limit(limit)
      return (await found.lean<RuleDocument[]>()).map(toHead)
    },
  }
}
