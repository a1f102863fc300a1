import { type ChatMessage, type Happening, messageKey } from './chats/chat-message.ts'
import { describe, type Expected } from './journal/expected.ts'
import { withFollowUps } from './journal/follow-ups.ts'
import { judge, meets, oneLine, type Shown } from './journal/judge.ts'
import type { Played } from './played.ts'
import type { Narrator } from './report/narrator.ts'
import { secretsOf } from './story/facts.ts'
import type { Scene } from './story/scene.ts'
import type { Stage } from './story/stage.ts'

/** Looks at everything that the chats showed since the last look; `by` is the story whose step it was. */
export type Look = (expected: readonly Expected[], by: Played) => Promise<void>

/** Holds every look against what the stories expect, and notes each deviation with the story that it belongs to. */
export const createLook = (
  played: readonly Played[],
  { clock, chats }: Pick<Stage, 'clock' | 'chats'>,
  narrator: Narrator,
): Look => {
  const secrets = played.flatMap(({ scene }) => secretsOf(scene.scenario))

  const note = (text: string, by: Played): void => {
    const owner = played.find(({ scene }) => scene.number !== '' && text.includes(scene.number)) ?? by
    owner.deviations.push(text)
    narrator.deviation(owner.story, text)
  }

  return async (expected, by) => {
    const now = clock.now()
    const news = withFollowUps(await chats.news(), key => cardOf(played, key))
    const { shown, edited, deviations } = judge(news.happenings, expected)
    for (const one of shown) {
      by.scene.shown.push(one)
      if (one.expected.alert !== undefined) by.scene.cards.set(one.expected.alert, one.message)
      const { copyOf: agency } = one.expected
      if (agency !== undefined) by.scene.copies.set(messageKey(one.message), { agency, message: one.message })
      narrator.shown(one)
    }
    const edits = new Map(edited)
    const found = [...news.deviations, ...deviations, ...exposures(news.happenings, shown, secrets)]
    for (const { scene } of played) found.push(...lookAtCards(scene, edits, now), ...lookAtCopies(scene, edits))
    found.push(...lookAtPings(edits, expected, played))
    if (edited.size > edits.size) narrator.edited(edited.size - edits.size)
    for (const text of found) note(text, by)
  }
}

/**
 * A ping that was shown may be edited to tell the truth: who took it, that it is settled, what else is late. Edits that
 * a step waits for must come; any other edit is a deviation.
 */
const lookAtPings = (
  edits: ReadonlyMap<string, ChatMessage>,
  expected: readonly Expected[],
  played: readonly Played[],
): string[] => {
  const awaited = expected.filter(({ edit }) => edit)
  const deviations: string[] = []
  for (const message of edits.values()) {
    const index = awaited.findIndex(wanted => meets(wanted, message))
    if (index >= 0) awaited.splice(index, 1)
    else if (!(truths.test(message.text) && wasShown(message, played))) {
      deviations.push(`${message.chat}: a message that is no card was edited: ${oneLine(message.text)}`)
    }
  }
  return [...deviations, ...awaited.map(missing => `not edited in ${describe(missing)}`)]
}

/** What an edited ping may say that it did not say before. */
const truths = /Sudah ditindaklanjuti|itangani .+, \d\d\.\d\d|Batas meja 112/

const wasShown = (message: ChatMessage, played: readonly Played[]): boolean =>
  played.some(({ scene }) => scene.shown.some(one => messageKey(one.message) === messageKey(message)))

/** What is secret stands in no message of ours, whatever the chat, but in one that a person asked for privately. */
const exposures = (happenings: readonly Happening[], shown: readonly Shown[], secrets: readonly string[]): string[] => {
  const confided = new Set(shown.filter(({ expected }) => expected.confidential).map(({ message }) => message))
  const texts = happenings.flatMap(happening =>
    'message' in happening && !confided.has(happening.message) ? [happening.message.text] : [],
  )
  return texts.flatMap(text =>
    secrets.filter(word => text.includes(word)).map(() => `a chat shows what is secret: ${oneLine(text)}`),
  )
}

/** The card, or the copy of one, that stands in a chat under this key. */
const cardOf = (played: readonly Played[], key: string): ChatMessage | undefined => {
  for (const { scene } of played) {
    const card = [...scene.cards.values()].find(message => messageKey(message) === key)
    const found = card ?? scene.copies.get(key)?.message
    if (found) return found
  }
  return undefined
}

/** Every card must look as the story says, and be edited for a reason only. Takes the scene's cards out of `edits`. */
const lookAtCards = (scene: Scene, edits: Map<string, ChatMessage>, now: number): string[] => {
  const deviations: string[] = []
  for (const [agency, before] of scene.cards) {
    const edited = edits.get(messageKey(before))
    edits.delete(messageKey(before))
    const signature = scene.board.signature(agency, now)
    const known = scene.signatures.get(agency)
    const shown = edited ?? before
    scene.cards.set(agency, shown)
    scene.signatures.set(agency, signature)
    const faults = scene.board.faults(agency, shown, now)
    if (edited && known === signature) faults.push('was edited without a cause')
    deviations.push(...faults.map(fault => `the card of ${scene.number} for ${agency} ${fault}`))
  }
  return deviations
}

/** A copy shows the same standing as the group's card; questions are asked only where the button was pressed. */
const lookAtCopies = (scene: Scene, edits: Map<string, ChatMessage>): string[] => {
  const deviations: string[] = []
  for (const [key, copy] of [...scene.copies]) {
    const message = edits.get(key) ?? copy.message
    edits.delete(key)
    scene.copies.delete(key)
    scene.copies.set(messageKey(message), { ...copy, message })
    const faults = scene.board.standingFaults(copy.agency, message)
    deviations.push(...faults.map(fault => `the copy of ${scene.number} for ${copy.agency} ${fault}`))
  }
  return deviations
}
