import { randomBytes } from 'node:crypto'
import { type Db, MongoClient } from 'mongodb'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { ButtonVerb, IntakeAnswers, Outcome, Presser, PressOutcome } from '../../../src/application/application.ts'
import type { ApplicationDeps } from '../../../src/application/context.ts'
import { createApplication } from '../../../src/application/create-application.ts'
import type { Role } from '../../../src/application/ports/administration.ts'
import type { Audience, PairedChat } from '../../../src/application/ports/chats.ts'
import type { Log, WakeUps } from '../../../src/application/ports/signals.ts'
import { createServiceClock } from '../../../src/application/service-clock.ts'
import type { IncidentView } from '../../../src/application/views.ts'
import { readActionData } from '../../../src/bots/action-data.ts'
import { renderer } from '../../../src/bots/rendering/renderer.ts'
import type { Actor, AssignmentRole, Duty } from '../../../src/dispatch/vocabulary.ts'
import { connectModels, type Stores } from '../../../src/models/stores.ts'
import { ms, start } from '../../dispatch/support/time.ts'
import { startTestMongo } from '../../support/mongo.ts'
import { Platform, type Shown } from './platform.ts'

export const operator: Actor = { kind: 'user', id: 'u-1', name: 'Operator Satu' }

/** The value of an outcome that must be one. @throws with the refusal */
export const ok = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}

export interface LogLine {
  level: 'debug' | 'info' | 'warn' | 'error'
  message: string
  fields: object
}

const recordingLog = () => {
  const lines: LogLine[] = []
  const keep = (level: LogLine['level']) => (fields: object, message: string) =>
    void lines.push({ level, message, fields })
  const log: Log = { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') }
  return { lines, log }
}

const agencies = ['DAMKAR', 'DINKES', 'PLN', 'POLRES', 'PMI']

/** A plan in short: `DAMKAR lead`, `PLN`, `POLRES inform`. */
export const planOf = (words: readonly string[]) =>
  words.map((word): { agency: string; role: AssignmentRole; duty: Duty } => {
    const [agency = '', kind] = word.split(' ')
    return { agency, role: kind === 'lead' ? 'lead' : 'support', duty: kind === 'inform' ? 'inform' : 'act' }
  })

export const wholeIntake: IntakeAnswers = {
  type: { known: 'KBK-BGN' },
  location: { known: 'Bandarharjo' },
  address: { known: 'Jl. Lodan <&_*' },
  point: { known: { lat: -6.9592, lng: 110.4175, accuracyMetres: 300 } },
  condition: { known: 'Api di atap' },
  passable: { known: true },
  handlingSoFar: 'unknown',
  victims: { known: { injured: 1 } },
  hazards: ['fire'],
}

/**
 * One 112 centre on real stores with the real renderer, told as a story. Both clocks stand still until the story moves
 * them; wake-ups are kept until `settles`, or lost when the story says so.
 */
export class City {
  readonly stores: Stores
  readonly platform = new Platform()
  readonly machine = { t: start, now: (): number => this.machine.t }
  readonly clock = createServiceClock(this.machine, { machine: start, service: start, rate: 1 })
  readonly log: LogLine[]
  readonly pauses: { chat: string; ms: number }[] = []
  readonly changes: { topic: string; id: string }[] = []
  readonly centre: string
  readonly #woken = new Map<string, () => Promise<void>>()
  readonly #deps: ApplicationDeps
  app: ReturnType<typeof createApplication>
  #commands = 0

  constructor(stores: Stores, centre: string) {
    this.stores = stores
    this.centre = centre
    const { lines, log } = recordingLog()
    this.log = lines
    const wakeUps: WakeUps = {
      chat: (chat, delayMs = 0) => {
        if (delayMs === 0) this.#woken.set(`chat ${chat}`, () => this.app.work.drainChat(chat))
      },
      inbox: () => undefined,
      relay: (aggregate, id) => this.#woken.set(`relay ${id}`, () => this.app.work.relay(aggregate, id)),
      due: () => undefined,
    }
    this.#deps = {
      stores,
      serviceClock: this.clock,
      machineClock: this.machine,
      wakeUps,
      live: { publish: ({ topic, id }) => void this.changes.push({ topic, id }), subscribe: () => () => undefined },
      pacing: {
        slot: async () => 0,
        pause: async (chat, pause) => void this.pauses.push({ chat, ms: pause }),
        waiting: async () => new Set(),
        quiet: async () => true,
      },
      channels: new Map([['telegram', this.platform.channel]]),
      renderer,
      newToken: () => randomBytes(12).toString('base64url'),
      log,
      training: false,
    }
    this.app = createApplication(this.#deps)
  }

  async opens(profile = 'semarang'): Promise<void> {
    const { directory } = this.stores
    await directory.putCentre({ code: this.centre, name: '112', timeZone: 'Asia/Jakarta', profile })
    await Promise.all(
      agencies.map(code => {
        const transports = code === 'DINKES' || code === 'PMI'
        const phones = { dutyPhones: [`+62 000 ${code.length}00`], commanderPhone: null, answerSeconds: null }
        return directory.putAgency({ centre: this.centre, code, name: code, transports, ...phones, active: true })
      }),
    )
  }

  /** Another process takes over: what the old one knew in memory is gone. */
  restarts(change: Partial<ApplicationDeps> = {}): void {
    this.#woken.clear()
    this.app = createApplication({ ...this.#deps, ...change })
  }

  sender(by: Actor = operator) {
    this.#commands += 1
    return { commandId: `${this.centre}-command-${this.#commands}`, by }
  }

  /** Binds a chat as pairing does, without the code. */
  async pairs(chat: string, audience: Audience, change: Partial<PairedChat> = {}): Promise<PairedChat> {
    const paired: PairedChat = {
      id: `${this.centre}:${chat}`,
      centre: this.centre,
      channel: 'telegram',
      address: { chat },
      title: chat,
      audience,
      pairedAt: this.clock.now(),
      pairedBy: operator,
      health: { status: 'ok' },
      ...change,
    }
    await this.stores.chats.bind(paired)
    return paired
  }

  async pairsAgencies(...codes: string[]): Promise<void> {
    for (const agency of codes) await this.pairs(agency, { kind: 'agency', agency })
  }

  async hires(name: string, onDuty: boolean, role: Role = 'supervisor'): Promise<string> {
    const id = `${this.centre}-${name}`
    const user = { id, name: id, role, centres: [this.centre], active: true, onDuty, passwordHash: null }
    await this.stores.directory.putUser(user)
    return id
  }

  async rings(phone: string | null = '+62 000 777', name: string | null = 'Pelapor Rahasia') {
    const from = this.sender()
    return ok(await this.app.calls.open(from, { centre: this.centre, callId: `c-${from.commandId}`, phone, name }))
  }

  /** A normal call, its fields a-h asked. */
  async asked(answers: IntakeAnswers = {}): Promise<IncidentView> {
    const call = await this.rings()
    const { incident } = ok(await this.app.calls.classify(this.sender(), call.id, 'normal'))
    if (incident === null) throw new Error('a normal call opened no incident')
    ok(await this.app.incidents.answerIntake(this.sender(), incident, { ...wholeIntake, ...answers }))
    return ok(await this.app.incidents.submitIntake(this.sender(), incident))
  }

  /** Just enough to send somebody. */
  async located(): Promise<IncidentView> {
    const call = await this.rings()
    const { incident } = ok(await this.app.calls.classify(this.sender(), call.id, 'normal'))
    const { type, address } = wholeIntake
    return ok(
      await this.app.incidents.answerIntake(this.sender(), incident ?? '', {
        ...(type && { type }),
        ...(address && { address }),
      }),
    )
  }

  /** Calls it off and ends its call: nothing of it is ever due again. */
  async forgets({ id, calls }: IncidentView): Promise<void> {
    ok(await this.app.incidents.cancel(this.sender(), id, 'selesai'))
    for (const call of calls) ok(await this.app.calls.end(this.sender(), call))
    await this.settles()
  }

  /** A fire, and who is sent; everything that follows is done. */
  async fire(...plan: string[]): Promise<IncidentView> {
    const { id } = await this.located()
    ok(await this.app.incidents.dispatch(this.sender(), id, planOf(plan.length ? plan : ['DAMKAR lead'])))
    await this.settles()
    return this.incident(id)
  }

  async incident(id: string): Promise<IncidentView> {
    const view = await this.app.queries.incident(id)
    if (!view) throw new Error(`no incident ${id}`)
    return view
  }

  async assignment(id: string, agency: string) {
    const found = (await this.incident(id)).assignments.findLast(assignment => assignment.agency === agency)
    if (!found) throw new Error(`${agency} is not assigned`)
    return found
  }

  /** Open phone tasks: `PLN unreachable`. */
  async toPhone(id: string): Promise<string[]> {
    const open = (await this.incident(id)).phoneTasks.filter(({ done }) => !done)
    return open.map(({ agency, cause }) => `${agency} ${cause}`)
  }

  person(chat: string, name: string, thread?: number): Presser {
    const address = { chat, ...(thread === undefined ? {} : { thread }) }
    return { channel: 'telegram', address, personId: `p-${name}`, personName: name }
  }

  /** Somebody presses a button that the message shows. */
  async presses(shown: Shown, label: string, name = 'Budi'): Promise<PressOutcome> {
    const button = shown.message.buttons.flat().find(one => one.label.includes(label))
    const action = button && 'data' in button ? readActionData(button.data) : null
    if (!action)
      throw new Error(`no button ${label} on:\n${shown.message.content.text}\n${labelsOf(shown).join(' | ')}`)
    return this.pressesToken(shown, action, name)
  }

  /** The same with any verb: a button that was there a moment ago, or a forged one. */
  async pressesVerb(shown: Shown, verb: ButtonVerb, name = 'Budi', commandId?: string): Promise<PressOutcome> {
    const { token } = actionsOf(shown)[0] ?? { token: '' }
    return this.pressesToken(shown, { token, verb }, name, commandId)
  }

  async pressesToken(
    shown: Shown,
    action: { token: string; verb: ButtonVerb; about?: number },
    name = 'Budi',
    commandId?: string,
  ) {
    const from = this.person(shown.chat, name, shown.thread)
    const press = { ...action, messageId: shown.messageId }
    const outcome = await this.app.chats.press(commandId ?? this.sender().commandId, from, press)
    await this.settles()
    return outcome
  }

  /** Sweeps and wake-ups until nobody has anything to do at this moment. */
  async settles(): Promise<void> {
    let before = ''
    for (;;) {
      for (const [key, work] of [...this.#woken]) {
        this.#woken.delete(key)
        await work()
      }
      await this.app.work.sweep.forgotten()
      // a chat whose first message waits for its time is woken by every sweep, and does nothing
      const now = `${[...this.#woken.keys()]} ${this.platform.requests.length}`
      if (this.#woken.size === 0 || now === before) return
      before = now
    }
  }

  /** Both clocks move on, in steps; deadlines fire as they pass. */
  async forward(span: string, step = span): Promise<void> {
    for (let left = ms(span); left > 0; left -= ms(step)) {
      this.machine.t += Math.min(left, ms(step))
      await this.app.work.sweep.breaches()
      await this.settles()
    }
  }

  get deps(): ApplicationDeps {
    return this.#deps
  }

  errors(): string[] {
    return this.log.filter(({ level }) => level === 'error').map(({ message }) => message)
  }
}

export const actionsOf = (shown: Shown) =>
  shown.message.buttons.flat().flatMap(button => {
    const action = 'data' in button ? readActionData(button.data) : null
    return action ? [action] : []
  })

export const labelsOf = (shown: Shown): string[] => shown.message.buttons.flat().map(({ label }) => label)

/**
 * Every test of the file gets a city of its own, prepared in the same way; `db` is the database underneath, for tests
 * that break what no command would.
 */
export const eachCity = (prepare: (city: City, db: Db) => void | Promise<void>): void => {
  let cities: Cities
  beforeAll(async () => {
    cities = await startCities()
  })
  beforeEach(async () => prepare(await cities.found(), cities.db))
  afterAll(() => cities.stop())
}

/** All tests of the file live in one city, one after the other. */
export const oneCity = (prepare: (city: City) => void | Promise<void>): void => {
  let cities: Cities
  beforeAll(async () => {
    cities = await startCities()
    await prepare(await cities.found())
  })
  afterAll(() => cities.stop())
}

interface Cities {
  db: Db
  /** a new city where the last one stood: what was kept is gone */
  found(profile?: string): Promise<City>
  stop(): Promise<void>
}

/** One database for the stories of a test file, one after the other. */
const startCities = async (): Promise<Cities> => {
  const mongo = await startTestMongo()
  const stores = await connectModels(mongo.uri)
  const client = await MongoClient.connect(mongo.uri)
  const empty = async () => {
    const collections = await client.db().collections()
    await Promise.all(collections.map(collection => collection.deleteMany({})))
  }
  return {
    db: client.db(),
    found: async profile => {
      await empty()
      const city = new City(stores, 'SMG')
      await city.opens(profile)
      return city
    },
    stop: async () => {
      await client.close()
      await stores.close()
      await mongo.stop()
    },
  }
}
