import { calculate, IntegerOverflow } from './arithmetic.ts'
import { type Doc, isDoc, isNumeric, toInteger, toNumber, toShell, typeOf } from './bson-values.ts'
import { conditionsOf, elementTest, isOperatorDoc } from './conditions.ts'
import { StoreError } from './errors.ts'
import { parseFilter } from './filter.ts'
import { isOperator, type Operator } from './operators.ts'
import { compareValues, equalValues } from './order.ts'
import { setAt, unsetAt } from './update-paths.ts'

/** One operator applied to one concrete path of a document that may be changed. */
interface Change {
  doc: Doc
  path: readonly string[]
  argument: unknown
  inserting: boolean
  now: Date
}

type Apply = (change: Change, current: unknown) => void

/** The update operators, with MongoDB's refusals. `current` is the value at the path, undefined when it is missing. */
export const UPDATE_OPERATORS: Record<Operator<'update'>, Apply> = {
  $set: ({ doc, path, argument }) => setAt(doc, path, argument),
  $setOnInsert: ({ doc, path, argument, inserting }) => {
    if (inserting) setAt(doc, path, argument)
  },
  $unset: ({ doc, path }) => unsetAt(doc, path),
  $inc: increment,
  $min: ({ doc, path, argument }, current) => {
    if (current === undefined || compareValues(argument, current) < 0) setAt(doc, path, argument)
  },
  $max: ({ doc, path, argument }, current) => {
    if (current === undefined || compareValues(argument, current) > 0) setAt(doc, path, argument)
  },
  $currentDate: ({ doc, path, argument, now }) => {
    const isDate = argument === true || (isDoc(argument) && argument.$type === 'date')
    if (!isDate) {
      throw new StoreError(
        'BadValue',
        `${toShell(argument)} is not a valid type for $currentDate in the embedded store.`,
      )
    }
    setAt(doc, path, now)
  },
  $push: ({ doc, path, argument }, current) => {
    if (current !== undefined && !Array.isArray(current)) {
      throw new StoreError(
        'BadValue',
        `The field '${path.join('.')}' must be an array but is of type ${typeOf(current)} in document ${documentName(doc)}`,
      )
    }
    setAt(doc, path, pushed(current ?? [], argument))
  },
  $addToSet: ({ doc, path, argument }, current) => {
    if (current !== undefined && !Array.isArray(current)) {
      throw new StoreError(
        'BadValue',
        `Cannot apply $addToSet to non-array field. Field named '${path.join('.')}' has non-array type ${typeOf(current)}`,
      )
    }
    const set: unknown[] = [...(current ?? [])]
    for (const value of isDoc(argument) && '$each' in argument ? eachOf('$addToSet', argument) : [argument]) {
      if (!set.some(member => equalValues(member, value))) set.push(value)
    }
    setAt(doc, path, set)
  },
  $pull: ({ doc, path, argument }, current) => {
    const test = pullTest(argument)
    keep('$pull', doc, path, current, element => !test(element))
  },
  $pullAll: ({ doc, path, argument }, current) => {
    if (!Array.isArray(argument)) {
      throw new StoreError('BadValue', `$pullAll requires an array argument but was given a ${typeOf(argument)}`)
    }
    keep('$pullAll', doc, path, current, element => !argument.some(value => equalValues(element, value)))
  },
  $pop: ({ doc, path, argument }, current) => {
    if (!isNumeric(argument) || Math.abs(toNumber(argument)) !== 1) {
      throw new StoreError('FailedToParse', `$pop expects 1 or -1, found: ${toShell(argument)}`)
    }
    if (current === undefined) return
    if (!Array.isArray(current)) {
      throw new StoreError(
        'TypeMismatch',
        `Path '${path.join('.')}' contains an element of non-array type '${typeOf(current)}'`,
      )
    }
    setAt(doc, path, toNumber(argument) === 1 ? current.slice(0, -1) : current.slice(1))
  },
}

function increment({ doc, path, argument }: Change, current: unknown): void {
  const name = path.join('.')
  if (!isNumeric(argument)) {
    throw new StoreError('TypeMismatch', `Cannot increment with non-numeric argument: {${name}: ${toShell(argument)}}`)
  }
  if (current === undefined) {
    setAt(doc, path, argument)
    return
  }
  if (!isNumeric(current)) {
    throw new StoreError(
      'TypeMismatch',
      `Cannot apply $inc to a value of non-numeric type. ${documentName(doc)} has the field '${path[path.length - 1]}' of non-numeric type ${typeOf(current)}`,
    )
  }
  try {
    setAt(doc, path, calculate('add', current, argument))
  } catch (error) {
    if (!(error instanceof IntegerOverflow)) throw error
    throw new StoreError(
      'BadValue',
      `Failed to apply $inc operations to current value ((NumberLong)${current}) for document ${documentName(doc)}`,
    )
  }
}

function documentName(doc: Doc): string {
  return `{_id: ${toShell(doc._id)}}`
}

function eachOf(operator: string, argument: Doc): unknown[] {
  if (Array.isArray(argument.$each)) return argument.$each
  throw new StoreError(
    operator === '$push' ? 'BadValue' : 'TypeMismatch',
    `The argument to $each in ${operator} must be an array but it was of type: ${typeOf(argument.$each)}`,
  )
}

function pushed(current: readonly unknown[], argument: unknown): unknown[] {
  if (!isDoc(argument) || !('$each' in argument)) return [...current, argument]
  for (const name of Object.keys(argument)) {
    if (!isOperator('pushModifier', name)) throw new StoreError('BadValue', `Unrecognized clause in $push: ${name}`)
  }
  const array = [...current]
  const position = toInteger(argument.$position, '$position', array.length)
  array.splice(position, 0, ...eachOf('$push', argument))
  if (argument.$slice === undefined) return array
  const slice = toInteger(argument.$slice, '$slice', 0)
  if (slice < 0) return array.slice(slice)
  return array.slice(0, slice)
}

/** `$pull` takes a value, operators on the element, or a filter over the element's fields. */
function pullTest(argument: unknown): (element: unknown) => boolean {
  if (isDoc(argument) && !isOperatorDoc(argument)) return elementTest(argument, parseFilter)
  const conditions = conditionsOf(argument, parseFilter)
  return element => conditions.every(condition => condition.onValue(element))
}

function keep(
  operator: string,
  doc: Doc,
  path: readonly string[],
  current: unknown,
  kept: (element: unknown) => boolean,
): void {
  if (current === undefined) return
  if (!Array.isArray(current)) throw new StoreError('BadValue', `Cannot apply ${operator} to a non-array value`)
  setAt(doc, path, current.filter(kept))
}
