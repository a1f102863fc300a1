/** A logger that says nothing, for parts whose log a test does not look at. */
export const quietLogger = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}
