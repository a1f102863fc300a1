/** MongoDB's error codes that this store answers with, by MongoDB's own code name. */
const CODES = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  InvalidLength: 16,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  InvalidIdField: 53,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  InvalidPipelineOperator: 168,
  CannotIndexParallelArrays: 171,
  InvalidIndexSpecificationOption: 197,
  NotImplemented: 238,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
} as const satisfies Record<string, number>

/** A code without a name of its own is called by its number, e.g. Location40324. */
type CodeName = keyof typeof CODES | `Location${number}`

/** A refusal with MongoDB's code; `detail` joins the reply (`keyPattern`, `keyValue` of a duplicate key). */
export class StoreError extends Error {
  readonly codeName: CodeName
  readonly detail: Readonly<Record<string, unknown>>

  constructor(codeName: CodeName, message: string, detail: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = 'StoreError'
    this.codeName = codeName
    this.detail = detail
  }

  get code(): number {
    return isNamed(this.codeName) ? CODES[this.codeName] : Number(this.codeName.slice('Location'.length))
  }
}

function isNamed(name: CodeName): name is keyof typeof CODES {
  return Object.hasOwn(CODES, name)
}
