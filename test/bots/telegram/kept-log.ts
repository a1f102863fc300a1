import type { Log } from '../../../src/application/ports/signals.ts'

/** A log that keeps what it was told, so that a test can look for what must not be in it. */
export interface KeptLog extends Log {
  lines: string[]
}

export const keptLog = (): KeptLog => {
  const lines: string[] = []
  const keep = (level: string) => (fields: object, message: string) =>
    void lines.push(`${level} ${message} ${JSON.stringify(fields, (_key, value) => plain(value))}`)
  return { lines, debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') }
}

/** Errors with everything that hangs on them, as a logger would write them. */
const plain = (value: unknown): unknown =>
  value instanceof Error ? { ...value, message: value.message, stack: value.stack, cause: value.cause } : value
