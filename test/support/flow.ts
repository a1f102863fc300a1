import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { TestApp, testData } from './app.ts'
import type { ChatStory } from './telegram-driver.ts'

/** The app of one test file, and the chats that the running test looks at. */
export interface Flow {
  readonly app: TestApp
  /** a chat by its label, from the beginning of the test */
  chat(label: string, person?: string): Promise<ChatStory>
  /** the tests of the file are steps of one story: nothing is closed or forgotten between them */
  keepOpen(): void
  /** everything that chats showed during the test and no `sees` has met; a story ends with this empty */
  unexpected(): Promise<string[]>
}

/** One app for the tests of a file; each begins with everything at rest and leaves nothing open. */
export const useApp = (): Flow => {
  let running: TestApp | undefined
  let data: Awaited<ReturnType<typeof testData>> | undefined
  let since = 0
  let oneStory = false
  const stories = new Map<string, ChatStory>()

  const app = (): TestApp => {
    if (!running) throw new Error('the app has not been started')
    return running
  }

  beforeAll(async () => {
    data = await testData()
    running = await TestApp.start(data)
  })
  beforeEach(async () => {
    if (oneStory && since > 0) return
    stories.clear()
    since = (await app().driver.status()).seq
  })
  afterEach(async () => {
    if (!oneStory) await app().cancelAll()
  })
  afterAll(async () => {
    await running?.stop()
    await data?.remove()
  })

  const chat = async (label: string, person?: string): Promise<ChatStory> => {
    const key = `${label} ${person ?? ''}`
    const story = stories.get(key) ?? (await app().chatSince(label, since, person))
    stories.set(key, story)
    return story
  }

  return {
    get app() {
      return app()
    },
    chat,
    keepOpen: () => {
      oneStory = true
    },
    unexpected: async () => {
      await app().rest()
      const seen = new Set([...stories.values()].flatMap(story => story.met()))
      const { entries } = await app().driver.journal(since, { limit: 5_000 })
      return entries.flatMap(entry =>
        entry.kind === 'message' && entry.byBot && !seen.has(`${entry.chatId}/${entry.messageId}`)
          ? [entry.message.text]
          : [],
      )
    },
  }
}
