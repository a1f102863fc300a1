import { type Doc, isDoc } from './bson-values.ts'

const INDEX = /^(0|[1-9]\d*)$/

/** True for a path component that can name an array's element. */
export function isIndex(component: string): boolean {
  return INDEX.test(component)
}

export function rootOf(path: string): string {
  const dot = path.indexOf('.')
  return dot < 0 ? path : path.slice(0, dot)
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
  at = 0,
): boolean {
  const component = path[at]
  if (component === undefined) {
    return (each && Array.isArray(value) && value.some(element => test(element))) || test(value)
  }
  if (Array.isArray(value)) {
    if (isIndex(component) && Number(component) < value.length) {
      if (someValue(value[Number(component)], path, each, test, at + 1)) return true
    }
    return value.some(element => isDoc(element) && someValue(element, path, each, test, at))
  }
  return isDoc(value) ? someValue(own(value, component), path, each, test, at + 1) : test(undefined)
}
