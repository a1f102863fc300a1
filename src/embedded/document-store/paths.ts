import { StoreError } from './errors.ts'
import { type Doc, isDoc, toShell } from './values.ts'

const MAX_PADDING = 1_500_000

/** True for a path component that can name an array's element. */
export function isIndex(component: string): boolean {
  return /^(0|[1-9]\d*)$/.test(component)
}

/** The top-level field that a path leads through. */
export function rootOf(path: string): string {
  return path.split('.', 1)[0] ?? ''
}

/** Sets a field, also one with a name that JavaScript treats in its own way (`__proto__`). */
export function define(doc: Doc, name: string, value: unknown): void {
  Object.defineProperty(doc, name, { value, writable: true, enumerable: true, configurable: true })
}

export function own(doc: Doc, name: string): unknown {
  return Object.hasOwn(doc, name) ? doc[name] : undefined
}

/**
 * MongoDB's walk along a dotted path: arrays on the way are entered, their scalars skipped; a missing field is tested
 * as `undefined`. With `each`, an array at the end offers its elements and then itself, otherwise only itself.
 * @returns whether some value passes
 */
export function someValue(
  value: unknown,
  path: readonly string[],
  each: boolean,
  test: (value: unknown) => boolean,
): boolean {
  const [step, ...rest] = path
  if (step === undefined) return (each && Array.isArray(value) && value.some(element => test(element))) || test(value)
  if (!Array.isArray(value)) return isDoc(value) ? someValue(own(value, step), rest, each, test) : test(undefined)
  const named = isIndex(step) && Number(step) < value.length && someValue(value[Number(step)], rest, each, test)
  return named || value.some(element => isDoc(element) && someValue(element, path, each, test))
}

/** The value at a path of an update (array elements by number), or undefined. */
export function valueAt(doc: Doc, path: readonly string[]): unknown {
  return path.reduce<unknown>(child, doc)
}

/** Sets a value, making the documents on the way. @throws StoreError PathNotViable when a scalar stands in the way */
export function setAt(doc: Doc, path: readonly string[], value: unknown): void {
  let container: unknown = doc
  for (const [at, step] of path.entries()) {
    const last = at === path.length - 1
    if (last || child(container, step) === undefined) put(container, step, last ? value : {})
    container = child(container, step)
  }
}

/** Removes a field; an array's element becomes null, so that its neighbours keep their places. */
export function unsetAt(doc: Doc, path: readonly string[]): void {
  const container = valueAt(doc, path.slice(0, -1))
  const last = path.at(-1) ?? ''
  if (isDoc(container)) delete container[last]
  else if (child(container, last) !== undefined) put(container, last, null)
}

function child(container: unknown, step: string): unknown {
  if (Array.isArray(container)) return isIndex(step) ? container[Number(step)] : undefined
  return isDoc(container) ? own(container, step) : undefined
}

function put(container: unknown, step: string, value: unknown): void {
  if (Array.isArray(container) && isIndex(step)) {
    const index = Number(step)
    if (index > container.length + MAX_PADDING) throw new StoreError('BadValue', `element ${step} is too far out`)
    while (container.length < index) container.push(null)
    container[index] = value
  } else if (isDoc(container)) define(container, step, value)
  else throw new StoreError('PathNotViable', `Cannot create field '${step}' in element ${toShell(container)}`)
}
