/**
 * Every operator and stage that this store understands, in one place. The implementations are tables typed by these
 * lists, so that none is missing; whatever is not listed is refused with MongoDB's code.
 */
export const OPERATORS = {
  logical: ['$and', '$or', '$nor'],
  query: [
    '$eq',
    '$ne',
    '$gt',
    '$gte',
    '$lt',
    '$lte',
    '$in',
    '$nin',
    '$exists',
    '$not',
    '$elemMatch',
    '$size',
    '$all',
    '$regex',
    '$options',
    '$type',
  ],
  update: [
    '$set',
    '$setOnInsert',
    '$unset',
    '$inc',
    '$min',
    '$max',
    '$currentDate',
    '$push',
    '$addToSet',
    '$pull',
    '$pullAll',
    '$pop',
  ],
  pushModifier: ['$each', '$slice', '$position'],
  projection: ['$slice'],
  stage: ['$match', '$sort', '$limit', '$skip', '$project', '$group', '$count', '$unwind', '$addFields', '$set'],
  accumulator: ['$sum', '$avg', '$min', '$max', '$first', '$last', '$push', '$addToSet', '$count'],
  expression: [
    '$literal',
    '$eq',
    '$ne',
    '$gt',
    '$gte',
    '$lt',
    '$lte',
    '$and',
    '$or',
    '$not',
    '$cond',
    '$ifNull',
    '$add',
    '$subtract',
    '$multiply',
    '$divide',
    '$concat',
    '$size',
    '$in',
  ],
} as const satisfies Record<string, readonly string[]>

type OperatorKind = keyof typeof OPERATORS
export type Operator<Kind extends OperatorKind> = (typeof OPERATORS)[Kind][number]

/** Narrows a name to the operators of one kind. */
export function isOperator<Kind extends OperatorKind>(kind: Kind, name: string): name is Operator<Kind> {
  return (OPERATORS[kind] as readonly string[]).includes(name)
}
