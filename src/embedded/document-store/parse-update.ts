import { type Doc, isDoc, toShell } from './bson-values.ts'
import { StoreError } from './errors.ts'
import { type Filter, parseFilter } from './filter.ts'
import { isOperator, type Operator } from './operators.ts'

interface Modification {
  operator: Operator<'update'>
  path: readonly string[]
  argument: unknown
}

/** A parsed update: operators by path, or a document that replaces the stored one. */
export type Update =
  | { kind: 'replacement'; replacement: Doc }
  | {
      kind: 'modification'
      modifications: readonly Modification[]
      touched: ReadonlySet<string>
      arrayFilters: ReadonlyMap<string, Filter>
    }

/** @throws StoreError FailedToParse, ConflictingUpdateOperators, BadValue as MongoDB does */
export function parseUpdate(update: unknown, arrayFilters: unknown): Update {
  if (Array.isArray(update)) {
    throw new StoreError('NotImplemented', 'pipeline-style updates are not supported by the embedded store')
  }
  if (!isDoc(update)) throw new StoreError('FailedToParse', 'Update argument must be either an object or an array')
  const names = Object.keys(update)
  const filters = parseArrayFilters(arrayFilters)
  if (!names[0]?.startsWith('$')) {
    const operator = names.find(name => name.startsWith('$'))
    if (operator !== undefined) {
      throw new StoreError(
        'FailedToParse',
        `The dollar ($) prefixed field '${operator}' in '${operator}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
      )
    }
    if (filters.size > 0) throw new StoreError('FailedToParse', 'Cannot specify arrayFilters with a replacement')
    return { kind: 'replacement', replacement: update }
  }
  const modifications = Object.entries(update).flatMap(([operator, fields]) => modificationsOf(operator, fields))
  // MongoDB applies changes in the order of their paths, whichever operator they belong to.
  modifications.sort((left, right) => comparePaths(left.path, right.path))
  refuseConflicts(modifications)
  refuseUnusedFilters(filters, modifications, update)
  const touched = new Set(modifications.map(({ path }) => path[0] ?? ''))
  return { kind: 'modification', modifications, touched, arrayFilters: filters }
}

function modificationsOf(operator: string, fields: unknown): Modification[] {
  if (!isOperator('update', operator)) {
    throw new StoreError(
      'FailedToParse',
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    )
  }
  if (!isDoc(fields)) {
    throw new StoreError(
      'FailedToParse',
      `Modifiers operate on fields but we found type ${toShell(fields)} instead. For example: {$mod: {<field>: ...}}`,
    )
  }
  return Object.entries(fields).map(([name, argument]) => {
    const path = name.split('.')
    if (path.includes(''))
      throw new StoreError(
        'EmptyFieldName',
        `The update path '${name}' contains an empty field name, which is not allowed.`,
      )
    if (path[0]?.startsWith('$')) {
      throw new StoreError(
        'BadValue',
        path[0] === '$'
          ? "Cannot have positional (i.e. '$') element in the first position in path '$'"
          : `The dollar ($) prefixed field '${path[0]}' in '${name}' is not valid for storage.`,
      )
    }
    return { operator, path, argument }
  })
}

function comparePaths(left: readonly string[], right: readonly string[]): number {
  for (const [at, step] of left.entries()) {
    const other = right[at]
    if (other === undefined) return 1
    if (step === other) continue
    const numeric = Number(step) - Number(other)
    if (!Number.isNaN(numeric) && numeric !== 0) return numeric
    return step < other ? -1 : 1
  }
  return left.length - right.length
}

function refuseConflicts(modifications: readonly Modification[]): void {
  const paths = new Set<string>()
  for (const { path } of modifications) {
    for (let length = 1; length <= path.length; length++) {
      const part = path.slice(0, length).join('.')
      if (paths.has(part)) {
        throw new StoreError(
          'ConflictingUpdateOperators',
          `Updating the path '${path.join('.')}' would create a conflict at '${part}'`,
        )
      }
    }
    paths.add(path.join('.'))
  }
}

function parseArrayFilters(arrayFilters: unknown): Map<string, Filter> {
  const filters = new Map<string, Filter>()
  if (arrayFilters === undefined) return filters
  for (const given of Array.isArray(arrayFilters) ? arrayFilters : []) {
    const filter = isDoc(given) ? parseFilter(given) : undefined
    const [name, other] = filter?.roots ?? []
    if (!filter || name === undefined || other !== undefined || !/^[a-z]\w*$/.test(name)) {
      throw new StoreError(
        'FailedToParse',
        `Error parsing array filter :: caused by :: Expected a single top-level field name that begins with a lowercase letter in ${toShell(given)}`,
      )
    }
    if (filters.has(name)) {
      throw new StoreError('FailedToParse', `Found multiple array filters with the same top-level field name ${name}`)
    }
    filters.set(name, filter)
  }
  return filters
}

function refuseUnusedFilters(
  filters: ReadonlyMap<string, Filter>,
  modifications: readonly Modification[],
  update: Doc,
): void {
  for (const name of filters.keys()) {
    if (!modifications.some(({ path }) => path.includes(`$[${name}]`))) {
      throw new StoreError(
        'FailedToParse',
        `The array filter for identifier '${name}' was not used in the update ${toShell(update)}`,
      )
    }
  }
}
