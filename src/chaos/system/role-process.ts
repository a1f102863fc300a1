import { type AppProcess, startAppProcess } from '../../drill/app-process.ts'

/** One process of the app with one role, in all its lives. */
export class RoleProcess {
  readonly name: string
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

  get alive(): boolean {
    return this.#app !== undefined
  }

  /** @throws Error with its last lines when it does not come up */
  async start(): Promise<void> {
    const app = await startAppProcess(this.#dataDir, { ...this.#settings, PORT: this.#port })
    this.#app = app
    if (app.url !== '') this.#port = new URL(app.url).port
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    await this.#app?.kill()
    this.#app = undefined
  }
}
