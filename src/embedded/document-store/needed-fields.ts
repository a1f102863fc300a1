import { isDoc } from './bson-values.ts'
import { parseFilter } from './filter.ts'
import type { Operator } from './operators.ts'
import { rootOf } from './paths.ts'
import type { NamedStage } from './pipeline.ts'

const NOTHING = () => []

/** The top-level fields that a stage looks at. A stage that is missing here hands on what it was not asked for. */
const LOOKS_AT: Partial<Record<Operator<'stage'>, (argument: unknown) => string[]>> = {
  $match: argument => (isDoc(argument) ? [...parseFilter(argument).roots] : []),
  $sort: argument => (isDoc(argument) ? Object.keys(argument).map(rootOf) : []),
  $limit: NOTHING,
  $skip: NOTHING,
  $unwind: fieldPaths,
  $group: fieldPaths,
  $count: NOTHING,
}

/**
 * The top-level fields that a pipeline looks at before it groups or counts, so that nothing else has to be decoded;
 * undefined when whole documents may come out of it.
 */
export function neededFields(stages: readonly NamedStage[]): ReadonlySet<string> | undefined {
  const fields = new Set<string>()
  for (const { name, argument } of stages) {
    for (const field of LOOKS_AT[name]?.(argument) ?? ['$']) fields.add(field)
    if ([...fields].some(field => field.startsWith('$'))) return undefined
    if (name === '$group' || name === '$count') return fields
  }
  return undefined
}

/** Every text that begins with a dollar may be a path; `$$ROOT` keeps its second dollar and asks for everything. */
function fieldPaths(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('$') ? [rootOf(value.slice(1))] : []
  if (Array.isArray(value)) return value.flatMap(fieldPaths)
  return isDoc(value) ? Object.values(value).flatMap(fieldPaths) : []
}
