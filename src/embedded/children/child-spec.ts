/** How to start one child process, how to know that it is ready, and how to recognise it later. */
export interface ChildSpec {
  readonly name: string
  readonly command: string
  readonly argsFor: (port: number) => readonly string[]
  /** Its working folder. With `program` it tells our own orphans from other people's servers: nobody else works here. */
  readonly folder: string
  /** How an argument of its command line ends, e.g. the script's name. */
  readonly program: string
  /** Text that the child prints, on its standard output, once it serves. */
  readonly readyText: string
  /** Machine clock; a store that reads a long log back needs its time. */
  readonly startTimeoutMs: number
  /** Between asking to stop and forcing it. */
  readonly stopTimeoutMs: number
  /** Called when the child failed to come up three times in a row; puts damaged files aside if it finds some. */
  readonly repair?: () => Promise<boolean>
}

/** How a child ended. */
export interface ChildExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

export function describeExit(exit: ChildExit): string {
  return `ended with ${exit.signal ?? `code ${exit.code}`}`
}

/** A child that did not come up. `lines` are the last that it printed. */
export class ChildStartError extends Error {
  override readonly name = 'ChildStartError'
  readonly lines: readonly string[]

  constructor(child: string, reason: string, lines: readonly string[]) {
    super(`${child} did not start: ${reason}${lines.length > 0 ? ` (${lines.at(-1)})` : ''}`)
    this.lines = lines
  }
}
