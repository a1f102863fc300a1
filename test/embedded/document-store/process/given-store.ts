import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { MongoClient } from 'mongodb'
import { DOCUMENT_STORE } from '../../../support/mongo.ts'

/** A document store in a process of its own, to be stopped, killed and started again. */
export interface Store {
  process: ChildProcess
  client: MongoClient
  /** Sends the signal and waits for the end; the second time it only waits. @returns the exit code, or null after a kill */
  end(signal: NodeJS.Signals): Promise<number | null>
}

export async function givenFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'document-store-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Runs the executable to its end. */
export async function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(DOCUMENT_STORE, args)
  const output = { out: '', err: '' }
  child.stdout.on('data', text => {
    output.out += text
  })
  child.stderr.on('data', text => {
    output.err += text
  })
  const [code] = await once(child, 'close')
  return { code, ...output }
}

export async function startStore(folder: string): Promise<Store> {
  const child = spawn(
    DOCUMENT_STORE,
    ['--dbpath', folder, '--port', '0', '--noauth', '--storageEngine', 'wiredTiger'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const closed = once(child, 'close')
  const port = await listeningPort(child)
  const client = await MongoClient.connect(`mongodb://127.0.0.1:${port}/test`, { maxPoolSize: 20 })
  return {
    process: child,
    client,
    end: async signal => {
      child.kill(signal)
      const [code] = await closed
      await client.close()
      return code
    },
  }
}

async function listeningPort({ stdout }: ChildProcess): Promise<number> {
  if (!stdout) throw new Error('the store has no output')
  for await (const line of createInterface(stdout)) {
    const port = /Waiting for connections on port (\d+)/.exec(line)?.[1]
    if (port) return Number(port)
  }
  throw new Error('the store ended before it listened')
}
