import type { IntakeAnswers } from '../../../src/application/application.ts'
import { changedSetting } from '../../../src/application/service-clock.ts'
import type { IncidentView } from '../../../src/application/views.ts'
import type { Actor } from '../../../src/dispatch/vocabulary.ts'
import { fireIntake, ok, operator } from '../../support/desk.ts'
import { ChatStory, groupStory } from '../../support/telegram-driver.ts'
import { startWorld, type World } from './world.ts'

export interface Crew {
  story: ChatStory
  people: number[]
}

/** Semarang with two agencies, each with its paired group, on the real bot and the stand-in. */
export class Crews {
  world: World
  readonly damkar: Crew
  readonly dinkes: Crew
  #commands = 0

  private constructor(world: World, damkar: Crew, dinkes: Crew) {
    this.world = world
    this.damkar = damkar
    this.dinkes = dinkes
  }

  static async start(): Promise<Crews> {
    const world = await startWorld()
    const { directory, chats } = world.stores
    await directory.putCentre({ code: 'SMG', name: '112 Semarang', timeZone: 'Asia/Jakarta', profile: 'semarang' })
    const crew = async (code: string, names: string[]): Promise<Crew> => {
      const transports = code === 'DINKES'
      await directory.putAgency({
        centre: 'SMG',
        code,
        name: code,
        transports,
        dutyPhones: ['+62 000 113'],
        commanderPhone: null,
        answerSeconds: null,
        active: true,
      })
      const { story, chat, crew: people } = await groupStory(world.people, `${code} Semarang`, names)
      await chats.bind({
        id: `chat-${code}`,
        centre: 'SMG',
        channel: 'telegram',
        address: { chat: String(chat.id) },
        title: code,
        audience: { kind: 'agency', agency: code },
        pairedAt: world.service.now(),
        pairedBy: operator,
        health: { status: 'ok' },
      })
      return { story, people }
    }
    const damkar = await crew('DAMKAR', ['Budi', 'Dewi'])
    const dinkes = await crew('DINKES', ['Eko'])
    await world.bot.start()
    return new Crews(world, damkar, dinkes)
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
    await this.world.settled()
    ok(await incidents.answerIntake(this.sender(), incident, { ...fireIntake, ...answers }))
    ok(await incidents.submitIntake(this.sender(), incident))
    const plan = agencies.map(
      (agency, index) => ({ agency, role: index === 0 ? 'lead' : 'support', duty: 'act' }) as const,
    )
    const view = ok(await incidents.dispatch(this.sender(), incident, plan))
    await this.world.settled()
    return view
  }

  async view(incident: { id: string }): Promise<IncidentView> {
    await this.world.settled()
    const view = await this.world.application.queries.incident(incident.id)
    if (!view) throw new Error('the incident is gone')
    return view
  }

  /** What the bot wrote in a group since, as it looks now. */
  async saidSince(crew: Crew, before: number): Promise<string[]> {
    await this.world.settled()
    return (await crew.story.fromBot()).slice(before).map(({ text }) => text)
  }

  async said(crew: Crew): Promise<number> {
    await this.world.settled()
    return (await crew.story.fromBot()).length
  }

  /** The service clock jumps ahead; every deadline that passed fires. Service milliseconds. */
  async forward(ms: number): Promise<void> {
    const { service, application } = this.world
    await this.world.settled()
    service.adopt(changedSetting(service, { now: Date.now }, { forwardMs: ms }))
    await application.work.sweep.breaches()
    await this.world.settled()
  }

  /** Another process takes over: what the old one knew in memory is gone. */
  async restarts(): Promise<void> {
    await this.world.settled()
    this.world = await this.world.restarts()
  }

  /** Opens the private chat with the bot by a link, and tells it as a story. */
  async privately(person: number, url: string): Promise<ChatStory> {
    const [, payload = ''] = /\?start=([\w-]+)$/.exec(url) ?? []
    const { seq } = await this.world.people.status()
    const { chat } = await this.world.people.start(person, payload)
    return new ChatStory(this.world.people, chat.id, person, seq)
  }

  stop(): Promise<void> {
    return this.world.stop()
  }
}
