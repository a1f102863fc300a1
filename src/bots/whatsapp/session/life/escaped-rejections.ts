/** What the library throws as bare strings. */
const libraryWords: readonly unknown[] = ['auth timeout', 'ready timeout']

const fromLibrary = (reason: unknown): boolean =>
  libraryWords.includes(reason) ||
  (reason instanceof Error && /node_modules\/(whatsapp-web\.js|puppeteer(-core)?)\//.test(reason.stack ?? ''))

const listeners = new Set<(reason: unknown) => void>()

const onRejection = (reason: unknown): void => {
  if (listeners.size > 0 && fromLibrary(reason)) for (const listener of listeners) listener(reason)
  // as it is without us: a fault of our own ends the process
  else
    setImmediate(() => {
      throw reason
    })
}

/**
 * The library leaves promises behind that nobody watches; one of them that fails (a page that is closed under it) would
 * end the process. While a session lives they are told to `listener`; all others keep their meaning. Returns the end.
 */
export const catchEscaped = (listener: (reason: unknown) => void): (() => void) => {
  if (listeners.size === 0) process.on('unhandledRejection', onRejection)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) process.off('unhandledRejection', onRejection)
  }
}
