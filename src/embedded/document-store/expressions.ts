import { StoreError } from './errors.ts'
import { define, own, rootOf } from './paths.ts'
import { type Doc, isDoc } from './values.ts'

/** The value of an aggregation expression for a document; `undefined` is a missing value. */
export type Expression = (doc: Doc) => unknown

/**
 * Compiles a path (`'$a.b'`), a constant, or a document of these: there are no operators in expressions.
 * @throws StoreError InvalidPipelineOperator for an operator, Location17276 for a variable
 */
export function compileExpression(expression: unknown): Expression {
  if (typeof expression === 'string' && expression.startsWith('$')) return compilePath(expression)
  if (Array.isArray(expression)) {
    const parts = expression.map(compileExpression)
    return doc => parts.map(part => part(doc) ?? null)
  }
  if (!isDoc(expression)) return () => expression
  const operator = Object.keys(expression).find(name => name.startsWith('$'))
  if (operator !== undefined) throw new StoreError('InvalidPipelineOperator', `Unrecognized expression '${operator}'`)
  const fields = Object.entries(expression).map(([name, part]) => [name, compileExpression(part)] as const)
  return doc =>
    withFields(
      {},
      fields.map(([name, part]) => [name, part(doc)]),
    )
}

/** A copy with fields set; what is missing is not set. */
export function withFields(doc: Doc, fields: readonly (readonly [string, unknown])[]): Doc {
  const copy = { ...doc }
  for (const [name, value] of fields) if (value !== undefined) define(copy, name, value)
  return copy
}

function compilePath(path: string): Expression {
  if (path.startsWith('$$')) throw new StoreError('Location17276', `Use of undefined variable: ${path.slice(2)}`)
  const steps = path.slice(1).split('.')
  if (steps.includes('')) throw new StoreError('Location15998', 'FieldPath field names may not be empty strings.')
  return doc => descend(doc, steps)
}

/** An array on the way gives the array of what its documents have. */
function descend(value: unknown, steps: readonly string[]): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return value
  if (!Array.isArray(value)) return isDoc(value) ? descend(own(value, step), rest) : undefined
  const found = value.filter(isDoc).map(element => descend(element, steps))
  return found.filter(part => part !== undefined)
}

/** The top-level fields that the paths in an expression lead through. */
export function fieldsIn(expression: unknown): string[] {
  if (typeof expression === 'string') return expression.startsWith('$') ? [rootOf(expression.slice(1))] : []
  const parts = Array.isArray(expression) ? expression : isDoc(expression) ? Object.values(expression) : []
  return parts.flatMap(fieldsIn)
}
