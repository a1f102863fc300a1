/** A logger whose messages a test can read. */
export function recordingLogger() {
  const messages: string[] = []
  const record = (_fields: object, message: string) => {
    messages.push(message)
  }
  return { info: record, warn: record, error: record, messages }
}
