/**
 * What a log may show of an error. A driver's or a platform's message, and what hangs on its error, may quote what people
 * typed: the log gets the kind, the code and where it arose; the message only of faults in our own program.
 */
export const describeError = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { kind: typeof error }
  const { code, cause } = error as Error & { code?: unknown }
  const frames = error.stack?.split('\n').filter(line => line.trimStart().startsWith('at ')) ?? []
  return {
    kind: error.name,
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    at: frames.slice(0, 12),
    ...(isOurs(error) && { problem: error.message }),
    ...(cause !== undefined && { cause: describeError(cause) }),
  }
}

const isOurs = (error: Error): boolean =>
  [Error, TypeError, RangeError, ReferenceError].some(kind => error.constructor === kind)
