import type { Outage } from '../system/outages.ts'
import type { Starved } from '../system/starvation.ts'

/**
 * What a run left behind, as the laws look at it. Every time is machine ms, whatever the service clock did; every chat
 * goes by the name that it keeps when it moves.
 */
export interface Evidence {
  alerts: readonly AskedAlert[]
  /** everything that the bot showed, new or edited, in its order */
  shown: readonly ShownMessage[]
  presses: readonly Press[]
  answers: readonly Answer[]
  deadlines: readonly Deadline[]
  records: readonly IncidentEnd[]
  outages: readonly Outage[]
  starved: readonly Starved[]
  /** when the run was over */
  judgedAt: number
  /** nothing was under way then: what had not happened would never have happened */
  rested: boolean
}

/** An alert that the app said yes to. */
export interface AskedAlert {
  incident: string
  number: string
  agency: string
  chat: string
  /** when its call rang, when it was asked for, and when the app said yes */
  rangAt: number
  askedAt: number
  answeredAt: number
}

export interface ShownMessage {
  at: number
  chat: string
  /** where the chat was then: a group that moves leaves its messages behind, and its open cards come anew */
  room: string
  /** the same for all edits of one message */
  message: string
  text: string
  edit: boolean
  /** it quotes a message of ours: news of a card that cannot be edited any more */
  follows?: true
}

export interface Press {
  at: number
  query: string
  chat: string
  message: string
  /** empty for words */
  button: string
}

/** What the presser was told: in a popup (a second one to the same press is none), in a line that quotes it, by a nod. */
export interface Answer {
  at: number
  query: string
  text: string
}

/** A moment at which something had to happen unless it was done before. */
export interface Deadline {
  number: string
  chat: string
  /** as people call it: "S4a DAMKAR 1" */
  what: string
  dueAt: number
  firedAt: number | null
  /** when it became pointless: the press, the stop; null while it still mattered at the end */
  endedAt: number | null
  /** what the chat must show for it; null when nothing is sent there */
  says: readonly string[] | null
}

/** How the app has it at the end. */
export interface IncidentEnd {
  number: string
  status: string
  archivedAt: number | null
  /** clocks that run */
  running: readonly string[]
  /** state by agency */
  states: Readonly<{ [agency: string]: string }>
  /** steps that were taken, by agency: "AssignmentAcknowledged DAMKAR" */
  steps: readonly string[]
}
