import { isNumeric, TYPES, type TypeName, toNumber, typeOf } from './bson-values.ts'
import { StoreError } from './errors.ts'

const NUMBERS: readonly TypeName[] = ['int', 'long', 'double', 'decimal']
const BY_CODE: ReadonlyMap<number, TypeName> = new Map(
  Object.entries(TYPES).map(([name, { code }]) => [code, name as TypeName]),
)

/** The types that the operand of `$type` names: an alias, "number", a numeric code or an array of these. */
export function typesNamed(operand: unknown): ReadonlySet<TypeName> {
  return new Set((Array.isArray(operand) ? operand : [operand]).flatMap(named))
}

function named(operand: unknown): readonly TypeName[] {
  if (operand === 'number') return NUMBERS
  if (typeof operand === 'string') {
    if (Object.hasOwn(TYPES, operand)) return [operand as TypeName]
    throw new StoreError('BadValue', `Unknown type name alias: ${operand}`)
  }
  if (!isNumeric(operand)) {
    throw new StoreError('TypeMismatch', `type must be represented as a number or a string, not ${typeOf(operand)}`)
  }
  const name = BY_CODE.get(toNumber(operand))
  if (!name) throw new StoreError('BadValue', `Invalid numerical type code: ${toNumber(operand)}`)
  return [name]
}
