import { type EmergencyScenario, isEmergency, type Scenario } from '../../scenarios/scenario.ts'
import type { Desk } from '../api/desk.ts'
import type { IncidentRecord } from '../api/views.ts'
import { Board } from '../cards/board.ts'
import type { ChatMessage } from '../chats/chat-message.ts'
import { nod } from '../chats/whatsapp.ts'
import type { Expected } from '../journal/expected.ts'
import type { Shown } from '../journal/judge.ts'
import type { IntakeField } from './facts.ts'
import type { Stage } from './stage.ts'
import { type Centre, must, ownerTitles } from './story.ts'

/** Chats and people as stories name them; the scene adds the city. An agency's group has the agency's own name. */
export const crewOf = (agency: string, crew = 1): string => `Regu ${crew} ${agency}`
export const dutyOfficer = (agency: string): string => `${agency}/dutyOfficer`
export const commander = (agency: string): string => `${agency}/agencyCommander`
export const supervisorsGroup = 'SUPERVISOR'
export const supervisorChat = 'SUPERVISOR/pribadi'
export const supervisorName = 'Supervisor'

const handledBy = { SMG: 'operator', CLG: 'dispatcher' } as const satisfies Record<Centre, string>

/** A press and what its presser must be told: the popup of a button, or what is said in the chat where there is none. */
export interface Press {
  chat: string
  as: string
  button: string
  on: ChatMessage
  popup: string | RegExp
  said?: Pick<Expected, 'texts' | 'buttons'>
}

/** What one story knows while it is played: its call, its incident, what the chats must show and have shown. */
export class Scene {
  readonly stage: Stage
  readonly scenario: Scenario
  readonly centre: Centre
  readonly board: Board
  /** the call that is on the line; `calls` has every one of the story */
  call = ''
  readonly calls: string[] = []
  incident = ''
  /** fields of the intake that have their answer */
  readonly answered = new Set<IntakeField>()
  /** every message that the story expected and got, oldest first */
  readonly shown: Shown[] = []
  /** agency to the alert's message in its group, as it looks now */
  readonly cards = new Map<string, ChatMessage>()
  /** further copies of cards on people's own phones, as they look now, by the message's key */
  readonly copies = new Map<string, { agency: string; message: ChatMessage }>()
  /** what stood on each card when it was last looked at */
  readonly signatures = new Map<string, string>()

  constructor(stage: Stage, scenario: Scenario, centre: Centre) {
    this.stage = stage
    this.scenario = scenario
    this.centre = centre
    this.board = new Board({ number: '', title: '', lines: [] })
  }

  get emergency(): EmergencyScenario {
    must(isEmergency(this.scenario), `scenario ${this.scenario.id} has no incident`)
    return this.scenario
  }

  get number(): string {
    return this.board.facts.number
  }

  /** The label of a chat in the stand-in: `DAMKAR` in Semarang is SMG/DAMKAR. */
  chat(name: string): string {
    return `${this.centre}/${name}`
  }

  /** The full name of somebody in the chats. */
  person(name: string): string {
    return `${name} ${this.centre}`
  }

  /** Whoever has the incident at the page: in Cilegon the dispatcher, once the operator has handed it over. */
  get owner(): Desk {
    return this.stage[handledBy[this.centre]]
  }

  /** How cards name the owner who records something for a crew. */
  get officer(): string {
    return `petugas 112 (${ownerTitles[this.centre]} Gladi)`
  }

  get centrePath(): string {
    return `/api/centres/${this.centre}`
  }

  pathOfCall(call: string, verb = ''): string {
    return `${this.centrePath}/calls/${encodeURIComponent(call)}${verb}`
  }

  incidentPath(verb = ''): string {
    return `${this.centrePath}/incidents/${encodeURIComponent(this.incident)}${verb}`
  }

  record(): Promise<IncidentRecord> {
    return this.stage.operator.get(this.incidentPath())
  }

  async assignmentPath(agency: string, verb: string): Promise<string> {
    const { assignments } = await this.record()
    const id = assignments.findLast(candidate => candidate.agency === agency)?.id
    must(id !== undefined, `${agency} has no assignment`)
    return this.incidentPath(`/assignments/${encodeURIComponent(id)}${verb}`)
  }

  /** The newest message of this story in the chat that shows the text. */
  newest(chat: string, text: string): ChatMessage {
    const label = this.chat(chat)
    const found = this.shown.findLast(({ expected, message }) => expected.chat === label && message.text.includes(text))
    must(found !== undefined, `${chat} never showed "${text}"`)
    return found.message
  }

  /** The newest reminder of this clock in the chat. */
  newestOf(clock: string, chat: string): ChatMessage {
    const label = this.chat(chat)
    const found = this.shown.findLast(({ expected }) => expected.clock === clock && expected.chat === label)
    must(found !== undefined, `${chat} was never reminded of ${clock}`)
    return found.message
  }

  /**
   * Presses a button; the popup must say exactly this. Where people answer by number there is no popup: a nod says that it
   * is recorded, or a message says what is `said`. @returns that message, to be expected
   */
  async press({ chat, as, button, on, popup, said }: Press): Promise<Expected[]> {
    const { chats } = this.stage
    const label = this.chat(chat)
    const told = await chats.press({ chat: label, as: this.person(as), button, on })
    must(told !== null, `${as} got no answer to ${button}`)
    if (chats.hasButtons(label)) {
      const right = typeof popup === 'string' ? told === popup : popup.test(told)
      must(right, `${as} was told "${told}" instead of "${popup}"`)
      return []
    }
    if (said) return [{ chat: label, ...said }]
    must(told === nod, `${as} was told "${told}" instead of a nod`)
    return []
  }

  card(agency: string): ChatMessage {
    const card = this.cards.get(agency)
    must(card !== undefined, `${this.chat(agency)} has no card`)
    return card
  }

  /** The agency's alert on its duty officer's phone. */
  copy(agency: string): ChatMessage {
    const label = this.chat(dutyOfficer(agency))
    const copy = [...this.copies.values()].find(({ message }) => message.chat === label)
    must(copy !== undefined, `${label} has no copy of the card`)
    return copy.message
  }

  /** An expected message about this incident: the number stands in it. */
  message(chat: string, texts: readonly string[], more: Partial<Expected> = {}): Expected {
    return { chat: this.chat(chat), texts: [...texts, this.number], ...more }
  }
}
