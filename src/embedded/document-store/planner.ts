import { isTruthy } from './bson-values.ts'
import type { Condition } from './conditions.ts'
import { type Bound, type Constraint, constraintsOf, type Interval, intervalOf } from './constraints.ts'
import { type Filter, type FilterNode, requiredFields } from './filter.ts'
import type { Index, IndexField } from './index-definition.ts'
import { after, boundValues, isTruncated, type KeyRange, prefixOf, storedValues } from './key-layout.ts'
import { equalValues, KeyWriter } from './order.ts'

export interface SortField {
  path: string
  descending: boolean
}

/** How the documents are found. Without an index the whole collection is read. */
export interface Plan {
  index: Index | undefined
  ranges: KeyRange[]
  reverse: boolean
  /** The walk gives the order asked for. */
  sorted: boolean
  /** The ranges hold exactly the filter's matches. */
  exact: boolean
}

interface Candidate extends Plan {
  index: Index
  score: number
}

/** More combinations of `$in` values than this are not worth a range each. */
const MAX_POINTS = 4000

const COLLECTION_SCAN: Plan = { index: undefined, ranges: [], reverse: false, sorted: false, exact: false }

/** The best way to the documents; several plans when a `$or` needs one for each branch. */
export function planQuery(indexes: readonly Index[], filter: Filter, sort: readonly SortField[]): Plan[] {
  const best = bestIndex(indexes, filter, sort)
  if (best && best.score >= SCORES.point) return [best]
  return branchPlans(indexes, filter) ?? [best ?? COLLECTION_SCAN]
}

function bestIndex(indexes: readonly Index[], filter: Filter, sort: readonly SortField[]): Candidate | undefined {
  const constraints = constraintsOf(filter.node)
  let best: Candidate | undefined
  for (const index of indexes) {
    if (index.partial && !implies(filter.node, constraints, index.partial.node)) continue
    const candidate = candidateFor(index, filter, constraints, sort)
    if (candidate && candidate.score > (best?.score ?? 0)) best = candidate
  }
  return best
}

function branchPlans(indexes: readonly Index[], filter: Filter): Plan[] | undefined {
  const parts = filter.node.kind === '$and' ? filter.node.parts : [filter.node]
  for (const part of parts) {
    if (part.kind !== '$or') continue
    const plans = part.parts.map(branch => {
      const node: FilterNode = { kind: '$and', parts: [branch, ...parts.filter(other => other !== part)] }
      return bestIndex(indexes, { ...filter, node }, [])
    })
    if (plans.every(plan => plan !== undefined)) return plans.map(plan => ({ ...plan, exact: false, sorted: false }))
  }
  return undefined
}

/** A whole unique key beats everything; then each fixed field, the order wanted, a range. */
const SCORES = { unique: 10_000, point: 100, sort: 60, range: 40 }

function candidateFor(
  index: Index,
  filter: Filter,
  constraints: ReadonlyMap<string, Constraint>,
  sort: readonly SortField[],
): Candidate | undefined {
  let tuples: Buffer[] = [Buffer.alloc(0)]
  let fixed = 0
  for (const field of index.fields) {
    const points = constraints.get(field.path)?.points
    if (!points || !usable(index, fixed) || tuples.length * points.length > MAX_POINTS) break
    const keys = distinctKeys(points, field)
    tuples = tuples.flatMap(tuple => keys.map(key => Buffer.concat([tuple, key])))
    fixed++
  }
  const field = index.fields[fixed]
  const interval = field && usable(index, fixed) ? intervalFor(index, fixed, constraints.get(field.path)) : undefined
  const order = orderOf(index, fixed, sort, constraints)
  const whole = fixed === index.fields.length
  const score =
    fixed * SCORES.point +
    (index.unique && whole ? SCORES.unique : 0) +
    (order && sort.length > 0 ? SCORES.sort : 0) +
    (interval ? SCORES.range : 0)
  if (score === 0) return undefined
  const prefix = prefixOf(index.id)
  const ranges = tuples
    .map(tuple => rangeFor(prefix, tuple, whole, field, interval))
    .filter(({ start, end }) => Buffer.compare(start, end) < 0)
    .sort((left, right) => Buffer.compare(left.start, right.start))
  return {
    index,
    ranges,
    score,
    reverse: order === 'backward',
    sorted: order !== undefined,
    exact: covers(filter, index, fixed),
  }
}

/**
 * A second field with arrays narrows nothing: its condition may be met by another element of the same array than the one
 * that met the first field's.
 */
function usable(index: Index, at: number): boolean {
  return !index.multikey[at] || !index.multikey.slice(0, at).includes(true)
}

function distinctKeys(points: readonly unknown[], { descending }: IndexField): Buffer[] {
  const keys = new Map<string, Buffer>()
  for (const point of points) {
    const writer = new KeyWriter()
    const key = (descending ? writer.inverted(point) : writer.value(point)).take()
    keys.set(key.toString('latin1'), key)
  }
  return [...keys.values()].sort(Buffer.compare)
}

/** On an index with arrays two bounds may be met by two elements, so only one of them narrows the walk. */
function intervalFor(index: Index, at: number, constraint: Constraint | undefined): Interval | undefined {
  const [first, ...others] = constraint?.intervals ?? []
  if (!first || index.multikey[at]) return first
  return others.reduce(
    (narrow, other) => ({
      lower: laterBound(narrow.lower, other.lower),
      upper: laterBound(narrow.upper, other.upper) === narrow.upper ? other.upper : narrow.upper,
    }),
    first,
  )
}

function laterBound(left: Bound, right: Bound): Bound {
  return Buffer.compare(position(left), position(right)) >= 0 ? left : right
}

function position({ bytes, after: above }: Bound): Buffer {
  return above ? after(bytes) : bytes
}

function rangeFor(
  prefix: Buffer,
  tuple: Buffer,
  whole: boolean,
  field: IndexField | undefined,
  interval: Interval | undefined,
): KeyRange {
  if (!field || !interval) {
    const values = whole ? storedValues(tuple) : boundValues(tuple)
    const key = Buffer.concat([prefix, values])
    return { start: key, end: after(key) }
  }
  const [low, high] = field.descending ? [flip(interval.upper), flip(interval.lower)] : [interval.lower, interval.upper]
  return { start: edge(prefix, tuple, low, false), end: edge(prefix, tuple, high, true) }
}

function flip({ bytes, after: above }: Bound): Bound {
  return { bytes: Buffer.from(bytes.map(byte => ~byte)), after: !above }
}

/** The key of a bound. A bound too long to be told from its neighbours is drawn `wide`, above or below them all. */
function edge(prefix: Buffer, tuple: Buffer, bound: Bound, wide: boolean): Buffer {
  const values = Buffer.concat([tuple, bound.bytes])
  const key = Buffer.concat([prefix, boundValues(values)])
  return (isTruncated(values) ? wide : bound.after) ? after(key) : key
}

/**
 * Whether the walk gives the wanted order, and in which direction. Fields held to one value do not count; the ranges of
 * an `$in` stand in index order, so the walk as a whole does.
 */
function orderOf(
  index: Index,
  fixed: number,
  sort: readonly SortField[],
  constraints: ReadonlyMap<string, Constraint>,
): 'forward' | 'backward' | undefined {
  if (sort.length === 0) return 'forward'
  if (index.truncated) return undefined
  const isSingle = (path: string) => constraints.get(path)?.points?.length === 1
  const steps = index.fields
    .map((field, at) => ({ ...field, at }))
    .filter(({ path, at }) => !(at < fixed && isSingle(path)))
  const open = sort.filter(({ path }) => {
    const at = index.fields.findIndex(field => field.path === path)
    return !(isSingle(path) && at >= 0 && !index.multikey[at])
  })
  const backward = open.length > 0 && open[0]?.descending !== steps[0]?.descending
  const fits = open.every(({ path, descending }, step) => {
    const field = steps[step]
    return field?.path === path && !index.multikey[field.at] && (field.descending !== descending) === backward
  })
  if (!fits) return undefined
  return backward ? 'backward' : 'forward'
}

/** True when the ranges alone decide: plain equality on the first fields of the index and on nothing else. */
function covers({ node }: Filter, index: Index, fixed: number): boolean {
  if (node.kind !== 'field' && (node.kind !== '$and' || node.parts.some(part => part.kind !== 'field'))) return false
  const fields = requiredFields(node)
  return (
    fields.length === fixed &&
    !index.truncated &&
    index.fields.slice(0, fixed).every(({ path }) => fields.some(field => field.path === path)) &&
    fields.every(
      ({ conditions }) =>
        conditions.length === 1 &&
        conditions.every(({ operator, operand }) => operator === '$eq' && operand !== null && operand !== undefined),
    )
  )
}

/** Whether every match of the filter is in a partial index. */
function implies(node: FilterNode, constraints: ReadonlyMap<string, Constraint>, partial: FilterNode): boolean {
  const demands = requiredFields(node)
  return requiredFields(partial).every(({ path, conditions }) => {
    const given = demands.filter(demand => demand.path === path).flatMap(demand => demand.conditions)
    return conditions.every(wanted => given.some(has => isSame(has, wanted)) || ensures(constraints.get(path), wanted))
  })
}

function isSame(given: Condition, wanted: Condition): boolean {
  return given.operator === wanted.operator && equalValues(given.operand, wanted.operand)
}

function ensures(constraint: Constraint | undefined, wanted: Condition): boolean {
  if (!constraint) return false
  // A null asked for is also met by a missing field.
  if (constraint.points?.every(point => wanted.onValue(point ?? undefined))) return true
  if (wanted.operator === '$exists') return isTruthy(wanted.operand) && constraint.intervals.length > 0
  const outer = intervalOf(wanted)
  return outer !== undefined && constraint.intervals.some(inner => within(inner, outer))
}

function within(inner: Interval, outer: Interval): boolean {
  return (
    Buffer.compare(position(inner.lower), position(outer.lower)) >= 0 &&
    Buffer.compare(position(inner.upper), position(outer.upper)) <= 0
  )
}
