/** The data file cannot be used as it is. One line for the person who started the store. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError'
}
