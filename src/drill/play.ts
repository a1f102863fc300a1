import type { JournalEntry, MessageView } from '../simulator/telegram/contract.ts'
import { DriverError } from '../simulator/telegram/driver.ts'
import { ApiRefusal } from './api/desk.ts'
import type { Expected } from './journal/expected.ts'
import { judge, messageKey, oneLine } from './journal/judge.ts'
import type { Narrator } from './report/narrator.ts'
import { scenarioOf } from './stories/index.ts'
import { Scene } from './story/scene.ts'
import type { Stage } from './story/stage.ts'
import { Deviation, type Step, type Story } from './story/story.ts'

export interface Played {
  story: Story
  scene: Scene
  deviations: string[]
}

/** Seconds on either side of what the time alone brings about: before it nothing may show, after it all must. */
const tolerance = 1

/** Plays all stories along one line of time, each step judged before the next begins. */
export const play = async (
  stories: readonly Story[],
  stage: Stage,
  journal: () => Promise<JournalEntry[]>,
  narrator: Narrator,
): Promise<Played[]> => {
  const played = stories.map(
    (story): Played => ({
      story,
      scene: new Scene(stage, scenarioOf(story.id)),
      deviations: [],
    }),
  )
  const scenes = played.map(({ scene }) => scene)

  const look = async (expected: readonly Expected[], own: Played): Promise<void> => {
    const judgement = judge(await journal(), expected, stage.chat)
    for (const shown of judgement.shown) {
      own.scene.shown.push(shown)
      if (shown.expected.alert !== undefined) own.scene.cards.set(shown.expected.alert, shown.message)
      narrator.shown(stage.clock.elapsed(), shown)
    }
    const edits = new Map(judgement.edited)
    const found = [...judgement.deviations]
    for (const scene of scenes) found.push(...lookAtCards(scene, edits, stage.clock.now()))
    for (const message of edits.values()) {
      found.push(
        `a message that is no card was edited in ${stage.chat.labelOf(message.chatId)}: ${oneLine(message.text)}`,
      )
    }
    if (judgement.edited.size > edits.size) narrator.edited(judgement.edited.size - edits.size)
    for (const deviation of found) {
      own.deviations.push(deviation)
      narrator.deviation(deviation)
    }
  }

  for (const { own, step } of timeline(played)) {
    if (own.broken) continue
    const at = own.played.story.startsAt + step.at
    try {
      await stage.clock.goTo(step.byTime ? at - tolerance : at)
      await look([], own.played)
      if (step.byTime) await stage.clock.goTo(at + tolerance)
      narrator.step(stage.clock.elapsed(), own.played.story, step)
      const expected = await step.play(own.played.scene)
      await stage.clock.rest()
      await look(expected, own.played)
    } catch (error) {
      if (!(error instanceof Deviation || error instanceof ApiRefusal || error instanceof DriverError)) throw error
      own.broken = true
      own.played.deviations.push(`${step.who} ${step.what}: ${error.message}`)
      narrator.deviation(error.message)
    }
  }
  return played
}

const timeline = (played: readonly Played[]) =>
  played
    .flatMap(one => {
      const own = { played: one, broken: false }
      return one.story.steps.map((step: Step) => ({ own, step, at: one.story.startsAt + step.at }))
    })
    .toSorted((a, b) => a.at - b.at)

/** Every card must look as the story says, and be edited for a reason only. Takes the scene's cards out of `edits`. */
const lookAtCards = (scene: Scene, edits: Map<string, MessageView>, now: number): string[] => {
  const deviations: string[] = []
  for (const [agency, before] of scene.cards) {
    const edited = edits.get(messageKey(before))
    edits.delete(messageKey(before))
    const signature = scene.board.signature(agency, now)
    const known = scene.signatures.get(agency)
    if (edited && known === signature) deviations.push(`the card of ${agency} was edited without a cause`)
    const shown = edited ?? before
    scene.cards.set(agency, shown)
    scene.signatures.set(agency, signature)
    deviations.push(...scene.board.faults(agency, shown, now).map(fault => `the card of ${agency} ${fault}`))
  }
  return deviations
}
