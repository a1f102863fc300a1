import { type EmergencyScenario, isEmergency, type Scenario } from '../../scenarios/scenario.ts'
import type { MessageView } from '../../simulator/telegram/contract.ts'
import type { IncidentRecord } from '../api/views.ts'
import { Board } from '../cards/board.ts'
import type { Expected } from '../journal/expected.ts'
import type { Shown } from '../journal/judge.ts'
import type { IntakeField } from './facts.ts'
import type { Stage } from './stage.ts'
import { must } from './story.ts'

/** Who presses in a group unless the story names another: the first crew of the agency. */
export const crewOf = (agency: string, crew = 1): string => `Regu ${crew} ${agency} SMG`
export const groupOf = (agency: string): string => `SMG/${agency}`
export const supervisorsGroup = 'SMG/SUPERVISOR'
export const supervisorChat = 'SMG/SUPERVISOR/pribadi'
export const supervisorName = 'Supervisor SMG'

/** How cards name the operator who records something for a crew. */
export const officer = 'petugas 112 (Operator Gladi)'

/** Machine seconds that a person looks at the screen for an answer. */
const patienceSeconds = 20

export const centrePath = '/api/centres/SMG'

/** What one story knows while it is played: its call, its incident, what the chats must show and have shown. */
export class Scene {
  readonly stage: Stage
  readonly scenario: Scenario
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
  readonly cards = new Map<string, MessageView>()
  /** what stood on each card when it was last looked at */
  readonly signatures = new Map<string, string>()

  constructor(stage: Stage, scenario: Scenario) {
    this.stage = stage
    this.scenario = scenario
    this.board = new Board({ number: '', title: '', lines: [] })
  }

  get emergency(): EmergencyScenario {
    must(isEmergency(this.scenario), `scenario ${this.scenario.id} has no incident`)
    return this.scenario
  }

  get number(): string {
    return this.board.facts.number
  }

  pathOfCall(call: string, verb = ''): string {
    return `${centrePath}/calls/${encodeURIComponent(call)}${verb}`
  }

  incidentPath(verb = ''): string {
    return `${centrePath}/incidents/${encodeURIComponent(this.incident)}${verb}`
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
  newest(chat: string, text: string): MessageView {
    const found = this.shown.findLast(({ expected, message }) => expected.chat === chat && message.text.includes(text))
    must(found !== undefined, `${chat} never showed "${text}"`)
    return found.message
  }

  /** The newest reminder of this clock in the chat. */
  newestOf(clock: string, chat: string): MessageView {
    const found = this.shown.findLast(({ expected }) => expected.clock === clock && expected.chat === chat)
    must(found !== undefined, `${chat} was never reminded of ${clock}`)
    return found.message
  }

  /** Presses a button; the popup must say exactly this. */
  async press(press: {
    chat: string
    as: string
    button: string
    on: MessageView
    answer: string | RegExp
  }): Promise<void> {
    const { chat, as, button, on, answer } = press
    const { driver, personId } = this.stage
    const outcome = await driver.press(chat, { as: personId(as), button, message: on.messageId, wait: patienceSeconds })
    must(outcome.status === 'answered', `${as} got no answer to ${button}`)
    const told = outcome.text ?? ''
    const right = typeof answer === 'string' ? told === answer : answer.test(told)
    must(right, `${as} was told "${told}" instead of "${answer}"`)
  }

  card(agency: string): MessageView {
    const card = this.cards.get(agency)
    must(card !== undefined, `${groupOf(agency)} has no card`)
    return card
  }

  /** An expected message about this incident: the number stands in it. */
  message(chat: string, texts: readonly string[], more: Partial<Expected> = {}): Expected {
    return { chat, texts: [...texts, this.number], ...more }
  }
}
