import { setTimeout as pause } from 'node:timers/promises'
import type { JournalEntry, MessageView } from '../../simulator/telegram/contract.ts'
import type { TelegramDriver } from '../../simulator/telegram/driver.ts'

/** Machine ms of one long look at the journal. */
const lookMs = 1_000
/** Machine ms between two looks of somebody who waits for something to be shown. */
const betweenMs = 100

/** Follows everything that the chats show, for the crews who look at it and for the judgement at the end. */
export class Watch {
  readonly entries: JournalEntry[] = []
  readonly #labels: Map<number, string>
  /** as every message of the bot looks now, by chat and message */
  readonly #looks = new Map<string, MessageView>()
  readonly #ended = new AbortController()
  #following: Promise<void> = Promise.resolve()

  private constructor(labels: Map<number, string>) {
    this.#labels = labels
  }

  static async begin(driver: TelegramDriver): Promise<Watch> {
    const chats = await driver.chats()
    const watch = new Watch(new Map(chats.map(({ id, labels, title }) => [id, labels[0] ?? title])))
    const { seq } = await driver.status()
    watch.#following = watch.#follow(driver, seq)
    // `end` tells of it
    watch.#following.catch(() => undefined)
    return watch
  }

  /** The name of a chat, which it keeps when it moves. */
  labelOf(chatId: number): string {
    return this.#labels.get(chatId) ?? String(chatId)
  }

  /** Messages of the bot in this chat as they look now, the newest first. */
  shown(label: string): MessageView[] {
    return [...this.#looks.values()].filter(({ chatId }) => this.labelOf(chatId) === label).reverse()
  }

  /** What `look` finds, or undefined after `ms` machine ms. */
  async waitFor<T>(look: () => T | undefined, ms: number): Promise<T | undefined> {
    const end = performance.now() + ms
    for (;;) {
      const found = look()
      if (found !== undefined || performance.now() > end || this.#ended.signal.aborted) return found
      await pause(betweenMs)
    }
  }

  /** Looks once more, then no more. @throws when something was dropped before it was seen */
  async end(): Promise<void> {
    this.#ended.abort()
    await this.#following
  }

  async #follow(driver: TelegramDriver, since: number): Promise<void> {
    let next = since
    for (;;) {
      const last = this.#ended.signal.aborted
      const page = await driver.journal(next, { wait: last ? 0 : lookMs })
      if (page.lost > 0) throw new Error(`${page.lost} entries of the journal were dropped before they were read`)
      for (const entry of page.entries) this.#see(entry)
      next = page.nextSeq
      if (last && page.entries.length === 0) return
    }
  }

  #see(entry: JournalEntry): void {
    this.entries.push(entry)
    if (entry.kind === 'chat' && entry.chat.labels[0] !== undefined)
      this.#labels.set(entry.chatId, entry.chat.labels[0])
    if ((entry.kind !== 'message' && entry.kind !== 'edit') || !entry.byBot) return
    this.#looks.set(`${entry.chatId}/${entry.messageId}`, entry.message)
  }
}
