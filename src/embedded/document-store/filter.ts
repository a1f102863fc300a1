import { type Doc, isDoc } from './bson-values.ts'
import { type Condition, conditionsOf } from './conditions.ts'
import { StoreError } from './errors.ts'
import { isOperator } from './operators.ts'
import { rootOf } from './paths.ts'

/** A parsed filter: the planner reads its shape, `test` runs it. */
export type FilterNode =
  | { kind: '$and' | '$or' | '$nor'; parts: FilterNode[] }
  | { kind: 'field'; path: string; steps: readonly string[]; conditions: Condition[] }

export interface Filter {
  node: FilterNode
  /** The top-level fields that `test` looks at. */
  roots: ReadonlySet<string>
  test(doc: Doc): boolean
}

/** @throws StoreError BadValue on an operator outside the table or a malformed operand */
export function parseFilter(filter: Doc): Filter {
  const node = parseNode(filter)
  const roots = new Set<string>()
  collectRoots(node, roots)
  return { node, roots, test: doc => testNode(node, doc) }
}

function parseNode(filter: Doc): FilterNode {
  const parts: FilterNode[] = []
  for (const [name, operand] of Object.entries(filter)) {
    if (!name.startsWith('$')) {
      parts.push({ kind: 'field', path: name, steps: name.split('.'), conditions: conditionsOf(operand, parseFilter) })
    } else if (isOperator('logical', name)) {
      parts.push({ kind: name, parts: parseList(name, operand) })
    } else {
      throw new StoreError('BadValue', `unknown top level operator: ${name}`)
    }
  }
  return parts.length === 1 && parts[0] ? parts[0] : { kind: '$and', parts }
}

function parseList(name: string, operand: unknown): FilterNode[] {
  if (!Array.isArray(operand)) throw new StoreError('BadValue', `${name} must be an array`)
  if (operand.length === 0) throw new StoreError('BadValue', '$and/$or/$nor must be a nonempty array')
  return operand.map(part => {
    if (!isDoc(part)) throw new StoreError('BadValue', '$or/$and/$nor entries need to be full objects')
    return parseNode(part)
  })
}

function testNode(node: FilterNode, doc: Doc): boolean {
  switch (node.kind) {
    case 'field':
      return node.conditions.every(condition => condition.onPath(doc, node.steps))
    case '$and':
      return node.parts.every(part => testNode(part, doc))
    case '$or':
      return node.parts.some(part => testNode(part, doc))
    case '$nor':
      return !node.parts.some(part => testNode(part, doc))
    default:
      return node satisfies never
  }
}

function collectRoots(node: FilterNode, roots: Set<string>): void {
  if (node.kind === 'field') roots.add(rootOf(node.path))
  else for (const part of node.parts) collectRoots(part, roots)
}

/** The field conditions that must all hold: the filter's top level with every `$and` opened. */
export function requiredFields(node: FilterNode): Extract<FilterNode, { kind: 'field' }>[] {
  if (node.kind === 'field') return [node]
  return node.kind === '$and' ? node.parts.flatMap(requiredFields) : []
}
