import { type ChildSpec, ChildStartError } from './child-spec.ts'
import { endOrphans } from './end-orphans.ts'
import { freePort } from './free-port.ts'
import type { Logger } from './logger.ts'
import { type SupervisedChild, superviseChild } from './supervise-child.ts'

const ATTEMPTS = 3

export interface ChildOnPort extends SupervisedChild {
  readonly port: number
}

/**
 * Ends orphans of an earlier run, then starts a child on a free port, the preferred one if it can be had. The port is
 * kept for the child's restarts: clients reconnect to where they were. Another process may take a port between our look
 * and the child's bind, so a failed start is tried on another port, after a repair if the child has one.
 * @throws ChildStartError when it does not come up at all.
 */
export async function startOnPort(
  spec: ChildSpec,
  { preferredPort, log }: { readonly preferredPort: number | undefined; readonly log: Logger },
): Promise<ChildOnPort> {
  await endOrphans(spec, log)
  let preferred = preferredPort
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(preferred)
    try {
      return Object.assign(await superviseChild(spec, port, log), { port })
    } catch (error) {
      if (!(error instanceof ChildStartError) || attempt >= ATTEMPTS) throw error
      log.warn({ child: spec.name, port, lines: error.lines }, 'child process did not come up, trying another port')
      await spec.repair?.()
      preferred = undefined
    }
  }
}
