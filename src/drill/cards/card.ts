import {
  begunButtons,
  detailButton,
  informButtons,
  type Question,
  questionMs,
  questions,
  type State,
  states,
  takenStates,
  transportButton,
  undoButton,
  undoMs,
} from './card-words.ts'

export interface CardOwner {
  agency: string
  role: 'lead' | 'support'
  duty: 'act' | 'inform'
}

interface Step {
  state: State
  by: string
  /** service ms */
  at: number
  /** an agency's own step can be taken back for a while; what the desk decided cannot */
  undoable: boolean
}

const transporting = ['DINKES', 'PMI']

/** What one agency's card must show, as the drill works it out from the story alone. */
export class ExpectedCard {
  readonly owner: CardOwner
  readonly #steps: Step[]
  #question: { kind: Question; until: number } | null = null
  #closed = false
  #begun = false
  #revision = 0

  constructor(owner: CardOwner, at: number) {
    this.owner = owner
    this.#steps = [{ state: 'notified', by: '', at, undoable: false }]
  }

  /** how often the agency's own card changed; some changes show only in lines that are not judged */
  get revision(): number {
    return this.#revision
  }

  get state(): State {
    return this.#last.state
  }

  step(state: State, by: string, at: number, undoable: boolean): void {
    this.#revision += 1
    this.#question = null
    this.#begun = false
    this.#steps.push({ state, by, at, undoable })
  }

  /** The desk sends it back to a state it had: whoever had brought that about stays who did. */
  back(state: State, at: number): void {
    const before = this.#steps.findLast(step => step.state === state)
    this.step(state, before?.by ?? '', at, false)
  }

  /** A step that keeps the state: who brought it about stays who did. */
  keep(at: number): void {
    this.#revision += 1
    this.#question = null
    this.#steps.push({ ...this.#last, at, undoable: true })
  }

  /** Another agency has the job now: the step that gave it up can no longer be taken back. */
  replaced(): void {
    this.#revision += 1
    this.#steps.push({ ...this.#last, undoable: false })
  }

  undo(): void {
    this.#revision += 1
    if (this.#steps.length > 1) this.#steps.pop()
  }

  ask(kind: Question, at: number): void {
    this.#revision += 1
    this.#question = { kind, until: at + questionMs }
  }

  answered(): void {
    this.#revision += 1
    this.#question = null
  }

  /** Somebody has begun the report: until it is in, the card shows what can be done about that. */
  begun(): void {
    this.answered()
    this.#begun = true
  }

  close(): void {
    this.#revision += 1
    this.#closed = true
  }

  /** Its own status line, without the time of day. */
  statusLine(): string {
    const { state, by } = this.#last
    return `Status: ${states[state].own.replace('{by}', by)}`
  }

  /** How the other agencies' cards speak of it, without the time of day. */
  otherLine(): string {
    const lead = this.owner.role === 'lead' ? ' (OPD utama)' : ''
    return `• ${this.owner.agency}${lead}: ${states[this.state].others}`
  }

  questionLine(now: number): string | null {
    const question = this.#open(now)
    return question && questions[question].line
  }

  buttons(now: number): string[] {
    if (this.#closed) return []
    const question = this.#open(now)
    if (question) return [...questions[question].buttons]
    const { state, undoable, at } = this.#last
    const { agency, duty } = this.owner
    const acting = this.#begun ? begunButtons : states[state].buttons
    const own = duty === 'inform' ? (informButtons[state] ?? []) : acting
    return [
      ...own.filter(label => label !== transportButton || transporting.includes(agency)),
      ...(undoable && at + undoMs > now ? [undoButton] : []),
      ...(duty === 'act' && takenStates.includes(state) ? [detailButton] : []),
    ]
  }

  get closed(): boolean {
    return this.#closed
  }

  #open(now: number): Question | null {
    return this.#question && this.#question.until > now ? this.#question.kind : null
  }

  get #last(): Step {
    const last = this.#steps.at(-1)
    if (!last) throw new Error('a card has at least its first step')
    return last
  }
}
