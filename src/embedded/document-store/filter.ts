import { type Condition, conditionsOf } from './conditions.ts'
import { StoreError } from './errors.ts'
import { isOperator, type Operator } from './operators.ts'
import { rootOf, someValue } from './paths.ts'
import { type Doc, isDoc } from './values.ts'

/** One field with the conditions on it. */
export interface FieldNode {
  kind: 'field'
  path: string
  steps: readonly string[]
  conditions: Condition[]
}

/** A parsed filter: the planner reads its shape, `test` runs it. */
export type FilterNode = { kind: Operator<'logical'>; parts: FilterNode[] } | FieldNode

export interface Filter {
  node: FilterNode
  /** The top-level fields that `test` looks at. */
  roots: ReadonlySet<string>
  test(doc: Doc): boolean
}

/** @throws StoreError BadValue on an operator outside the table or a malformed operand */
export function parseFilter(filter: Doc): Filter {
  const node = parseNode(filter)
  return { node, roots: new Set(rootsOf(node)), test: doc => testNode(node, doc) }
}

function parseNode(filter: Doc): FilterNode {
  const parts = Object.entries(filter).map(([name, operand]): FilterNode => {
    if (isOperator('logical', name)) return { kind: name, parts: parseList(name, operand) }
    if (name.startsWith('$')) throw new StoreError('BadValue', `unknown top level operator: ${name}`)
    return { kind: 'field', path: name, steps: name.split('.'), conditions: conditionsOf(operand) }
  })
  return parts.length === 1 && parts[0] ? parts[0] : { kind: '$and', parts }
}

function parseList(name: string, operand: unknown): FilterNode[] {
  if (Array.isArray(operand) && operand.length > 0 && operand.every(isDoc)) return operand.map(parseNode)
  throw new StoreError('BadValue', `${name} must be a nonempty array of objects`)
}

function testNode(node: FilterNode, doc: Doc): boolean {
  if (node.kind === 'field') {
    return node.conditions.every(({ negated, test }) => someValue(doc, node.steps, true, test) !== negated)
  }
  const holds = (part: FilterNode) => testNode(part, doc)
  return node.kind === '$and' ? node.parts.every(holds) : node.parts.some(holds)
}

function rootsOf(node: FilterNode): string[] {
  return node.kind === 'field' ? [rootOf(node.path)] : node.parts.flatMap(rootsOf)
}

/** The field conditions that must all hold: the filter's top level with every `$and` opened. */
export function requiredFields(node: FilterNode): FieldNode[] {
  if (node.kind === 'field') return [node]
  return node.kind === '$and' ? node.parts.flatMap(requiredFields) : []
}
