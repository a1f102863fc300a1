/**
 * Every operator and stage that this store understands, in one place: what our models send, and little more. The
 * implementations are tables typed by these lists, so that none is missing; whatever is not listed is refused.
 */
export const OPERATORS = {
  logical: ['$and', '$or'],
  query: ['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$regex'],
  update: ['$set', '$setOnInsert', '$unset', '$inc', '$min', '$max', '$currentDate', '$push', '$pull'],
  stage: ['$match', '$sort', '$limit', '$group'],
  accumulator: ['$sum', '$min'],
} as const satisfies Record<string, readonly string[]>

type OperatorKind = keyof typeof OPERATORS
export type Operator<Kind extends OperatorKind> = (typeof OPERATORS)[Kind][number]

/** Narrows a name to the operators of one kind. */
export function isOperator<Kind extends OperatorKind>(kind: Kind, name: string): name is Operator<Kind> {
  return (OPERATORS[kind] as readonly string[]).includes(name)
}
