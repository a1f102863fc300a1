import type { TelegramDriver } from '../../simulator/telegram/driver.ts'
import type { Desk } from '../api/desk.ts'
import type { DrillClock } from '../clock/drill-clock.ts'
import type { DrilledApp } from '../drilled-app.ts'
import type { Scene } from './scene.ts'
import { must } from './story.ts'

/** What all stories share: the people at the page, the chats, the clock. */
export interface Stage {
  operator: Desk
  dispatcher: Desk
  supervisor: Desk
  driver: TelegramDriver
  clock: DrillClock
  /** a power cut; see `DrilledApp` */
  restart: DrilledApp['restart']
  /** every story's scene by the number of its scenario, for a story that touches another */
  scenes: Map<string, Scene>
  personId(name: string): number
  chat: { labelOf(chatId: number): string; idOf(label: string): number }
}

export const setStage = async (parts: Omit<Stage, 'scenes' | 'personId' | 'chat'>): Promise<Stage> => {
  const people = new Map((await parts.driver.users()).map(({ name, id }) => [name, id]))
  const chats = await parts.driver.chats()
  const labels = new Map(chats.map(({ id, labels, title }) => [id, labels[0] ?? title]))
  const ids = new Map(chats.flatMap(({ id, labels }) => labels.map(label => [label, id])))
  return {
    ...parts,
    scenes: new Map(),
    personId: name => {
      const id = people.get(name)
      must(id !== undefined, `nobody in the chats is called ${name}`)
      return id
    },
    chat: {
      labelOf: chatId => labels.get(chatId) ?? String(chatId),
      idOf: label => {
        const id = ids.get(label)
        must(id !== undefined, `no chat is labelled ${label}`)
        return id
      },
    },
  }
}
