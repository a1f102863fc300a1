import type { IntakeAnswers } from '../../../src/application/application.ts'
import type { Audience } from '../../../src/application/ports/chats.ts'
import { changedSetting } from '../../../src/application/service-clock.ts'
import type { IncidentView } from '../../../src/application/views.ts'
import type { Actor } from '../../../src/dispatch/vocabulary.ts'
import type { SayWish } from '../../../src/simulator/whatsapp/driver.ts'
import { fireIntake, ok, operator } from '../../support/desk.ts'
import { patienceMs } from './session/rig.ts'
import { startWorld, type World } from './world.ts'

/** The code that a message of ours shows. */
export const codeIn = ({ text }: { text: string }): string => {
  const code = /(?:ketik|atau) \*?([A-Z]\d[A-Z])\*? dan angka/.exec(text)?.[1]
  if (code === undefined) throw new Error(`no code in: ${text}`)
  return code
}

/** Semarang with agencies whose groups are on WhatsApp. People and chats have the names of the stand-in. */
export class Crews {
  readonly world: World
  #commands = 0

  private constructor(world: World) {
    this.world = world
  }

  static async start(options: Parameters<typeof startWorld>[0] = {}): Promise<Crews> {
    const world = await startWorld(options)
    const { directory } = world.stores
    await directory.putCentre({ code: 'SMG', name: '112 Semarang', timeZone: 'Asia/Jakarta', profile: 'semarang' })
    const crews = new Crews(world)
    await crews.agency('DAMKAR', ['Budi', 'Dewi'])
    return crews
  }

  /** An agency with its group, which is paired. */
  async agency(code: string, people: string[], addressing: 'pn' | 'lid' = 'pn'): Promise<void> {
    const { driver, stores } = this.world
    await stores.directory.putAgency({
      centre: 'SMG',
      code,
      name: code,
      transports: code === 'DINKES',
      dutyPhones: ['+62 000 113'],
      commanderPhone: null,
      answerSeconds: null,
      active: true,
    })
    for (const name of people) await driver.createPerson({ name, addressing })
    await driver.createGroup({ title: `${code} Semarang`, members: people, labels: [code], addressing })
    await this.pair(code, { kind: 'agency', agency: code })
  }

  async pair(chat: string, audience: Audience): Promise<void> {
    const { driver, stores, service } = this.world
    const { id, title } = await driver.chat(chat)
    await stores.chats.bind({
      id: `chat-${id}`,
      centre: 'SMG',
      channel: 'whatsapp',
      address: { chat: id },
      title,
      audience,
      pairedAt: service.now(),
      pairedBy: operator,
      health: { status: 'ok' },
    })
  }

  /** A pairing code that an administrator made. */
  async code(code: string, audience: Audience): Promise<void> {
    const { stores, service } = this.world
    const expiresAt = service.now() + 3_600_000
    await stores.chats.addCode({ code, centre: 'SMG', audience, createdBy: 'u1', expiresAt })
  }

  sender(by: Actor = operator) {
    this.#commands += 1
    return { commandId: `test-command-${this.#commands}`, by }
  }

  /** A call is taken, its fields asked, and the agencies sent; the first leads. */
  async fire(answers: IntakeAnswers = {}, agencies = ['DAMKAR']): Promise<IncidentView> {
    const { calls, incidents } = this.world.application
    const from = this.sender()
    const caller = { phone: '+62 000 777', name: 'Pelapor Rahasia' }
    const call = ok(await calls.open(from, { centre: 'SMG', callId: `call-${from.commandId}`, ...caller }))
    const { incident } = ok(await calls.classify(this.sender(), call.id, 'normal'))
    if (!incident) throw new Error('no incident')
    ok(await incidents.answerIntake(this.sender(), incident, { ...fireIntake, ...answers }))
    ok(await incidents.submitIntake(this.sender(), incident))
    const plan = agencies.map(
      (agency, index) => ({ agency, role: index === 0 ? 'lead' : 'support', duty: 'act' }) as const,
    )
    const view = ok(await incidents.dispatch(this.sender(), incident, plan))
    await this.world.idle()
    return view
  }

  /** The card of an incident in a group, with the words of a choice. */
  card(incident: { number: string }, words = '', chat = 'DAMKAR') {
    return this.sees(chat, `\n${incident.number}\n`, words)
  }

  /** The newest message of ours in the chat that shows all these words, as soon as there is one. */
  sees(chat: string, ...words: string[]) {
    const look = async () => {
      const messages = await this.world.driver.messages(chat)
      return messages.findLast(
        ({ byDevice, text, deleted }) => byDevice && !deleted && words.every(one => text.includes(one)),
      )
    }
    return this.world.driver.waitFor(look, patienceMs, `"${words.join('" and "')}" in ${chat}`)
  }

  /** Somebody writes, and it is worked. */
  async says(chat: string, wish: SayWish) {
    const said = await this.world.driver.say(chat, wish)
    await this.worked(`message ${said.id}`)
    return said
  }

  async worked(what: string): Promise<void> {
    const { driver, worked, idle } = this.world
    const until = Date.now() + patienceMs
    while (!worked.has(what)) {
      if (Date.now() > until) throw new Error(`${what} was never worked`)
      await driver.waitIdle(200)
      await idle()
      await new Promise(resolve => setImmediate(resolve))
    }
    await idle()
  }

  /** How many messages of ours the chat shows. */
  async said(chat: string): Promise<number> {
    await this.world.idle()
    return (await this.world.driver.messages(chat)).filter(({ byDevice }) => byDevice).length
  }

  async reactionTo(chat: string, { id }: { id: string }) {
    const messages = await this.world.driver.messages(chat)
    return Object.values(messages.find(message => message.id === id)?.reactions ?? {})
  }

  async view(incident: { id: string }): Promise<IncidentView> {
    await this.world.idle()
    const view = await this.world.application.queries.incident(incident.id)
    if (!view) throw new Error('the incident is gone')
    return view
  }

  async status(incident: { id: string }): Promise<string | undefined> {
    return (await this.view(incident)).assignments[0]?.status
  }

  /** The service clock jumps ahead; every deadline that passed fires. Service milliseconds. */
  async forward(ms: number): Promise<void> {
    const { service, idle } = this.world
    await idle()
    service.adopt(changedSetting(service, { now: Date.now }, { forwardMs: ms }))
    await this.world.application.work.sweep.breaches()
    await idle()
  }

  stop(): Promise<void> {
    return this.world.stop()
  }
}
