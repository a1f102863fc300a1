import { setTimeout as pause } from 'node:timers/promises'
import { type AppProcess, startAppProcess } from '../../drill/app-process.ts'

/** A start may meet a store that is away: it is tried so often, as any keeper of services does; machine ms between. */
const tries = 20
const betweenMs = 1_000

/** One process of the app with one role, in all its lives. */
export class RoleProcess {
  readonly name: string
  /** how often it ended without being killed */
  fell = 0
  readonly #dataDir: string
  readonly #settings: Readonly<Record<string, string>>
  #app: AppProcess | undefined
  /** The port of its pages, kept over restarts. */
  #port = '0'

  constructor(name: string, role: string, dataDir: string, settings: Readonly<Record<string, string>>) {
    this.name = name
    this.#dataDir = dataDir
    this.#settings = { ...settings, ROLES: role }
  }

  /** address of its pages; empty without the role web */
  get url(): string {
    return this.#app?.url ?? ''
  }

  /** true between a start and a kill */
  get up(): boolean {
    return this.#app !== undefined
  }

  /** @throws Error with its last lines when it does not come up at all */
  async start(): Promise<void> {
    for (let left = tries; ; left--) {
      try {
        const app = await startAppProcess(this.#dataDir, { ...this.#settings, PORT: this.#port })
        this.#app = app
        if (app.url !== '') this.#port = new URL(app.url).port
        return
      } catch (error) {
        if (left <= 1) throw error
        await pause(betweenMs)
      }
    }
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    const app = this.#app
    this.#app = undefined
    this.look(app)
    await app?.kill()
  }

  /** Counts an end that nobody wished. */
  look(app = this.#app): void {
    if (app && !app.running()) this.fell += 1
  }
}
