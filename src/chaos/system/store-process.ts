import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** Machine ms that a store may take to serve. */
const startMs = 120_000

export interface StoreCommand {
  name: string
  command: string
  args: readonly string[]
  /** stands in its output once it serves */
  ready: string
}

/** A store as a process of its own, over the same folder and port in all its lives. */
export class StoreProcess {
  readonly #how: StoreCommand
  #child: ChildProcess | undefined

  constructor(how: StoreCommand) {
    this.#how = how
  }

  /** @throws Error with what it said when it does not serve in time */
  async start(): Promise<void> {
    const { name, command, args, ready } = this.#how
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    let said = ''
    await new Promise<void>((serves, failed) => {
      const fail = (why: string): void => failed(new Error(`${name} ${why}: ${said.slice(-500)}`))
      const late = setTimeout(() => fail('did not serve in time'), startMs)
      const read = (chunk: Buffer): void => {
        if (said.includes(ready)) return
        said += chunk.toString()
        if (!said.includes(ready)) return
        clearTimeout(late)
        serves()
      }
      child.stdout?.on('data', read)
      child.stderr?.on('data', read)
      child.once('exit', () => {
        clearTimeout(late)
        fail('ended')
      })
    })
  }

  /** Stops its time; `thaw` lets it go on. Whoever asks it meanwhile waits. */
  freeze(): void {
    this.#child?.kill('SIGSTOP')
  }

  thaw(): void {
    this.#child?.kill('SIGCONT')
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
}
