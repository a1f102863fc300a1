import type { BSONRegExp } from './bson-values.ts'
import { StoreError } from './errors.ts'

const FLAGS: Record<string, string> = { i: 'i', m: 'm', s: 's', u: '' }

/** A regular expression in the part of the syntax that PCRE and JavaScript (with the u flag) share; else refused. */
export function compileRegex({ pattern, options }: BSONRegExp): RegExp {
  const flags = [...options].map(option => {
    const flag = FLAGS[option]
    if (flag === undefined) throw new StoreError('Location51108', `invalid flag in regex options: ${option}`)
    return flag
  })
  try {
    return new RegExp(pattern, `u${flags.join('')}`)
  } catch (cause) {
    throw new StoreError(
      'Location51091',
      `Regular expression is invalid: ${cause instanceof Error ? cause.message : ''}`,
    )
  }
}

/** The literal text that every match starts with (`^abc` -> abc), or undefined when there is none to search by. */
export function anchoredPrefix({ pattern, options }: BSONRegExp): string | undefined {
  if (!pattern.startsWith('^') || options.includes('i') || options.includes('m') || pattern.includes('|'))
    return undefined
  const literal = /^\^((?:[\p{L}\p{N}\p{M} _:;,@#%&<>="'~!-]|\\[^\p{L}\p{N}])*)/u.exec(pattern)?.[1] ?? ''
  const after = pattern.slice(1 + literal.length)
  // A quantifier makes the last literal optional.
  const certain = /^[*?{]/.test(after) ? literal.replace(/\\?.$/su, '') : literal
  const prefix = certain.replace(/\\(.)/gsu, '$1')
  return prefix === '' ? undefined : prefix
}
