import type { Condition } from './conditions.ts'
import { type FilterNode, requiredFields } from './filter.ts'
import type { Index } from './index-definition.ts'

/** What a walk along an index is held to: its first `fixed` fields to values, the next one perhaps to a stretch. */
interface Bounds {
  fixed: number
  stretch: boolean
}

/**
 * Whether all that the walk meets matches, so that no document need be read to see it: every key stands for the one
 * value of its document, and the filter asks nothing beyond the bounds.
 */
export function isExact(index: Index, node: FilterNode, { fixed, stretch }: Bounds): boolean {
  if (index.truncated || index.multikey.includes(true) || hasChoice(node)) return false
  const asked = new Map<string, Condition[]>()
  for (const { path, conditions } of requiredFields(node)) {
    asked.set(path, [...(asked.get(path) ?? []), ...conditions])
  }
  return [...asked].every(([path, conditions]) => {
    const at = index.fields.findIndex(field => field.path === path)
    if (at >= 0 && at < fixed) return conditions.length === 1 && conditions.every(isPoint)
    return stretch && at === fixed && isStretch(conditions)
  })
}

const hasChoice = (node: FilterNode): boolean =>
  node.kind === '$or' || (node.kind === '$and' && node.parts.some(hasChoice))

/** A field that is not there stands in the index as null, and is something else in some filters. */
const isValue = (operand: unknown): boolean =>
  typeof operand === 'string' || typeof operand === 'boolean' || (typeof operand === 'number' && !Number.isNaN(operand))

const isPoint = ({ operator, operand }: Condition): boolean =>
  operator === '$in' ? Array.isArray(operand) && operand.every(isValue) : operator === '$eq' && isValue(operand)

/** NaN stands below all numbers in the index and is below none in a filter: only a lower bound leaves it out. */
const isStretch = (conditions: readonly Condition[]): boolean =>
  conditions.some(({ operator }) => operator.startsWith('$gt')) &&
  conditions.every(({ operator, operand }) => /^\$[gl]te?$/.test(operator) && isValue(operand))
