import type { ChatMessage } from '../chats/chat-message.ts'
import { type CardOwner, ExpectedCard } from './card.ts'

/** Lines that every card of an incident carries, whoever reads it. */
export interface IncidentFacts {
  number: string
  /** e.g. "🚨 KEBAKARAN BANGUNAN/RUMAH — P1" */
  title: string
  lines: readonly string[]
}

const closedBanner = '✅ DITUTUP'
const trainingBanner = '🟡 GLADI – LATIHAN'
/** ", 19.25 WIB" at the end of a line: the minute is not judged, that it stands there is. */
const timeOfDay = /, \d{2}[.:]\d{2} WIB$/

/** Every card of one incident, as the groups must see them. */
export class Board {
  facts: IncidentFacts
  readonly #cards = new Map<string, ExpectedCard>()

  constructor(facts: IncidentFacts) {
    this.facts = facts
  }

  alert(owner: CardOwner, at: number): ExpectedCard {
    const card = new ExpectedCard(owner, at)
    this.#cards.set(owner.agency, card)
    return card
  }

  card(agency: string): ExpectedCard {
    const card = this.#cards.get(agency)
    if (!card) throw new Error(`${agency} has no card of ${this.facts.number}`)
    return card
  }

  cards(): ExpectedCard[] {
    return [...this.#cards.values()]
  }

  close(): void {
    for (const card of this.#cards.values()) card.close()
  }

  /** What must stand on the agency's card now, to tell a change from none. */
  signature(agency: string, now: number): string {
    const card = this.card(agency)
    const { revision } = card
    return JSON.stringify([this.facts, revision, this.#judgedLines(card), card.questionLine(now), card.buttons(now)])
  }

  /** What is wrong with a card that a group sees; empty when it is as it must be. */
  faults(agency: string, shown: ChatMessage, now: number): string[] {
    const card = this.card(agency)
    const lines = shown.text.split('\n')
    const question = card.questionLine(now)
    const needed = [
      trainingBanner,
      this.facts.title,
      this.facts.number,
      ...this.facts.lines,
      ...(card.closed ? [closedBanner] : []),
      ...(question === null ? [] : [question]),
    ]
    return [
      ...needed.filter(line => !lines.includes(line)).map(line => `lacks "${line}"`),
      ...this.standingFaults(agency, shown),
      ...differing(card.buttons(now), shown.buttons),
    ]
  }

  /** The same for how the agency and the others stand, and nothing else. */
  standingFaults(agency: string, shown: ChatMessage): string[] {
    const lines = shown.text.split('\n').filter(line => line.startsWith('• ') || line.startsWith('Status: '))
    return differing(this.#judgedLines(this.card(agency)), lines.map(withoutTime))
  }

  #judgedLines(card: ExpectedCard): string[] {
    const others = this.cards().filter(other => other !== card)
    const silent = card.closed && card.state === 'notified'
    return [...others.map(other => other.otherLine()), ...(silent ? [] : [card.statusLine()])]
  }
}

const withoutTime = (line: string): string => line.replace(timeOfDay, '')

const differing = (expected: readonly string[], shown: readonly string[]): string[] =>
  expected.join('|') === shown.join('|') ? [] : [`shows [${shown.join(' | ')}] instead of [${expected.join(' | ')}]`]
