import type { Update } from '@grammyjs/types'
import type { UpdateKind } from './contract.ts'

export type UpdateContent = Omit<Update, 'update_id'>

interface Queued {
  readonly update: Update
  /** How often it is handed out again after its confirmation (a scripted duplicate). */
  again: number
}

export interface UpdateQueueState {
  readonly nextId: number
  readonly allowed: readonly UpdateKind[] | null
  readonly pending: readonly Update[]
}

/** Kinds that a bot gets only when it asks for them by name. */
const ON_REQUEST: ReadonlySet<string> = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])

/** The bot's updates from their making to their confirmation. */
export class UpdateQueue {
  readonly #listeners = new Set<() => void>()
  readonly #watchers = new Set<() => void>()
  #nextId: number
  #pending: Queued[]
  #allowed: ReadonlySet<string> | null
  #duplicates = 0
  #toReorder = 0
  #held: UpdateContent[] = []

  constructor(state: UpdateQueueState) {
    this.#nextId = state.nextId
    this.#allowed = state.allowed ? new Set(state.allowed) : null
    this.#pending = state.pending.map(update => ({ update, again: 0 }))
  }

  get pendingCount(): number {
    return this.#pending.length
  }

  get heldCount(): number {
    return this.#held.length
  }

  get allowed(): readonly string[] | null {
    return this.#allowed ? [...this.#allowed] : null
  }

  push(content: UpdateContent): void {
    const kind = Object.keys(content)[0] ?? ''
    if (this.#allowed ? !this.#allowed.has(kind) : ON_REQUEST.has(kind)) return
    if (this.#toReorder > 0) {
      this.#held.push(content)
      this.#toReorder -= 1
      if (this.#toReorder === 0) this.release()
      return
    }
    this.#enqueue(content)
    this.#tell()
  }

  /** An empty list means the default kinds again. */
  setAllowed(kinds: readonly string[]): void {
    this.#allowed = kinds.length === 0 ? null : new Set(kinds)
  }

  /** Confirms everything below `offset`; a negative offset keeps only the last `-offset` updates. */
  confirm(offset: number): void {
    this.#changed()
    if (offset < 0) {
      this.#pending = this.#pending.slice(offset)
      return
    }
    this.#pending = this.#pending.filter(queued => {
      if (queued.update.update_id >= offset) return true
      if (queued.again === 0) return false
      queued.again -= 1
      return true
    })
  }

  /** Confirms one update, as a webhook's 2xx does. */
  confirmOne(updateId: number): void {
    const index = this.#pending.findIndex(queued => queued.update.update_id === updateId)
    const queued = this.#pending[index]
    if (!queued) return
    this.#changed()
    if (queued.again > 0) queued.again -= 1
    else this.#pending.splice(index, 1)
  }

  peek(limit: number): Update[] {
    return this.#pending.slice(0, limit).map(queued => queued.update)
  }

  dropPending(): void {
    this.#changed()
    this.#pending = []
    this.#held = []
    this.#toReorder = 0
  }

  /** The next `times` updates are handed out twice, with the same update_id. */
  duplicateNext(times: number): void {
    this.#duplicates += times
  }

  /** Holds the next `count` updates back and then hands them out in reverse order. */
  reorderNext(count: number): void {
    this.#toReorder += count
  }

  /** Hands out what is held, in reverse order, without waiting for more. */
  release(): void {
    this.#toReorder = 0
    const held = this.#held.reverse()
    this.#held = []
    for (const content of held) this.#enqueue(content)
    if (held.length > 0) this.#tell()
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Tells of every change, confirmations too; `listen` tells of new updates only. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher)
    return () => {
      this.#watchers.delete(watcher)
    }
  }

  state(): UpdateQueueState {
    return {
      nextId: this.#nextId,
      allowed: this.#allowed ? ([...this.#allowed] as UpdateKind[]) : null,
      pending: this.#pending.map(queued => queued.update),
    }
  }

  #enqueue(content: UpdateContent): void {
    const again = this.#duplicates > 0 ? 1 : 0
    this.#duplicates -= again
    this.#pending.push({ update: { update_id: this.#nextId, ...content }, again })
    this.#nextId += 1
  }

  #changed(): void {
    for (const watcher of this.#watchers) watcher()
  }

  #tell(): void {
    this.#changed()
    for (const listener of [...this.#listeners]) listener()
  }
}
