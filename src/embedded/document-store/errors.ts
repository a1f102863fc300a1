/** MongoDB's error codes that this store answers with, by MongoDB's own code name. */
export const CODES = {
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
  Location15947: 15947,
  Location15952: 15952,
  Location15955: 15955,
  Location15958: 15958,
  Location15959: 15959,
  Location15969: 15969,
  Location15973: 15973,
  Location15983: 15983,
  Location15998: 15998,
  Location16020: 16020,
  Location16702: 16702,
  Location17124: 17124,
  Location17276: 17276,
  Location28667: 28667,
  Location28808: 28808,
  Location28811: 28811,
  Location28818: 28818,
  Location31249: 31249,
  Location31253: 31253,
  Location31254: 31254,
  Location31325: 31325,
  Location40081: 40081,
  Location40156: 40156,
  Location40234: 40234,
  Location40238: 40238,
  Location40272: 40272,
  Location40323: 40323,
  Location40324: 40324,
  Location40415: 40415,
  Location51024: 51024,
  Location51091: 51091,
  Location51108: 51108,
  Location51272: 51272,
  Location5107201: 5107201,
} as const satisfies Record<string, number>

export type CodeName = keyof typeof CODES

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
    return CODES[this.codeName]
  }
}
