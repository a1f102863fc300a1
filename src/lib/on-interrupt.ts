import { constants } from 'node:os'

const signals = ['SIGINT', 'SIGTERM'] as const

/**
 * When this process is asked to end (Ctrl+C, SIGTERM), `end` puts away what it started, then the process ends with the
 * signal's code, 128 and its number. A second signal ends it at once.
 * @returns takes the wish back
 */
export const onInterrupt = (end: () => Promise<void>): (() => void) => {
  const interrupted = (signal: NodeJS.Signals): void => {
    takeBack()
    const leave = (): never => process.exit(128 + (constants.signals[signal] ?? 0))
    void end().then(leave, (error: unknown) => {
      console.error(error)
      leave()
    })
  }
  const takeBack = (): void => {
    for (const signal of signals) process.off(signal, interrupted)
  }
  for (const signal of signals) process.on(signal, interrupted)
  return takeBack
}
