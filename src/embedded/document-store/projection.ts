import { StoreError } from './errors.ts'
import { isDoc, isTruthy } from './values.ts'

/** Whether a top-level field is shown. */
export type Projection = (field: string) => boolean

/**
 * A projection of whole top-level fields, by inclusion or exclusion; nothing asked for shows everything.
 * @throws StoreError Location31253 and 31254 for a mixture, 31325 for an expression, NotImplemented for a dotted path
 */
export function parseProjection(spec: unknown = {}): Projection {
  if (!isDoc(spec)) throw new StoreError('TypeMismatch', 'Expected field projection to be of type object')
  const { _id: id = true, ...fields } = spec
  for (const [name, value] of [['_id', id] as const, ...Object.entries(fields)]) {
    if (typeof value !== 'boolean' && typeof value !== 'number') {
      throw new StoreError('Location31325', `Unknown expression for field ${name}`)
    }
    if (name.includes('.')) throw new StoreError('NotImplemented', `a projection cannot go into a field: ${name}`)
  }
  // the id may go against the others; alone it decides
  const [first = '_id' in spec && id, ...others] = Object.values(fields)
  const inclusion = isTruthy(first)
  if (others.some(value => isTruthy(value) !== inclusion)) {
    throw new StoreError(inclusion ? 'Location31254' : 'Location31253', 'a projection cannot both include and exclude')
  }
  return field => (field === '_id' ? isTruthy(id) : Object.hasOwn(fields, field) === inclusion)
}
