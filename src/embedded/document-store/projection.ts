import { type Doc, isDoc, isNumeric, isTruthy, toInteger, toNumber } from './bson-values.ts'
import { StoreError } from './errors.ts'
import { isOperator } from './operators.ts'
import { define } from './paths.ts'

/** What becomes of one field: kept, dropped, cut, computed, or decided field by field below it. */
type Rule = 'keep' | 'drop' | { slice: [skip: number, count: number] } | { compute: Compute } | { below: Rules }
type Rules = Map<string, Rule>
type Compute = (doc: Doc) => unknown

export type Projection = (doc: Doc) => Doc

/** Compiles what is no plain number or boolean; find has no expressions and refuses them. */
type CompileExpression = (expression: unknown) => Compute

const refuseExpression: CompileExpression = expression => {
  const operator = isDoc(expression) ? Object.keys(expression)[0] : undefined
  throw new StoreError('Location31325', `Unknown expression ${operator ?? String(expression)}`)
}

/**
 * A projection by inclusion or exclusion, or undefined when everything is wanted.
 * @throws StoreError Location31253 and 31254 for a mixture, 31249 for colliding paths
 */
export function parseProjection(spec: unknown, compile: CompileExpression = refuseExpression): Projection | undefined {
  if (spec === undefined || spec === null) return undefined
  if (!isDoc(spec)) throw new StoreError('TypeMismatch', 'Expected field projection to be of type object')
  if (Object.keys(spec).length === 0) return undefined
  const rules: Rules = new Map()
  addRules(rules, spec, '', compile)
  const inclusion = modeOf(rules)
  return doc => project(doc, rules, inclusion, doc, true)
}

function addRules(rules: Rules, spec: Doc, prefix: string, compile: CompileExpression): void {
  for (const [name, value] of Object.entries(spec)) {
    const path = prefix + name
    if (name.startsWith('$') || name.split('.').includes('$')) refuseExpression({ [name]: value })
    if (isDoc(value) && !Object.keys(value)[0]?.startsWith('$')) addRules(rules, value, `${path}.`, compile)
    else addRule(rules, path.split('.'), ruleOf(value, compile), path)
  }
}

function ruleOf(value: unknown, compile: CompileExpression): Rule {
  if (typeof value === 'boolean' || isNumeric(value)) return isTruthy(value) ? 'keep' : 'drop'
  const operator = isDoc(value) ? Object.keys(value)[0] : undefined
  if (compile === refuseExpression && isDoc(value) && operator && isOperator('projection', operator)) {
    return { slice: sliceOf(value.$slice) }
  }
  return { compute: compile(value) }
}

function sliceOf(argument: unknown): [number, number] {
  if (Array.isArray(argument) && argument.length === 2) {
    const count = toInteger(argument[1], '$slice', 0)
    if (count <= 0) throw new StoreError('Location28667', 'Third argument to $slice must be positive')
    return [toInteger(argument[0], '$slice', 0), count]
  }
  if (!isNumeric(argument))
    throw new StoreError('Location28667', 'First argument to $slice must be an array or a number')
  const count = Math.trunc(toNumber(argument))
  return count < 0 ? [count, -count] : [0, count]
}

function addRule(rules: Rules, path: readonly string[], rule: Rule, whole: string): void {
  const [name, ...rest] = path
  if (name === undefined) return
  const present = rules.get(name)
  if (rest.length === 0) {
    if (present !== undefined) throw new StoreError('Location31249', `Path collision at ${whole}`)
    rules.set(name, rule)
    return
  }
  if (present !== undefined && !(typeof present === 'object' && 'below' in present)) {
    throw new StoreError('Location31249', `Path collision at ${whole} remaining portion ${rest.join('.')}`)
  }
  const below: Rules = present?.below ?? new Map()
  rules.set(name, { below })
  addRule(below, rest, rule, whole)
}

/** True for inclusion. `_id` may go against the others; a projection of slices alone keeps the rest. */
function modeOf(rules: Rules): boolean {
  let inclusion: boolean | undefined
  const visit = (part: Rules, prefix: string): void => {
    for (const [name, rule] of part) {
      const path = prefix + name
      if (typeof rule === 'object') {
        if ('below' in rule) visit(rule.below, `${path}.`)
        else if ('compute' in rule) inclusion ??= true
        continue
      }
      if (path === '_id') continue
      if (inclusion !== undefined && inclusion !== (rule === 'keep')) throw mixture(path, inclusion)
      inclusion = rule === 'keep'
    }
  }
  visit(rules, '')
  return inclusion ?? rules.get('_id') === 'keep'
}

function mixture(path: string, inclusion: boolean): StoreError {
  return inclusion
    ? new StoreError('Location31254', `Cannot do exclusion on field ${path} in inclusion projection`)
    : new StoreError('Location31253', `Cannot do inclusion on field ${path} in exclusion projection`)
}

function project(doc: Doc, rules: Rules, inclusion: boolean, root: Doc, top: boolean): Doc {
  const result: Doc = {}
  for (const [name, value] of Object.entries(doc)) {
    const rule = rules.get(name) ?? (inclusion && !(top && name === '_id') ? 'drop' : 'keep')
    const projected = projectValue(value, rule, inclusion, root)
    if (projected !== undefined) define(result, name, projected)
  }
  for (const [name, rule] of rules) {
    const value = computed(rule, inclusion, root, doc[name])
    if (value !== undefined) define(result, name, value)
  }
  return result
}

/** The value of a computed field, or of a document that only computed fields make. */
function computed(rule: Rule, inclusion: boolean, root: Doc, present: unknown): unknown {
  if (typeof rule !== 'object') return undefined
  if ('compute' in rule) return rule.compute(root)
  if (!('below' in rule) || isContainer(present)) return undefined
  const made = project({}, rule.below, inclusion, root, false)
  return Object.keys(made).length > 0 ? made : undefined
}

function projectValue(value: unknown, rule: Rule, inclusion: boolean, root: Doc): unknown {
  if (rule === 'drop') return undefined
  if (rule === 'keep') return value
  if ('compute' in rule) return undefined
  if ('slice' in rule) return Array.isArray(value) ? sliced(value, rule.slice) : value
  if (isDoc(value)) return project(value, rule.below, inclusion, root, false)
  // Inclusion below an array keeps its documents only, exclusion its scalars too.
  if (Array.isArray(value)) {
    return value
      .filter(element => !inclusion || isContainer(element))
      .map(element => projectValue(element, rule, inclusion, root))
  }
  return inclusion ? undefined : value
}

function isContainer(value: unknown): boolean {
  return isDoc(value) || Array.isArray(value)
}

function sliced(array: readonly unknown[], [skip, count]: [number, number]): unknown[] {
  const start = skip < 0 ? Math.max(0, array.length + skip) : skip
  return array.slice(start, start + count)
}
