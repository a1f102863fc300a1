import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type {
  CallView,
  ChosenAgency,
  IncidentList,
  IncidentView,
  IntakeAnswers,
} from '../../src/admin-api/contract/index.ts'
import { type RunningApp, startApp } from '../../src/app/start-app.ts'
import { parseConfig } from '../../src/config.ts'
import { type Desk, signIn } from '../../src/drill/api/desk.ts'
import { settle } from '../../src/drill/clock/settle.ts'
import { startTestMongo } from './mongo.ts'
import { ChatStory, createTelegramDriver, type TelegramDriver } from './telegram-driver.ts'

const centrePath = '/api/centres/SMG'

/** The whole app in this process, on free ports, with its data in a temporary folder and its service clock held. */
export class TestApp {
  readonly dataDir: string
  readonly url: string
  readonly driver: TelegramDriver
  readonly operator: Desk
  readonly supervisor: Desk
  readonly administrator: Desk
  readonly #running: RunningApp

  private constructor(
    dataDir: string,
    running: RunningApp,
    desks: { operator: Desk; supervisor: Desk; administrator: Desk },
    driver: TelegramDriver,
  ) {
    this.dataDir = dataDir
    this.url = running.url ?? ''
    this.driver = driver
    this.operator = desks.operator
    this.supervisor = desks.supervisor
    this.administrator = desks.administrator
    this.#running = running
  }

  /** @param options `standIn`: a stand-in of the test's own, which outlives the app */
  static async start(options: { dataDir: string; mongoUri?: string; standIn?: string }): Promise<TestApp> {
    const { dataDir, mongoUri, standIn } = options
    const config = parseConfig(appEnvironment({ dataDir, mongoUri, standIn }))
    const running = await startApp(config, pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' }))
    const [url = '', page = ''] = [running.url, running.simulatorUrl?.replace(/\/sim\/$/, '')]
    const [operator, supervisor, administrator] = await Promise.all([
      signIn(url, 'operator'),
      signIn(url, 'supervisor'),
      signIn(url, 'administrator'),
    ])
    const driver = createTelegramDriver(standIn ?? page)
    const app = new TestApp(dataDir, running, { operator, supervisor, administrator }, driver)
    await operator.post('/api/training/clock', { hold: true })
    await app.rest()
    return app
  }

  stop(): Promise<void> {
    return this.#running.stop()
  }

  /** Waits until nothing is under way: no update, request, effect, message or deadline. */
  rest(): Promise<void> {
    return settle(this.operator, this.driver, ms => this.#forward(ms))
  }

  /** Moves the service clock, e.g. '3m' or '45s', and waits until all that follows is done. */
  async forward(span: `${number}${'s' | 'm' | 'h'}`): Promise<void> {
    const unit = { s: 1_000, m: 60_000, h: 3_600_000 }[span.slice(-1)] ?? 0
    await this.rest()
    await this.#forward(Number.parseFloat(span) * unit)
    await this.rest()
  }

  async #forward(forwardMs: number): Promise<void> {
    await this.operator.post('/api/training/clock', { forwardMs })
  }

  /** A chat by its label, told from now on; its first person acts unless another is named. */
  async chat(label: string, person?: string): Promise<ChatStory> {
    const { seq } = await this.driver.status()
    return this.chatSince(label, seq, person)
  }

  async chatSince(label: string, since: number, person?: string): Promise<ChatStory> {
    const chat = await this.driver.chat(label)
    const { bot } = await this.driver.status()
    const first = chat.memberIds.find(id => id !== bot.id) ?? chat.userId ?? 0
    const named = person === undefined ? undefined : (await this.driver.users()).find(({ name }) => name === person)?.id
    return new ChatStory(this.driver, label, named ?? first, since)
  }

  /** A call with these answers, classified as an emergency. */
  async emergency(answers: IntakeAnswers = {}): Promise<TestIncident> {
    const call = await this.operator.post<CallView>(`${centrePath}/calls`, {
      phone: '+62 000 5550 112',
      name: 'Pelapor Uji',
    })
    const { incident } = await this.operator.post<CallView>(`${centrePath}/calls/${call.id}/classify`, {
      callClass: 'normal',
    })
    if (incident === null) throw new Error('the call opened no incident')
    const subject = new TestIncident(this, incident, (await this.incident(incident)).number, call.id)
    await this.operator.patch(subject.path('/intake'), { ...fire, ...answers })
    return subject
  }

  incident(id: string): Promise<IncidentView> {
    return this.operator.get(`${centrePath}/incidents/${id}`)
  }

  /** Ends what a test left open, so that its clocks ping nobody in the next one. */
  async cancelAll(): Promise<void> {
    await this.rest()
    const { incidents } = await this.operator.get<IncidentList>(`${centrePath}/incidents`)
    for (const { id, status } of incidents) {
      if (status !== 'closed')
        await this.operator.post(`${centrePath}/incidents/${id}/cancel`, { reason: 'uji selesai' })
    }
    await this.rest()
  }
}

const fire: IntakeAnswers = {
  type: { known: 'KBK-BGN' },
  address: { known: 'Jl. Contoh 1' },
  location: { known: 'Bandarharjo, Semarang Utara' },
  point: { known: { lat: -6.96, lng: 110.42, accuracyMetres: 100 } },
  condition: { known: 'Api di atap' },
  passable: { known: true },
  handlingSoFar: 'unknown',
  victims: { known: { injured: 0 } },
  hazards: ['fire'],
}

/** One incident as its operator handles it. */
export class TestIncident {
  readonly #app: TestApp
  readonly id: string
  readonly number: string
  readonly call: string

  constructor(app: TestApp, id: string, number: string, call: string) {
    this.#app = app
    this.id = id
    this.number = number
    this.call = call
  }

  path(verb = ''): string {
    return `${centrePath}/incidents/${this.id}${verb}`
  }

  ofAssignment(agency: string, verb: string): string {
    return this.path(`/assignments/${encodeURIComponent(`${this.id}/${agency}/1`)}${verb}`)
  }

  view(): Promise<IncidentView> {
    return this.#app.incident(this.id)
  }

  async statusOf(agency: string): Promise<string | undefined> {
    return (await this.view()).assignments.find(assignment => assignment.agency === agency)?.status
  }

  /** Submits the intake and sends; the first agency leads, one named `X:inform` only has to know. */
  async sends(...agencies: string[]): Promise<void> {
    const plan = agencies.map((named, index): ChosenAgency => {
      const [agency = '', duty = 'act'] = named.split(':')
      return { agency, role: index === 0 ? 'lead' : 'support', duty: duty === 'inform' ? 'inform' : 'act' }
    })
    await this.#app.operator.post(this.path('/submit'))
    await this.#app.operator.post(this.path('/dispatch'), { agencies: plan })
    await this.#app.rest()
  }

  does<T = IncidentView>(verb: string, body?: unknown): Promise<T> {
    return this.#app.operator.post(this.path(verb), body)
  }
}

/** Settings of an app for tests: never those of the person who runs them. */
export const appEnvironment = (options: {
  dataDir: string
  mongoUri?: string | undefined
  standIn?: string | undefined
}): Record<string, string> => ({
  MODE: 'gladi',
  DATA_DIR: options.dataDir,
  PORT: '0',
  SIMULATOR_PORT: '0',
  PACING: 'off',
  ...(options.mongoUri === undefined ? {} : { MONGODB_URI: options.mongoUri }),
  ...(options.standIn === undefined ? {} : { TELEGRAM_API_ROOT: options.standIn }),
})

/** A folder for an app's data, and a database of its own where MONGODB_URI names a real server. */
export const testData = async (): Promise<{ dataDir: string; mongoUri?: string; remove(): Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-flow-'))
  const real = process.env.MONGODB_URI ? await startTestMongo() : undefined
  return {
    dataDir: join(folder, 'data'),
    ...(real && { mongoUri: real.uri }),
    remove: async () => {
      await real?.stop()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
