/** The part of a pino logger that this folder needs: varying fields first, a fixed message second. */
export interface Logger {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
