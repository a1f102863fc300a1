import type { JournalEntry, MessageView } from '../simulator/telegram/contract.ts'
import { describe, type Expected } from './journal/expected.ts'
import { judge, meets, messageKey, oneLine } from './journal/judge.ts'
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
  stage: Stage,
  journal: () => Promise<JournalEntry[]>,
  narrator: Narrator,
): Look => {
  const secrets = played.flatMap(({ scene }) => secretsOf(scene.scenario))

  const note = (text: string, by: Played): void => {
    const owner = played.find(({ scene }) => scene.number !== '' && text.includes(scene.number)) ?? by
    owner.deviations.push(text)
    narrator.deviation(owner.story, text)
  }

  return async (expected, by) => {
    const now = stage.clock.now()
    const entries = await journal()
    const { shown, edited, deviations } = judge(entries, expected, stage.chat)
    for (const one of shown) {
      by.scene.shown.push(one)
      if (one.expected.alert !== undefined) by.scene.cards.set(one.expected.alert, one.message)
      const { copyOf: agency } = one.expected
      if (agency !== undefined) by.scene.copies.set(messageKey(one.message), { agency, message: one.message })
      narrator.shown(one)
    }
    const edits = new Map(edited)
    const found = [...deviations, ...entries.flatMap(entry => exposures(entry, secrets))]
    for (const { scene } of played) found.push(...lookAtCards(scene, edits, now), ...lookAtCopies(scene, edits))
    found.push(...lookAtPings(edits, expected, played, stage.chat))
    if (edited.size > edits.size) narrator.edited(edited.size - edits.size)
    for (const text of found) note(text, by)
  }
}

/**
 * A ping that was shown may be edited to tell the truth: who took it, that it is settled, what else is late. Edits that
 * a step waits for must come; any other edit is a deviation.
 */
const lookAtPings = (
  edits: ReadonlyMap<string, MessageView>,
  expected: readonly Expected[],
  played: readonly Played[],
  chat: Stage['chat'],
): string[] => {
  const awaited = expected.filter(({ edit }) => edit)
  const deviations: string[] = []
  for (const message of edits.values()) {
    const index = awaited.findIndex(wanted => chat.idOf(wanted.chat) === message.chatId && meets(wanted, message))
    if (index >= 0) awaited.splice(index, 1)
    else if (!(truths.test(message.text) && wasShown(message, played))) {
      deviations.push(`${chat.labelOf(message.chatId)}: a message that is no card was edited: ${oneLine(message.text)}`)
    }
  }
  return [...deviations, ...awaited.map(missing => `not edited in ${describe(missing)}`)]
}

/** What an edited ping may say that it did not say before. */
const truths = /Sudah ditindaklanjuti|itangani .+, \d\d\.\d\d|Batas meja 112/

const wasShown = (message: MessageView, played: readonly Played[]): boolean =>
  played.some(({ scene }) => scene.shown.some(one => messageKey(one.message) === messageKey(message)))

/** What is secret never stands in a message of the bot, whatever the chat. */
const exposures = (entry: JournalEntry, secrets: readonly string[]): string[] => {
  if ((entry.kind !== 'message' && entry.kind !== 'edit') || !entry.byBot) return []
  const { text } = entry.message
  return secrets.filter(word => text.includes(word)).map(() => `a chat shows what is secret: ${oneLine(text)}`)
}

/** Every card must look as the story says, and be edited for a reason only. Takes the scene's cards out of `edits`. */
const lookAtCards = (scene: Scene, edits: Map<string, MessageView>, now: number): string[] => {
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
const lookAtCopies = (scene: Scene, edits: Map<string, MessageView>): string[] => {
  const deviations: string[] = []
  for (const [key, copy] of scene.copies) {
    const message = edits.get(key) ?? copy.message
    edits.delete(key)
    scene.copies.set(key, { ...copy, message })
    const faults = scene.board.standingFaults(copy.agency, message)
    deviations.push(...faults.map(fault => `the copy of ${scene.number} for ${copy.agency} ${fault}`))
  }
  return deviations
}
