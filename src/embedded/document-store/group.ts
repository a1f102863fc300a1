import { StoreError } from './errors.ts'
import { compileExpression } from './expressions.ts'
import { isOperator, type Operator } from './operators.ts'
import { compareValues, orderKey } from './order.ts'
import { type Doc, isDoc } from './values.ts'

/** Adds a value to what was gathered so far, which begins as null. */
type Accumulate = (gathered: unknown, value: unknown) => unknown

const ACCUMULATORS: Record<Operator<'accumulator'>, Accumulate> = {
  $sum: (total, value) => Number(total) + (typeof value === 'number' ? value : 0),
  $min: (least, value = null) => {
    if (value === null) return least
    return least === null || compareValues(value, least) < 0 ? value : least
  },
}

/** The `$group` stage. @throws StoreError Location15955 without `_id`, 15952 and 40234 for a flawed accumulator */
export function group({ _id, ...fields }: Doc): (docs: Doc[]) => Doc[] {
  if (_id === undefined) throw new StoreError('Location15955', 'a group specification must include an _id')
  const idOf = compileExpression(_id)
  const cells = Object.entries(fields).map(([name, given]) => cellOf(name, given))
  return docs => {
    const groups = new Map<string, Doc>()
    for (const doc of docs) {
      const id = idOf(doc) ?? null
      const key = orderKey(id).toString('latin1')
      const found = groups.get(key) ?? { _id: id, ...Object.fromEntries(cells.map(({ name }) => [name, null])) }
      groups.set(key, found)
      for (const { name, value, accumulate } of cells) found[name] = accumulate(found[name], value(doc))
    }
    return [...groups.values()]
  }
}

function cellOf(name: string, given: unknown) {
  const [operator, ...others] = isDoc(given) ? Object.keys(given) : []
  if (!isDoc(given) || operator === undefined || !operator.startsWith('$') || others.length > 0) {
    throw new StoreError('Location40234', `The field '${name}' must be an accumulator object`)
  }
  if (!isOperator('accumulator', operator))
    throw new StoreError('Location15952', `unknown group operator '${operator}'`)
  return { name, value: compileExpression(given[operator]), accumulate: ACCUMULATORS[operator] }
}
