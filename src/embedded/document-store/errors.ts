/** MongoDB's error codes that this store answers with, by MongoDB's own code name. */
const CODES = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  TypeMismatch: 14,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  InvalidIdField: 53,
  EmptyFieldName: 56,
  CommandNotFound: 59,
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
  OutOfDiskSpace: 14031,
} as const satisfies Record<string, number>

/** A code without a name of its own is called by its number, e.g. Location40324. */
type CodeName = keyof typeof CODES | `Location${number}`

/** A refusal with MongoDB's code; `detail` joins the reply (`keyPattern`, `keyValue` of a duplicate key). */
export class StoreError extends Error {
  readonly codeName: CodeName
  readonly code: number
  readonly detail: Readonly<Record<string, unknown>>

  constructor(codeName: CodeName, message: string, detail: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = 'StoreError'
    this.codeName = codeName
    this.code = codeName in CODES ? CODES[codeName as keyof typeof CODES] : Number(codeName.slice('Location'.length))
    this.detail = detail
  }
}
