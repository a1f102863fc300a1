import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ChildSpec } from '../children/child-spec.ts'
import type { Logger } from '../children/logger.ts'
import { type ChildOnPort, startOnPort } from '../children/start-on-port.ts'
import { redisConf } from './redis-conf.ts'
import { setAsideBrokenAof } from './set-aside-broken-aof.ts'

export interface RedisOptions {
  /** Redis' own folder; made when missing. */
  readonly folder: string
  readonly preferredPort?: number | undefined
  readonly log: Logger
}

export interface EmbeddedRedis extends ChildOnPort {
  readonly url: string
}

/**
 * A `redis-server` child (Debian's package) on a port of 127.0.0.1, with an append-only log in `folder`.
 * @throws ChildStartError when it does not come up.
 */
export async function startRedis({ folder, preferredPort, log }: RedisOptions): Promise<EmbeddedRedis> {
  const home = resolve(folder)
  const confFile = join(home, 'redis.conf')
  mkdirSync(home, { recursive: true, mode: 0o700 })
  writeFileSync(confFile, redisConf(home), { mode: 0o600 })
  const spec: ChildSpec = {
    name: 'redis',
    command: 'redis-server',
    argsFor: port => [confFile, '--port', String(port)],
    folder: home,
    program: 'redis-server',
    readyText: 'Ready to accept connections',
    startTimeoutMs: 60_000,
    stopTimeoutMs: 10_000,
    repair: () => setAsideBrokenAof(home, log),
  }
  const child = await startOnPort(spec, { preferredPort, log })
  return Object.assign(child, { url: `redis://127.0.0.1:${child.port}` })
}
