import type { ProfileEdit } from '../profiles/check-profile.ts'
import type { RunCardSet } from '../run-cards/run-card-set.ts'

/** A field's value; null where there is none. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** How one version differs from another: cards, clocks and ladders by name, field by field. */
export interface Difference {
  added: string[]
  removed: string[]
  changed: { part: string; field: string; before: Json; after: Json }[]
}

type Parts = ReadonlyMap<string, Readonly<Record<string, Json>>>

export const runCardParts = ({ cards, forEveryType, substitutes }: RunCardSet): Parts =>
  new Map([
    ...cards.map(({ code, ...fields }) => [code, plain(fields)] as const),
    ['forEveryType', plain({ rules: forEveryType })],
    ['substitutes', plain(substitutes)],
  ])

export const profileParts = ({ clocks, ladders }: ProfileEdit): Parts =>
  new Map([
    ...clocks.map(({ id, ...fields }) => [id, plain(fields)] as const),
    ['ladders.desk', plain(ladders.desk)],
    ['ladders.response.urgent', plain(ladders.response.urgent)],
    ['ladders.response.routine', plain(ladders.response.routine)],
    ['ladders.report', plain(ladders.report)],
    ['ladders.figure', plain(ladders.figure)],
  ])

export const differenceOf = (before: Parts, after: Parts): Difference => ({
  added: [...after.keys()].filter(part => !before.has(part)),
  removed: [...before.keys()].filter(part => !after.has(part)),
  changed: [...after].flatMap(([part, fields]) => {
    const old = before.get(part)
    return old ? changedFields(old, fields).map(change => ({ part, ...change })) : []
  }),
})

export const isSame = ({ added, removed, changed }: Difference): boolean =>
  !added.length && !removed.length && !changed.length

const changedFields = (before: Readonly<Record<string, Json>>, after: Readonly<Record<string, Json>>) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map(field => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter(change => ordered(change.before) !== ordered(change.after))

/** Written down with its keys in order: how a sender ordered them says nothing. */
const ordered = (value: Json): string =>
  JSON.stringify(value, (_, part: Json) =>
    isRecord(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  )

const isRecord = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** As it is written down: keys without a value are not there. */
const plain = (fields: object): Record<string, Json> => JSON.parse(JSON.stringify(fields)) as Record<string, Json>
