import { type Constraint, constraintsOf, type Interval } from './constraints.ts'
import { isExact } from './exactness.ts'
import { type Filter, requiredFields } from './filter.ts'
import type { Index } from './index-definition.ts'
import { after, isTruncated, type KeyRange, prefixOf, rangeOf, shortened, storedValues } from './key-layout.ts'
import { equalValues, inverted, orderKey } from './order.ts'
import type { SortField } from './sort.ts'

/** How an index finds the documents. */
export interface Plan {
  index: Index
  ranges: KeyRange[]
  reverse: boolean
  /** The walk gives the order asked for. */
  sorted: boolean
  /** All that the walk meets matches: no document need be read to see it. */
  exact: boolean
}

type Constraints = ReadonlyMap<string, Constraint>

/** More combinations of `$in` values than this are not worth a range each. */
const MAX_POINTS = 4000

/** A whole unique key beats everything; then each fixed field, the order wanted, a range. */
const SCORES = { unique: 10_000, point: 100, sort: 60, range: 40 }

/** The index that finds the documents best, or undefined: then the whole collection has to be read. */
export function planQuery(indexes: readonly Index[], filter: Filter, sort: readonly SortField[]): Plan | undefined {
  const constraints = constraintsOf(filter.node)
  let best: Candidate | undefined
  for (const index of indexes) {
    if (index.partial && !implies(filter, index.partial)) continue
    const candidate = candidateFor(index, filter, constraints, sort)
    if (candidate.score > (best?.score ?? 0)) best = candidate
  }
  return best && { ...best.plan, exact: best.isExact() }
}

interface Candidate {
  score: number
  plan: Omit<Plan, 'exact'>
  /** asked of the chosen one only: every query plans */
  isExact: () => boolean
}

function candidateFor(index: Index, filter: Filter, constraints: Constraints, sort: readonly SortField[]): Candidate {
  let tuples: Buffer[] = [Buffer.alloc(0)]
  let fixed = 0
  for (const field of index.fields) {
    const points = constraints.get(field.path)?.points
    if (!points || !usable(index, fixed) || tuples.length * points.length > MAX_POINTS) break
    tuples = tuples.flatMap(tuple => points.map(point => Buffer.concat([tuple, orderKey(point, field.descending)])))
    fixed++
  }
  const whole = fixed === index.fields.length
  const interval = intervalFor(index, fixed, constraints)
  const order = orderOf(index, fixed, sort, constraints)
  const ranges = tuples
    .map(tuple => rangeFor(index, tuple, whole, interval))
    .filter(({ start, end }) => Buffer.compare(start, end) < 0)
    .sort((left, right) => Buffer.compare(left.start, right.start))
  const score =
    fixed * SCORES.point +
    (index.unique && whole ? SCORES.unique : 0) +
    (order && sort.length > 0 ? SCORES.sort : 0) +
    (interval ? SCORES.range : 0)
  return {
    score,
    plan: { index, ranges, reverse: order === 'backward', sorted: order !== undefined },
    isExact: () =>
      isExact(index, filter.node, { fixed, stretch: interval !== undefined }) &&
      tuples.every(tuple => !isTruncated(boundOf(tuple, interval))),
  }
}

/**
 * A second field with arrays narrows nothing: its condition may be met by another element of the same array than the one
 * that met the first field's.
 */
function usable(index: Index, at: number): boolean {
  return !index.multikey[at] || !index.multikey.slice(0, at).includes(true)
}

/** On an index with arrays two bounds may be met by two elements, so only one of them narrows the walk. */
function intervalFor(index: Index, at: number, constraints: Constraints): Interval | undefined {
  const field = index.fields[at]
  if (!field || !usable(index, at)) return undefined
  const intervals = constraints.get(field.path)?.intervals.slice(0, index.multikey[at] ? 1 : undefined) ?? []
  const lower = intervals
    .map(interval => interval.lower)
    .sort(Buffer.compare)
    .at(-1)
  const upper = intervals
    .map(interval => interval.upper)
    .sort(Buffer.compare)
    .at(0)
  if (!lower || !upper) return undefined
  return field.descending ? { lower: after(inverted(upper)), upper: after(inverted(lower)) } : { lower, upper }
}

/** At least as long as either end of the tuple's stretch. */
const boundOf = (tuple: Buffer, interval: Interval | undefined): Buffer =>
  interval ? Buffer.concat([tuple, interval.lower, interval.upper]) : tuple

/** The keys of one tuple of values. A bound too long to be told from its neighbours takes them all in. */
function rangeFor(index: Index, tuple: Buffer, whole: boolean, interval: Interval | undefined): KeyRange {
  const keyOf = (values: Uint8Array) => Buffer.concat([prefixOf(index.id), values])
  if (!interval) return rangeOf(keyOf(whole ? storedValues(tuple) : shortened(tuple)))
  const start = keyOf(shortened(Buffer.concat([tuple, interval.lower])))
  const end = Buffer.concat([tuple, interval.upper])
  return { start, end: isTruncated(end) ? after(keyOf(shortened(end))) : keyOf(end) }
}

/**
 * Whether the walk gives the wanted order, and in which direction. Fields held to one value do not count; the ranges of
 * an `$in` stand in index order, so the walk as a whole does.
 */
function orderOf(index: Index, fixed: number, sort: readonly SortField[], constraints: Constraints) {
  if (sort.length === 0) return 'forward'
  if (index.truncated) return undefined
  const steps = index.fields.map((field, at) => {
    const constant = at < fixed && constraints.get(field.path)?.points?.length === 1
    return { ...field, multikey: index.multikey[at] === true, constant }
  })
  const moving = steps.filter(step => !step.constant)
  const wanted = sort.filter(({ path }) => !steps.some(step => step.path === path && step.constant && !step.multikey))
  const backward = wanted.length > 0 && wanted[0]?.descending !== moving[0]?.descending
  const fits = wanted.every(({ path, descending }, at) => {
    const step = moving[at]
    return step?.path === path && !step.multikey && (step.descending !== descending) === backward
  })
  if (!fits) return undefined
  return backward ? 'backward' : 'forward'
}

/** Whether every match of the filter is in a partial index: each of its conditions stands in the filter as it is. */
function implies(filter: Filter, partial: Filter): boolean {
  const given = requiredFields(filter.node)
  return requiredFields(partial.node).every(({ path, conditions }) => {
    const has = given.filter(field => field.path === path).flatMap(field => field.conditions)
    return conditions.every(wanted =>
      has.some(({ operator, operand }) => operator === wanted.operator && equalValues(operand, wanted.operand)),
    )
  })
}
