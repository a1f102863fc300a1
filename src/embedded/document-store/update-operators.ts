import { conditionsOf, isOperatorDoc } from './conditions.ts'
import { StoreError } from './errors.ts'
import { parseFilter } from './filter.ts'
import type { Operator } from './operators.ts'
import { compareValues } from './order.ts'
import { setAt, unsetAt } from './paths.ts'
import { type Doc, isDoc, kindOf, toShell } from './values.ts'

/** One operator applied to one path of a document that may be changed. */
interface Change {
  doc: Doc
  path: readonly string[]
  argument: unknown
  /** The value at the path, undefined when it is missing. */
  current: unknown
  inserting: boolean
  now: Date
}

/** The update operators, with MongoDB's refusals. */
export const UPDATE_OPERATORS: Record<Operator<'update'>, (change: Change) => void> = {
  $set: ({ doc, path, argument }) => setAt(doc, path, argument),
  $setOnInsert: ({ doc, path, argument, inserting }) => {
    if (inserting) setAt(doc, path, argument)
  },
  $unset: ({ doc, path }) => unsetAt(doc, path),
  $inc: ({ doc, path, argument, current = 0 }) => {
    if (typeof argument !== 'number' || typeof current !== 'number') {
      throw new StoreError(
        'TypeMismatch',
        `Cannot increment ${kindOf(current)} by ${kindOf(argument)} at '${path.join('.')}'`,
      )
    }
    setAt(doc, path, current + argument)
  },
  $min: ({ doc, path, argument, current }) => {
    if (current === undefined || compareValues(argument, current) < 0) setAt(doc, path, argument)
  },
  $max: ({ doc, path, argument, current }) => {
    if (current === undefined || compareValues(argument, current) > 0) setAt(doc, path, argument)
  },
  $currentDate: ({ doc, path, argument, now }) => {
    if (argument !== true && !(isDoc(argument) && argument.$type === 'date')) {
      throw new StoreError('BadValue', `${toShell(argument)} is not a valid type for $currentDate`)
    }
    setAt(doc, path, now)
  },
  $push: ({ doc, path, argument, current }) => setAt(doc, path, [...arrayAt(path, current), ...pushed(argument)]),
  $pull: ({ doc, path, argument, current }) => {
    const test = pullTest(argument)
    const array = arrayAt(path, current)
    if (array.some(test))
      setAt(
        doc,
        path,
        array.filter(element => !test(element)),
      )
  },
}

function arrayAt(path: readonly string[], current: unknown = []): readonly unknown[] {
  if (Array.isArray(current)) return current
  throw new StoreError('BadValue', `The field '${path.join('.')}' must be an array but is of type ${kindOf(current)}`)
}

/** What `$push` adds: one value, or those of `$each`. */
function pushed(argument: unknown): readonly unknown[] {
  if (!isDoc(argument) || !('$each' in argument)) return [argument]
  const { $each: values, ...others } = argument
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw new StoreError('BadValue', `Unrecognized clause in $push: ${unknown}`)
  if (!Array.isArray(values)) throw new StoreError('BadValue', '$each in $push must be an array')
  return values
}

/** `$pull` takes a value, operators on the element, or a filter over the element's fields. */
function pullTest(argument: unknown): (element: unknown) => boolean {
  if (isDoc(argument) && !isOperatorDoc(argument)) {
    const filter = parseFilter(argument)
    return element => isDoc(element) && filter.test(element)
  }
  const conditions = conditionsOf(argument)
  return element => conditions.every(({ test, negated }) => test(element) !== negated)
}
